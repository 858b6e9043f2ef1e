import type { SavedView } from '@chasqui/contracts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useSight } from '#lib/session.ts'
import { useShortcuts } from '#lib/shortcuts.ts'
import { type View, viewsWithin } from '../address/inbox-search.ts'
import type { InboxAddress } from '../address/use-inbox-address.ts'
import { addressOf } from './view-address.ts'

type KeyOfView = { key: string; view: View }
/** The built-in views have the first keys, unless somebody gave a key to a view of their own. */
export const keysOfViews = (views: readonly View[], saved: readonly SavedView[]): KeyOfView[] =>
  views.flatMap((view, index) => (saved.some(({ pin }) => pin === index + 1) ? [] : [{ key: String(index + 1), view }]))

export const goToView = (address: InboxAddress, view: SavedView | undefined): void => {
  if (!view) return
  const { place, search } = addressOf(view)
  address.show(place, search)
}

/** `1…9` lead to the views. */
export const useViewKeys = (address: InboxAddress, saved: SavedView[]) => {
  const { t } = useTexts('inbox')
  const views = keysOfViews(viewsWithin(useSight().reach), saved)
  const pinned = saved.filter(({ pin }) => pin !== null)
  useShortcuts('list', {
    ...Object.fromEntries(views.map(({ key, view }) => [`view_${view}`, { keys: key, label: t(`view.${view}`), run: () => address.show({ view }) }])),
    ...Object.fromEntries(pinned.map((view) => [`pin_${view.pin}`, { keys: String(view.pin), label: view.name, run: () => goToView(address, view) }])),
  })
}
