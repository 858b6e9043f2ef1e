import { Link } from '@tanstack/react-router'
import { ArrowLeft, Zap } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { useSession } from '#lib/session.ts'
import { Chip } from '#ui/chip.tsx'

/** The frame of the host's pages: they belong to the installation and to no business, so the shell of a business is not around them. */
export const HostFrame = ({ title, actions, above, children }: { title: string; actions?: ReactNode; above?: ReactNode; children: ReactNode }) => {
  const { t } = useTexts('host')
  const state = useSession()
  const tenant = state.status === 'signed-in' ? state.tenant : null
  return (
    <div className="flex h-dvh flex-col bg-bg">
      <header className="flex min-h-12 shrink-0 items-center gap-3 border-b border-line bg-surface px-4">
        <span className="flex items-center gap-2 font-semibold max-tablet:sr-only">
          <span className="grid size-7 place-items-center rounded-control bg-primary text-on-primary" aria-hidden>
            <Zap size={16} strokeWidth={1.75} />
          </span>
          Chasqui
        </span>
        <Chip tone="info">{t('mark')}</Chip>
        <span className="min-w-0 flex-1" />
        {tenant && (
          <Link to="/a/$tenant/home" params={{ tenant: tenant.slug }} className="flex min-w-0 items-center gap-1.5 text-sm font-medium text-fg-2 hover:text-fg">
            <ArrowLeft size={16} strokeWidth={1.75} className="shrink-0" aria-hidden />
            <span className="truncate">{t('back', { name: tenant.name })}</span>
          </Link>
        )}
      </header>
      <main className="min-h-0 flex-1 overflow-y-auto">
        <div className="mx-auto flex max-w-[1200px] flex-col gap-5 p-4 tablet:p-7">
          {above}
          <div className="flex flex-wrap items-center gap-3">
            <h1 className="min-w-0 flex-1 text-xl font-semibold text-balance">{title}</h1>
            {actions}
          </div>
          {children}
        </div>
      </main>
    </div>
  )
}
