import { useSyncExternalStore } from 'react'

const follow = (query: string) => {
  const media = matchMedia(query)
  return {
    subscribe: (listener: () => void) => {
      media.addEventListener('change', listener)
      return () => media.removeEventListener('change', listener)
    },
    matches: () => media.matches,
  }
}
const narrow = follow('(max-width: 767.98px)')
const laptop = follow('(min-width: 1024px)')
const wide = follow('(min-width: 1280px)')

/** One column with a tab bar: phones. Prefer CSS (`max-tablet:`); this is for what must not be rendered twice. */
export const useNarrow = () => useSyncExternalStore(narrow.subscribe, narrow.matches)
/** A page and one panel side by side. */
export const useLaptop = () => useSyncExternalStore(laptop.subscribe, laptop.matches)
/** Everything side by side. */
export const useWide = () => useSyncExternalStore(wide.subscribe, wide.matches)
