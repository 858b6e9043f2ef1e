import { Link } from '@tanstack/react-router'
import { useTexts } from '#lib/i18n/texts.ts'
import { useTenant } from '#lib/session.ts'
import { Badge } from '#ui/badge.tsx'
import { classNames } from '#ui/class-names.ts'
import { Tooltip } from '#ui/tooltip.tsx'
import type { Page } from './pages.ts'
import { usePages } from './use-pages.ts'

export const navItemLook = (folded: boolean) =>
  classNames(
    'flex h-[34px] items-center rounded-control text-[13.5px] font-medium text-fg-2 hover:bg-surface-2 hover:text-fg data-[status=active]:bg-primary-subtle data-[status=active]:font-semibold data-[status=active]:text-on-primary-subtle',
    folded ? 'relative mx-auto w-10 justify-center' : 'w-full gap-2.5 px-2',
  )

const PageLink = ({ page, folded, count }: { page: Page; folded: boolean; count: number }) => {
  const { t } = useTexts('app')
  const tenant = useTenant()
  const name = t(`page.${page.key}`)
  const link = (
    <Link to={page.path} params={{ tenant: tenant.slug }} className={navItemLook(folded)}>
      <page.icon size={18} strokeWidth={1.75} aria-hidden />
      <span className={folded ? 'sr-only' : 'truncate'}>{name}</span>
      <Badge count={count} label={t('nav.unread', { count })} look={folded ? 'danger' : 'plain'} className={folded ? 'absolute -top-0.5 right-0' : 'ml-auto'} />
    </Link>
  )
  return (
    <li>
      {folded ? (
        <Tooltip content={name} keys={page.keys} side="right">
          {link}
        </Tooltip>
      ) : (
        link
      )}
    </li>
  )
}

export const NavLinks = ({ folded, unread }: { folded: boolean; unread: number }) =>
  usePages().map((group, index) => (
    <ul key={group[0]?.key} className={classNames(index > 0 && 'mt-2 border-t border-line pt-2', !folded && index > 0 && 'mx-0')}>
      {group.map((page) => (
        <PageLink key={page.key} page={page} folded={folded} count={page.key === 'inbox' ? unread : 0} />
      ))}
    </ul>
  ))
