import { useNavigate } from '@tanstack/react-router'
import { Building2, Keyboard, Languages, LogOut, type LucideIcon, PanelLeft, SunMoon, UserRoundCheck } from 'lucide-react'
import { languages } from '#lib/i18n/languages.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useCan, useTenant } from '#lib/session.ts'
import { chooseTheme, themeChoices } from '#lib/theme.ts'
import { leave, speak } from './acts.ts'
import { languageNames } from '#ui/language-links.tsx'
import { usePresenceOptions, useSayPresence } from './me.tsx'
import { foldNav, openOverlay } from './shell-state.ts'
import { usePlaces } from './places.ts'
import { useTenants } from './tenant-switcher.tsx'
import { usePages } from './use-pages.ts'

export type PaletteCommand = { id: string; label: string; icon: LucideIcon; words: string[]; keys?: string; run: () => void }
export type PaletteGroup = { kind: 'pages' | 'commands'; heading: string; commands: PaletteCommand[] }

/** Everything that can be run from the palette, in its groups. */
export const useCommands = (): PaletteGroup[] => {
  const { t } = useTexts('app')
  const navigate = useNavigate()
  const tenant = useTenant()
  const others = useTenants().filter(({ tenantId }) => tenantId !== tenant.tenantId)
  const pages = usePages().flat()
  const places = usePlaces()
  const mayManage = useCan('tenant.manage')
  const presences = usePresenceOptions()
  const sayPresence = useSayPresence()
  const language = t('settings.language')
  const theme = t('settings.theme')
  return [
    {
      kind: 'pages',
      heading: t('find.pages'),
      commands: [
        ...pages.map(({ key, path, icon, keys }) => ({
          id: `page ${key}`,
          label: t(`page.${key}`),
          icon,
          words: [],
          keys,
          run: () => void navigate({ to: path, params: { tenant: tenant.slug } }),
        })),
        ...places.map(({ key, label, icon, keys, run }) => ({ id: `place ${key}`, label, icon, words: [], keys, run })),
        ...others.map(({ slug, name }) => ({
          id: `tenant ${slug}`,
          label: t('tenant.go', { name }),
          icon: Building2,
          words: [],
          run: () => void navigate({ to: '/a/$tenant/home', params: { tenant: slug } }),
        })),
      ],
    },
    {
      kind: 'commands',
      heading: t('find.commands'),
      commands: [
        ...presences.map(({ value, label }) => ({
          id: `presence ${value}`,
          label: `${t('presence.title')}: ${label}`,
          icon: UserRoundCheck,
          words: ['presence', value],
          run: () => sayPresence(value),
        })),
        ...themeChoices.map((choice) => ({
          id: `theme ${choice}`,
          label: `${theme}: ${t(`theme.${choice}`)}`,
          icon: SunMoon,
          words: ['theme', choice],
          run: () => chooseTheme(choice),
        })),
        ...languages.map((choice) => ({
          id: `language ${choice}`,
          label: `${language}: ${languageNames[choice]}`,
          icon: Languages,
          words: ['language', choice],
          run: () => void speak(choice),
        })),
        { id: 'nav', label: t('keys.nav'), icon: PanelLeft, words: [], keys: 'w', run: foldNav },
        { id: 'keys', label: t('keys.title'), icon: Keyboard, words: ['shortcuts'], keys: '?', run: () => openOverlay('keys') },
        ...(mayManage ? [{ id: 'business', label: t('settings.business'), icon: Building2, words: [], run: () => void navigate({ to: '/welcome' }) }] : []),
        { id: 'leave', label: t('settings.sign_out'), icon: LogOut, words: ['logout'], run: () => void leave() },
      ],
    },
  ]
}
