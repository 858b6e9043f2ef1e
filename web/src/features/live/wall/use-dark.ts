import { useEffect } from 'react'

/** Dark while the wall is shown, whatever the system says; light where the address asks for it. */
export const useDark = (dark: boolean) =>
  useEffect(() => {
    const { dataset } = document.documentElement
    const before = dataset.theme
    dataset.theme = dark ? 'dark' : 'light'
    return () => {
      if (before !== undefined) dataset.theme = before
    }
  }, [dark])
