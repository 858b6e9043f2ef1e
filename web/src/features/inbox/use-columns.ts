import { useSyncExternalStore } from 'react'
import { useWide } from '#ui/use-narrow.ts'

const laptop = matchMedia('(min-width: 1024px)')
const subscribe = (listener: () => void) => {
  laptop.addEventListener('change', listener)
  return () => laptop.removeEventListener('change', listener)
}

/** `both`: list and conversation stand side by side; `panel`: the panel has its own column beside them instead of lying over. */
export const useColumns = () => ({ both: useSyncExternalStore(subscribe, () => laptop.matches), panel: useWide() })
