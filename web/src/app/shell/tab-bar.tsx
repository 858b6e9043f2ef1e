import { Link } from '@tanstack/react-router'
import { Ellipsis } from 'lucide-react'
import { useTexts } from '#lib/i18n/texts.ts'
import { useTenant } from '#lib/session.ts'
import { Badge } from '#ui/badge.tsx'
import { tabs } from './pages.ts'
import { openOverlay } from './shell-state.ts'
import { usePages } from './use-pages.ts'

const look =
  'relative flex min-w-0 flex-1 flex-col magnified:min-h-12 magnified:basis-1/3 items-center justify-center gap-0.5 text-xs font-medium text-fg-2 data-[status=active]:font-semibold data-[status=active]:text-primary'

/** The navigation of phones, with short names: 60 px at the bottom edge, above the home indicator. */
export const TabBar = ({ unread }: { unread: number }) => {
  const { t } = useTexts('app')
  const tenant = useTenant()
  return (
    <nav
      aria-label={t('nav.main')}
      className="flex h-[calc(60px+env(safe-area-inset-bottom))] shrink-0 magnified:h-auto magnified:flex-wrap border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] tablet:hidden"
    >
      {usePages()
        .flat()
        .slice(0, tabs)
        .map((page) => (
          <Link key={page.key} to={page.path} params={{ tenant: tenant.slug }} className={look}>
            <page.icon size={22} strokeWidth={1.75} aria-hidden />
            <span className="max-w-full truncate">{t(`short.${page.key}`)}</span>
            {page.key === 'inbox' && (
              <Badge count={unread} label={t('nav.unread', { count: unread })} look="danger" className="absolute top-1.5 left-[calc(50%+6px)]" />
            )}
          </Link>
        ))}
      <button type="button" className={look} onClick={() => openOverlay('more')}>
        <Ellipsis size={22} strokeWidth={1.75} aria-hidden />
        {t('nav.more')}
      </button>
    </nav>
  )
}
