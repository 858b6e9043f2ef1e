import { keep, readKept } from '#lib/kept.ts'
import { createStore, useStore } from '#lib/store.ts'
import { focusedNow, returnFocus } from '#ui/focus-return.ts'
import { useWide } from '#ui/use-narrow.ts'

/** Whether the person folded the navigation (kept), and what is open over the page. */
const folded = createStore(readKept('nav') === 'folded')
export const foldNav = () => {
  folded.set(!folded.get())
  keep('nav', folded.get() ? 'folded' : null)
}
export const useNavFolded = () => {
  const wide = useWide()
  return useStore(folded) || !wide
}

export type Overlay = 'palette' | 'keys' | 'more' | null
const overlay = createStore<Overlay>(null)
let before: HTMLElement | null = null
export const openOverlay = (next: Overlay) => {
  if (next !== null && overlay.get() === null) before = focusedNow()
  overlay.set(next)
  // Once what was open has left the page.
  if (next === null) setTimeout(() => returnFocus(before), 0)
}
export const useOverlay = () => useStore(overlay)
