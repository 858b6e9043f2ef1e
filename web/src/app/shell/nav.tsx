import { Search } from 'lucide-react'
import { useTexts } from '#lib/i18n/texts.ts'
import { classNames } from '#ui/class-names.ts'
import { KeyHint } from '#ui/key-hint.tsx'
import { Tooltip } from '#ui/tooltip.tsx'
import { Me } from './me.tsx'
import { NavLinks } from './nav-links.tsx'
import { SettingsMenu } from './settings-menu.tsx'
import { openOverlay } from './shell-state.ts'
import { TenantSwitcher } from './tenant-switcher.tsx'

const Find = ({ folded }: { folded: boolean }) => {
  const { t } = useTexts('app')
  const button = (
    <button
      type="button"
      aria-label={folded ? t('find.label') : undefined}
      onClick={() => openOverlay('palette')}
      className={classNames(
        'mb-3 flex h-9 items-center gap-1.5 rounded-control border border-line-strong bg-surface text-sm text-fg-3 hover:bg-surface-2',
        folded ? 'mx-auto w-10 justify-center' : 'w-full px-2',
      )}
    >
      <Search size={16} strokeWidth={1.75} aria-hidden />
      {!folded && <span className="flex-1 truncate text-left">{t('find.button')}</span>}
      {!folded && <KeyHint keys="Mod+k" />}
    </button>
  )
  return folded ? (
    <Tooltip content={t('find.label')} keys="Mod+k" side="right">
      {button}
    </Tooltip>
  ) : (
    button
  )
}

/** The column at the left: tenant, search, pages, settings, me. 216 px, or 56 with icons only. */
export const Nav = ({ folded, unread }: { folded: boolean; unread: number }) => {
  const { t } = useTexts('app')
  return (
    <nav data-nav aria-label={t('nav.main')} className="flex h-full min-h-0 flex-col overflow-y-auto border-r border-line bg-bg px-2 py-3 max-tablet:hidden">
      <TenantSwitcher folded={folded} />
      <Find folded={folded} />
      <NavLinks folded={folded} unread={unread} />
      <div data-nav-foot className="mt-auto pt-3">
        <SettingsMenu folded={folded} />
        <Me folded={folded} />
      </div>
    </nav>
  )
}
