import { useRef } from 'react'

/** The element that has the focus; of a menu the button that opened it, because the menu is gone by the time of the return. */
export const focusedNow = (): HTMLElement | null => {
  const focused = document.activeElement
  const opener = focused?.closest('[role=menu]')?.getAttribute('aria-labelledby')
  const kept = opener ? document.getElementById(opener) : focused
  return kept instanceof HTMLElement && kept !== document.body ? kept : null
}

/** The page as a whole, where the focus goes when nothing better is left; the next Tab goes on from there. */
const pageAsWhole = () => document.getElementById('page')

/** Gives the focus back unless somebody has taken it meanwhile. */
export const returnFocus = (to: HTMLElement | null): void => {
  const page = pageAsWhole()
  if (document.activeElement !== document.body && document.activeElement !== page) return
  const target = to?.isConnected ? to : page
  target?.focus({ preventScroll: true })
}

/** For what opens over the page by keys and menus as well as by buttons: `remember` as it opens, `onCloseAutoFocus` as it closes. */
export const useFocusReturn = () => {
  const before = useRef<HTMLElement | null>(null)
  return {
    remember: () => void (before.current = focusedNow()),
    onCloseAutoFocus: (event: Event) => {
      event.preventDefault()
      returnFocus(before.current)
    },
  }
}
