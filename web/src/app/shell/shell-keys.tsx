import { useNavigate } from '@tanstack/react-router'
import { useTexts } from '#lib/i18n/texts.ts'
import { useTenant } from '#lib/session.ts'
import { type Binding, useShortcuts } from '#lib/shortcuts.ts'
import { foldNav, openOverlay } from './shell-state.ts'
import { usePlaces } from './places.ts'
import { usePages } from './use-pages.ts'

/** The keys that work everywhere. */
export const ShellKeys = () => {
  const { t } = useTexts('app')
  const tenant = useTenant()
  const navigate = useNavigate()
  const pages = usePages().flat()
  const toPages = pages.map(({ key, keys, path }): [string, Binding] => [
    `go_${key}`,
    { keys, label: t('keys.go', { page: t(`page.${key}`) }), run: () => void navigate({ to: path, params: { tenant: tenant.slug } }) },
  ])
  const toPlaces = usePlaces().map(({ key, keys, label, run }): [string, Binding] => [`go_${key}`, { keys, label: t('keys.go', { page: label }), run }])
  useShortcuts('everywhere', {
    palette: { keys: 'Mod+k', label: t('find.label'), always: true, run: () => openOverlay('palette') },
    ...Object.fromEntries([...toPages, ...toPlaces]),
    nav: { keys: 'w', label: t('keys.nav'), run: foldNav },
    help: { keys: '?', label: t('keys.help'), run: () => openOverlay('keys') },
  })
  return null
}
