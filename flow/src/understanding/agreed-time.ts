import { dayFromIso, dayOf, partsOf, wallAt } from './calendar.ts'
import type { Facts } from './label-facts.ts'
import { factsIn } from './label-facts.ts'
import type { Language } from './language.ts'

/** "Sí, a las 10" agrees where ten is what was asked about, and asks for another hour where it was nine. */

type Day = { weekday: number | null; month: number | null; day: number | null }
type Times = { hours: Facts['hours']; days: Day[] }
type Calendar = { now: Date; timeZone: string; language: Language }

/** Whether an answer names an hour or a day that is none of those in what the customer was told; adding one where none was told contradicts nothing. */
export const namesAnotherTime = (text: string, told: readonly string[], calendar: Calendar): boolean => {
  const said = timesIn(text, calendar)
  if (said.hours.length === 0 && said.days.length === 0) return false
  const known = told.flatMap(pieces).map((each) => timesIn(each, calendar))
  const [hours, days] = [known.flatMap((times) => times.hours), known.flatMap((times) => times.days)]
  const isOther = <Each>(mine: Each[], theirs: Each[], same: (one: Each, other: Each) => boolean): boolean =>
    theirs.length > 0 && mine.some((one) => !theirs.some((other) => same(one, other)))
  return isOther(said.hours, hours, isSameHour) || isOther(said.days, days, isSameDay)
}

/** Of a long text every part is looked at. */
const pieces = (text: string): string[] => text.slice(0, 2000).match(/.{1,190}(?:\s|$)/gsu) ?? []

type Hour = Facts['hours'][number]
/** On a clock of twelve hours, unless both are certain of theirs. */
const isSameHour = (one: Hour, other: Hour): boolean =>
  one.minute === other.minute && (one.sure && other.sure ? one.hour === other.hour : one.hour % 12 === other.hour % 12)

/** As far as both tell; who tells of nothing that the other does may mean another day. */
const isSameDay = (one: Day, other: Day): boolean => {
  const shared = (['weekday', 'month', 'day'] as const).filter((part) => one[part] !== null && other[part] !== null)
  return shared.some((part) => part !== 'month') && shared.every((part) => one[part] === other[part])
}

const written = /(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)(?:T(?<time>\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(?<zone>Z|[+-]\d\d:\d\d)?)?/g
const about = /(?<![\p{L}\d])(?:tipo|pelas|around|about|approx|sobre las|a eso de las?|como a las?|l[aá] pelas)\s+(?=\d)/giu

const timesIn = (text: string, calendar: Calendar): Times => {
  const kept: Times = { hours: [], days: [] }
  const plain = text.replace(written, (value, ...rest) => {
    keepWritten(kept, value, rest.at(-1) as Record<string, string | undefined>, calendar)
    return ' '
  })
  const { hours, weekdays, days } = factsIn(plain.replace(about, ' a las '), calendar.language)
  const near = nearDays(plain, calendar)
  const named = weekdays.map((weekday): Day => ({ weekday, month: null, day: null }))
  return {
    hours: [...kept.hours, ...hours],
    days: [...kept.days, ...near, ...joined(named, [...days.map((each) => dated(each, calendar)), ...daysAlone(plain)])],
  }
}

/** "Martes 12 de marzo" is one day. */
const joined = (named: Day[], dates: Day[]): Day[] =>
  dates.length === 1 && named.length === 1 ? dates.map((each) => ({ ...each, weekday: each.weekday ?? named[0]!.weekday })) : [...named, ...dates]

const dated = ({ day, month }: Facts['days'][number], { now, timeZone }: Calendar): Day => {
  if (month === 0) return { weekday: null, month: null, day }
  const today = wallAt(now.getTime(), timeZone).day
  const { year } = partsOf(today)
  const coming = [year, year + 1].map((each) => dayOf(each, month, day)).find((each) => each !== null && each >= today)
  return coming === undefined || coming === null ? { weekday: null, month, day } : partsOf(coming)
}

/** What is kept of a date or an instant: "2026-03-12T10:00:00-03:00". */
const keepWritten = (
  { hours, days }: Times,
  value: string,
  { year, month, day, time, zone }: Record<string, string | undefined>,
  { timeZone }: Calendar,
): void => {
  const instant = time !== undefined && zone !== undefined ? Date.parse(value) : null
  const wall = instant === null ? { day: dayFromIso(`${year}-${month}-${day}`), minutes: null } : Number.isNaN(instant) ? null : wallAt(instant, timeZone)
  if (wall === null || Number.isNaN(wall.day)) return
  days.push(partsOf(wall.day))
  const minutes = wall.minutes ?? (time === undefined ? null : Number(time.slice(0, 2)) * 60 + Number(time.slice(3)))
  if (minutes !== null) hours.push({ hour: Math.floor(minutes / 60), minute: minutes % 60, sure: true })
}

const nearNames: [RegExp, number][] = [
  [/(?<!\p{L})(?:pasado ma[nñ]ana|depois de amanh[aã]|day after tomorrow)(?!\p{L})/iu, 2],
  [/(?<!\p{L})(?<!(?:pasado|(?:a|por|de|en|esta) la|esta|depois de|after) )(?:ma[nñ]ana|amanh[aã]|tomorrow|tmrw)(?!\p{L})/iu, 1],
  [/(?<!\p{L})(?:hoy|hoje|today|tonight)(?!\p{L})/iu, 0],
]

/** Today and tomorrow. */
const nearDays = (text: string, { now, timeZone }: Calendar): Day[] =>
  nearNames.flatMap(([name, later]) => (name.test(text) ? [partsOf(wallAt(now.getTime(), timeZone).day + later)] : []))

/** "El 12", "dia 12". */
const daysAlone = (text: string): Day[] =>
  [...text.matchAll(/(?<![\p{L}\d])(?:el|d[ií]a|the|no dia|on the)\s+(?<day>\d{1,2})(?:st|nd|rd|th)?(?![\d:/.,]|\s?(?:de|of|hs?|hrs?|[ap]m)(?!\p{L}))/giu)].map(
    ({ groups }): Day => ({ weekday: null, month: null, day: Number(groups?.['day']) }),
  )
