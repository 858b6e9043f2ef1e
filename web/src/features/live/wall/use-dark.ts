import { useEffect } from 'react'
import { holdTheme } from '#lib/theme.ts'

/** Dark while the wall is shown, whatever the system says; light where the address asks for it. */
export const useDark = (dark: boolean) => useEffect(() => holdTheme(dark ? 'dark' : 'light'), [dark])
