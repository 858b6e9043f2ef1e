import { clock, type Place } from '#lib/format/time.ts'
import { useFormat } from '#lib/format.ts'

/** Times and weekdays of hours, which belong to no instant, as people here write them. */
export const useClockWords = () => {
  const { place } = useFormat()
  const wall: Place = { ...place, timeZone: 'UTC' }
  /** 1 is Monday. */
  const monday = Date.UTC(2024, 0, 1)
  const day = (weekday: number, length: 'long' | 'short') =>
    new Intl.DateTimeFormat(place.locale, { weekday: length, timeZone: 'UTC' }).format(monday + (weekday - 1) * 86_400_000)
  return {
    clockWords: (time: string) => (time === '24:00' ? '24:00' : clock(wall, `2024-01-01T${time}:00Z`)),
    dayName: (weekday: number) => day(weekday, 'long'),
    shortDayName: (weekday: number) => day(weekday, 'short'),
    dateWords: (date: string) =>
      new Intl.DateTimeFormat(place.locale, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).format(
        new Date(`${date}T00:00:00Z`),
      ),
  }
}
