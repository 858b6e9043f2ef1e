import { useNavigate } from '@tanstack/react-router'
import {
  Building2,
  CircleCheck,
  Files,
  Headset,
  ListChecks,
  ListOrdered,
  LogOut,
  type LucideIcon,
  MessageSquareText,
  Search,
  Server,
  UserRound,
  UsersRound,
  Workflow,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { languages } from '#lib/i18n/languages.ts'
import { shownLanguage, useTexts } from '#lib/i18n/texts.ts'
import { useCan, useIsHostAdmin, usePhoto, useTenant, useUser } from '#lib/session.ts'
import { chooseTheme, themeChoices, useThemeChoice } from '#lib/theme.ts'
import { Avatar } from '#ui/avatar.tsx'
import { Segmented } from '#ui/segmented.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { SideSheet } from '#ui/side-sheet.tsx'
import { leave, speak } from './acts.ts'
import { languageNames } from '#ui/language-links.tsx'
import { useMyPresence, usePresenceOptions, useSayPresence } from './me.tsx'
import { tabs } from './pages.ts'
import { openOverlay } from './shell-state.ts'
import { useTenants } from './tenant-switcher.tsx'
import { useRoleName } from './role-name.ts'
import { usePages } from './use-pages.ts'

const Row = ({ icon: Icon, onPress, children }: { icon: LucideIcon; onPress: () => void; children: ReactNode }) => (
  <button type="button" onClick={onPress} className="flex h-12 w-full items-center gap-3 rounded-control px-2 text-base font-medium hover:bg-surface-2">
    <Icon size={20} strokeWidth={1.75} className="text-fg-2" aria-hidden />
    {children}
  </button>
)

const Person = () => {
  const roleName = useRoleName()
  const user = useUser()
  const tenant = useTenant()
  return (
    <div className="flex items-center gap-3">
      <Avatar name={user.name} photo={usePhoto()} />
      <div className="min-w-0">
        <strong className="block truncate font-semibold">{user.name}</strong>
        <span className="block truncate text-sm text-fg-3">
          {tenant.name} · {roleName(tenant)}
        </span>
      </div>
    </div>
  )
}

/** What the left column holds on wide screens and the tab bar has no room for. */
export const MoreSheet = ({ open }: { open: boolean }) => {
  const { t } = useTexts('app')
  const navigate = useNavigate()
  const tenant = useTenant()
  const tenants = useTenants()
  const theme = useThemeChoice()
  const mayRead = useCan('conversations.read')
  const mayManage = useCan('tenant.manage')
  const maySeePeople = useCan('users.read')
  const maySeeCampaigns = useCan('campaigns.read')
  const mayManageService = useCan('campaigns.manage')
  const mayManageFlows = useCan('flows.manage')
  const mayReply = useCan('conversations.reply')
  const isHostAdmin = useIsHostAdmin()
  const further = usePages().flat().slice(tabs)
  const presence = useMyPresence()
  const presenceOptions = usePresenceOptions()
  const sayPresence = useSayPresence()
  const close = () => openOverlay(null)
  const go = (act: () => unknown) => () => {
    close()
    void act()
  }
  return (
    <SideSheet open={open} onClose={close} title={t('nav.more')} bottom>
      <div className="flex flex-col gap-4 p-4">
        <Person />
        <SelectField label={t('presence.title')} value={presence.choice} options={presenceOptions} onChange={sayPresence} />
        {tenants.length > 1 && (
          <SelectField
            label={t('tenant.list')}
            value={tenant.slug}
            options={tenants.map(({ slug, name }) => ({ value: slug, label: name }))}
            onChange={(slug) => go(() => navigate({ to: '/a/$tenant/home', params: { tenant: slug } }))()}
          />
        )}
        <SelectField
          label={t('settings.language')}
          value={languages.find((known) => known === shownLanguage()) ?? 'es'}
          options={languages.map((value) => ({ value, label: languageNames[value] }))}
          onChange={(next) => void speak(next)}
        />
        <div className="flex flex-col gap-1">
          <span className="text-sm font-medium text-fg-2">{t('settings.theme')}</span>
          <Segmented
            className="self-start"
            label={t('settings.theme')}
            value={theme}
            options={themeChoices.map((value) => ({ value, label: t(`theme.${value}`) }))}
            onChange={chooseTheme}
          />
        </div>
        <div className="-mx-2 border-t border-line pt-2">
          <Row icon={Search} onPress={() => openOverlay('palette')}>
            {t('find.label')}
          </Row>
          {further.map(({ key, path, icon }) => (
            <Row key={key} icon={icon} onPress={go(() => navigate({ to: path, params: { tenant: tenant.slug } }))}>
              {t(`page.${key}`)}
            </Row>
          ))}
          {mayRead && (
            <Row icon={ListChecks} onPress={go(() => navigate({ to: '/a/$tenant/jobs', params: { tenant: tenant.slug } }))}>
              {t('settings.jobs')}
            </Row>
          )}
          <Row icon={UserRound} onPress={go(() => navigate({ to: '/a/$tenant/account', params: { tenant: tenant.slug } }))}>
            {t('settings.account')}
          </Row>
          {mayManage && (
            <Row icon={Building2} onPress={go(() => navigate({ to: '/welcome' }))}>
              {t('settings.business')}
            </Row>
          )}
          {maySeePeople && (
            <Row icon={UsersRound} onPress={go(() => navigate({ to: '/a/$tenant/settings/users', params: { tenant: tenant.slug } }))}>
              {t('settings.people')}
            </Row>
          )}
          {maySeeCampaigns && (
            <Row icon={Headset} onPress={go(() => navigate({ to: '/a/$tenant/settings/campaigns', params: { tenant: tenant.slug } }))}>
              {t('settings.campaigns')}
            </Row>
          )}
          {mayReply && (
            <Row icon={MessageSquareText} onPress={go(() => navigate({ to: '/a/$tenant/settings/replies', params: { tenant: tenant.slug } }))}>
              {t('settings.replies')}
            </Row>
          )}
          {mayManageService && (
            <Row icon={CircleCheck} onPress={go(() => navigate({ to: '/a/$tenant/settings/closing', params: { tenant: tenant.slug } }))}>
              {t('settings.closing')}
            </Row>
          )}
          {maySeeCampaigns && (
            <Row icon={ListOrdered} onPress={go(() => navigate({ to: '/a/$tenant/settings/queues', params: { tenant: tenant.slug } }))}>
              {t('settings.queues')}
            </Row>
          )}
          {mayManageFlows && (
            <Row icon={Workflow} onPress={go(() => navigate({ to: '/a/$tenant/settings/flows', params: { tenant: tenant.slug } }))}>
              {t('settings.flows')}
            </Row>
          )}
          {mayManage && (
            <Row icon={Files} onPress={go(() => navigate({ to: '/a/$tenant/settings/files', params: { tenant: tenant.slug } }))}>
              {t('settings.files')}
            </Row>
          )}
          {isHostAdmin && (
            <Row icon={Server} onPress={go(() => navigate({ to: '/host' }))}>
              {t('settings.host')}
            </Row>
          )}
          <Row icon={LogOut} onPress={go(leave)}>
            {t('settings.sign_out')}
          </Row>
        </div>
      </div>
    </SideSheet>
  )
}
