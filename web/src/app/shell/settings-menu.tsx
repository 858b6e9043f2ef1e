import { useNavigate } from '@tanstack/react-router'
import {
  Building2,
  CircleCheck,
  Files,
  Headset,
  Keyboard,
  Languages,
  ListChecks,
  ListOrdered,
  LogOut,
  MessageSquareText,
  Server,
  Settings,
  SunMoon,
  UserRound,
  UsersRound,
  Workflow,
} from 'lucide-react'
import { languages } from '#lib/i18n/languages.ts'
import { shownLanguage, useTexts } from '#lib/i18n/texts.ts'
import { useCan, useIsHostAdmin, useTenant } from '#lib/session.ts'
import { chooseTheme, themeChoices, useThemeChoice } from '#lib/theme.ts'
import { Menu, MenuChoices, MenuGroup, MenuItem, MenuLine } from '#ui/menu.tsx'
import { leave, speak } from './acts.ts'
import { languageNames } from '#ui/language-links.tsx'
import { navItemLook } from './nav-links.tsx'
import { openOverlay } from './shell-state.ts'

/** Language, theme, keys, business details, sign out. The settings pages will take over what grows out of it. */
export const SettingsMenu = ({ folded }: { folded: boolean }) => {
  const { t } = useTexts('app')
  const navigate = useNavigate()
  const theme = useThemeChoice()
  const mayRead = useCan('conversations.read')
  const mayManage = useCan('tenant.manage')
  const maySeePeople = useCan('users.read')
  const maySeeCampaigns = useCan('campaigns.read')
  const mayManageService = useCan('campaigns.manage')
  const mayReply = useCan('conversations.reply')
  const mayManageFlows = useCan('flows.manage')
  const tenant = useTenant()
  const isHostAdmin = useIsHostAdmin()
  const language = languages.find((known) => known === shownLanguage()) ?? 'es'
  const trigger = (
    <button type="button" className={navItemLook(folded)} aria-label={folded ? t('settings.title') : undefined}>
      <Settings size={18} strokeWidth={1.75} aria-hidden />
      {!folded && t('settings.title')}
    </button>
  )
  return (
    <Menu trigger={trigger} label={t('settings.title')} side="top" align="start">
      <MenuGroup icon={Languages} label={t('settings.language')} hint={languageNames[language]}>
        <MenuChoices
          label={t('settings.language')}
          value={language}
          options={languages.map((value) => ({ value, label: languageNames[value] }))}
          onChange={(next) => void speak(next)}
        />
      </MenuGroup>
      <MenuGroup icon={SunMoon} label={t('settings.theme')} hint={t(`theme.${theme}`)}>
        <MenuChoices
          label={t('settings.theme')}
          value={theme}
          options={themeChoices.map((value) => ({ value, label: t(`theme.${value}`) }))}
          onChange={chooseTheme}
        />
      </MenuGroup>
      <MenuItem icon={Keyboard} keys="?" onSelect={() => openOverlay('keys')}>
        {t('keys.title')}
      </MenuItem>
      {mayRead && (
        <MenuItem icon={ListChecks} keys="g j" onSelect={() => void navigate({ to: '/a/$tenant/jobs', params: { tenant: tenant.slug } })}>
          {t('settings.jobs')}
        </MenuItem>
      )}
      <MenuItem icon={UserRound} onSelect={() => void navigate({ to: '/a/$tenant/account', params: { tenant: tenant.slug } })}>
        {t('settings.account')}
      </MenuItem>
      {mayManage && (
        <MenuItem icon={Building2} onSelect={() => void navigate({ to: '/welcome' })}>
          {t('settings.business')}
        </MenuItem>
      )}
      {maySeePeople && (
        <MenuItem icon={UsersRound} onSelect={() => void navigate({ to: '/a/$tenant/settings/users', params: { tenant: tenant.slug } })}>
          {t('settings.people')}
        </MenuItem>
      )}
      {maySeeCampaigns && (
        <MenuItem icon={Headset} onSelect={() => void navigate({ to: '/a/$tenant/settings/campaigns', params: { tenant: tenant.slug } })}>
          {t('settings.campaigns')}
        </MenuItem>
      )}
      {mayReply && (
        <MenuItem icon={MessageSquareText} onSelect={() => void navigate({ to: '/a/$tenant/settings/replies', params: { tenant: tenant.slug } })}>
          {t('settings.replies')}
        </MenuItem>
      )}
      {mayManageService && (
        <MenuItem icon={CircleCheck} onSelect={() => void navigate({ to: '/a/$tenant/settings/closing', params: { tenant: tenant.slug } })}>
          {t('settings.closing')}
        </MenuItem>
      )}
      {maySeeCampaigns && (
        <MenuItem icon={ListOrdered} onSelect={() => void navigate({ to: '/a/$tenant/settings/queues', params: { tenant: tenant.slug } })}>
          {t('settings.queues')}
        </MenuItem>
      )}
      {mayManageFlows && (
        <MenuItem icon={Workflow} onSelect={() => void navigate({ to: '/a/$tenant/settings/flows', params: { tenant: tenant.slug } })}>
          {t('settings.flows')}
        </MenuItem>
      )}
      {mayManage && (
        <MenuItem icon={Files} onSelect={() => void navigate({ to: '/a/$tenant/settings/files', params: { tenant: tenant.slug } })}>
          {t('settings.files')}
        </MenuItem>
      )}
      {isHostAdmin && (
        <MenuItem icon={Server} onSelect={() => void navigate({ to: '/host' })}>
          {t('settings.host')}
        </MenuItem>
      )}
      <MenuLine />
      <MenuItem icon={LogOut} onSelect={() => void leave()}>
        {t('settings.sign_out')}
      </MenuItem>
    </Menu>
  )
}
