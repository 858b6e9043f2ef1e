import { instantOfLocal, zoneOffset } from '@chasqui/contracts/zoned-time'

/** Days of the wall calendar, counted from 1970-01-01, and the minutes of a day, as plain numbers. */

const minuteMs = 60_000
const dayMs = 86_400_000

/** The day of a date; null when there is no such date (31 April). Months from 1. */
export const dayOf = (year: number, month: number, day: number): number | null => {
  const at = new Date(Date.UTC(year, month - 1, day))
  const exists = year >= 1900 && year <= 2999 && at.getUTCMonth() === month - 1 && at.getUTCDate() === day
  return exists ? Math.round(at.getTime() / dayMs) : null
}

export const partsOf = (day: number): { year: number; month: number; day: number; weekday: number } => {
  const at = new Date(day * dayMs)
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate(), weekday: at.getUTCDay() }
}

/** The same day of the month so many months later; the last one where the month is shorter. */
export const monthsLater = (day: number, months: number): number => {
  const { year, month, day: date } = partsOf(day)
  const first = new Date(Date.UTC(year, month - 1 + months, 1))
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return Math.round(first.getTime() / dayMs) + Math.min(date, last) - 1
}

/** The nth day of a month, or the nth such weekday of it; the last one for -1. It lies in the next month where there are not so many. */
export const nthOfMonth = ({ year, month, weekday, nth }: { year: number; month: number; weekday: number | null; nth: number }): number => {
  const first = dayOf(year, month, 1)!
  const last = monthsLater(first, 1) - 1
  if (nth < 0) return weekday === null ? last : last - ((partsOf(last).weekday - weekday + 7) % 7)
  return weekday === null ? first + nth - 1 : first + ((weekday - partsOf(first).weekday + 7) % 7) + 7 * (nth - 1)
}

export const isoDate = (day: number): string => new Date(day * dayMs).toISOString().slice(0, 10)
export const dayFromIso = (date: string): number => Math.round(Date.parse(`${date}T00:00:00Z`) / dayMs)

const two = (value: number): string => String(value).padStart(2, '0')
export const clockTime = (minutes: number): string => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
export const minutesFrom = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

/** What the zone's clock and calendar show at an instant. */
export const wallAt = (instant: number, timeZone: string): { day: number; minutes: number } => {
  const wall = instant + zoneOffset(instant, timeZone)
  const day = Math.floor(wall / dayMs)
  return { day, minutes: Math.floor((wall - day * dayMs) / minuteMs) }
}

/** The instant at which the zone shows this day and minute (the first, where a change of the clock shows it twice); null where the change leaves it out. */
export const instantAt = (day: number, minutes: number, timeZone: string): number | null => {
  const local = day * dayMs + minutes * minuteMs
  const instant = instantOfLocal(local, timeZone)
  if (instant + zoneOffset(instant, timeZone) !== local) return null
  const offsetBefore = zoneOffset(instant - 6 * 3_600_000, timeZone)
  const earlier = local - offsetBefore
  return earlier < instant && earlier + zoneOffset(earlier, timeZone) === local ? earlier : instant
}

/** An instant the way the zone's clock shows it, with its offset: "2026-03-03T17:00:00-03:00". */
export const zonedIso = (instant: number, timeZone: string): string => {
  const offset = Math.round(zoneOffset(instant, timeZone) / minuteMs)
  const size = Math.abs(offset)
  const local = new Date(instant + offset * minuteMs).toISOString().slice(0, 19)
  return `${local}${offset < 0 ? '-' : '+'}${clockTime(size)}`
}
