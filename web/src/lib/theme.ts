import { followKept, keep, readKept } from './kept.ts'
import { createStore, useStore } from './store.ts'

/** Light, dark, or as the system says. `public/theme.js` applies the same rule before the first paint. */
export const themeChoices = ['system', 'light', 'dark'] as const
export type ThemeChoice = (typeof themeChoices)[number]

const systemIsDark = matchMedia('(prefers-color-scheme: dark)')
const themeOf = (kept: string | null): ThemeChoice => themeChoices.find((known) => known === kept) ?? 'system'
const choice = createStore<ThemeChoice>(themeOf(readKept('theme')))

/** What a page wears whatever anybody chose. */
let held: 'light' | 'dark' | null = null

const apply = () => {
  const shown = held ?? (choice.get() === 'system' ? (systemIsDark.matches ? 'dark' : 'light') : choice.get())
  document.documentElement.dataset.theme = shown
  document.querySelector('meta[name=theme-color]')?.setAttribute('content', getComputedStyle(document.documentElement).getPropertyValue('--bg').trim())
}

export const startTheme = () => {
  systemIsDark.addEventListener('change', apply)
  followKept('theme', (kept) => {
    choice.set(themeOf(kept))
    apply()
  })
  apply()
}

/** Until the answer is called, the page is as it has to be, also when the system goes from day to night. */
export const holdTheme = (theme: 'light' | 'dark'): (() => void) => {
  held = theme
  apply()
  return () => {
    held = null
    apply()
  }
}

export const chooseTheme = (next: ThemeChoice) => {
  keep('theme', next)
  choice.set(next)
  apply()
}

export const useThemeChoice = () => useStore(choice)
