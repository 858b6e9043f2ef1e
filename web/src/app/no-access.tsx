import type { Permission } from '@chasqui/contracts'
import { Link } from '@tanstack/react-router'
import { Lock } from 'lucide-react'
import { useTexts } from '#lib/i18n/texts.ts'
import { useTenant } from '#lib/session.ts'
import { useTitle } from '#lib/title.ts'
import { buttonLook } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'

/** Names the missing permission, so that an administrator knows what to grant; never a blank page or a circle of redirects. */
export const NoAccess = ({ permission }: { permission: Permission }) => {
  const { t } = useTexts('app')
  const tenant = useTenant()
  useTitle(t('no_access.title'))
  return (
    <main className="grid h-full place-items-center">
      <EmptyState
        heading="h1"
        icon={Lock}
        title={t('no_access.title')}
        action={
          <Link to="/a/$tenant/home" params={{ tenant: tenant.slug }} className={buttonLook('solid')}>
            {t('not_found.home')}
          </Link>
        }
      >
        {t('no_access.text', { permission })}
      </EmptyState>
    </main>
  )
}
