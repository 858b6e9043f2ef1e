import { useMemo } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'

/** Any Monday. */
const monday = Date.UTC(2024, 0, 1)
const day = 86_400_000

/** The days of the week in few letters, Monday first. */
export const useDayNames = (): readonly string[] => {
  const { i18n } = useTexts()
  return useMemo(() => {
    const format = new Intl.DateTimeFormat(i18n.language, { weekday: 'short', timeZone: 'UTC' })
    return Array.from({ length: 7 }, (_, index) => format.format(monday + index * day))
  }, [i18n.language])
}
