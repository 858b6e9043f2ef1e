import { instantOfLocal } from '@chasqui/contracts/zoned-time'
import { dayOf, isoDate, minutesFrom, monthsLater, partsOf, wallAt, zonedIso } from '../understanding/calendar.ts'
import { fold } from '../understanding/fold.ts'

/** How far a date is moved: by so many minutes, days of the calendar, or months of it. */
type Unit = { by: 'minutes' | 'days' | 'months'; times: number }

const units: ReadonlyMap<string, Unit> = new Map(
  (
    [
      ['minute minutes minuto minutos', 'minutes', 1],
      ['hour hours hora horas', 'minutes', 60],
      ['day days dia dias', 'days', 1],
      ['week weeks semana semanas', 'days', 7],
      ['month months mes meses', 'months', 1],
      ['year years ano anos', 'months', 12],
    ] as const
  ).flatMap(([words, by, times]) => words.split(' ').map((word): [string, Unit] => [word, { by, times }])),
)

/** A unit by its word in any of the languages of the product. */
export const unitOf = (word: string): Unit | null => units.get(fold(word)) ?? null

const minuteMs = 60_000
const dayMs = 86_400_000
const dated = /^\s*(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}:\d{2})(?::\d{2}(?:\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})?)?\s*$/

/** A day, and the minute of it where a time of day was told, on the clock of the business. */
type Moment = { day: number; minutes: number | null }

/** A date as steps keep it: "2026-03-02", "2026-03-02T17:00:00-03:00"; null for what is none. */
const momentIn = (text: string, timeZone: string): Moment | null => {
  const [, year, month, date, time, offset] = dated.exec(text) ?? []
  const day = year === undefined ? null : dayOf(Number(year), Number(month), Number(date))
  if (day === null) return null
  if (time === undefined) return { day, minutes: null }
  const minutes = minutesFrom(time)
  if (minutes >= 24 * 60 || Number(time.slice(3)) > 59) return null
  if (offset === undefined) return { day, minutes }
  const instant = Date.parse(`${isoDate(day)}T${time}:00${offset}`)
  return Number.isNaN(instant) ? null : wallAt(instant, timeZone)
}

/** Units that a date is moved by, at most: more leaves the years that there are. */
const farthest = 10_000_000

/** A date so much later (or earlier), written as it was: a day stays a day unless hours or minutes are added. Null where there is no such date. */
export const dateAdded = (text: string, amount: number, unit: Unit, timeZone: string): string | null => {
  const moment = momentIn(text, timeZone)
  const times = amount * unit.times
  if (!moment || !Number.isInteger(times) || Math.abs(times) > farthest) return null
  if (unit.by === 'minutes') return shown(localInstant(moment, timeZone) + times * minuteMs, timeZone)
  const day = unit.by === 'days' ? moment.day + times : monthsLater(moment.day, times)
  if (!isInRange(day)) return null
  return moment.minutes === null ? isoDate(day) : zonedIso(localInstant({ ...moment, day }, timeZone), timeZone)
}

const localInstant = ({ day, minutes }: Moment, timeZone: string): number => instantOfLocal(day * dayMs + (minutes ?? 0) * minuteMs, timeZone)

const isInRange = (day: number): boolean => {
  if (Number.isNaN(day) || Math.abs(day) > farthest) return false
  const { year, month, day: date } = partsOf(day)
  return dayOf(year, month, date) !== null
}

const shown = (instant: number, timeZone: string): string | null => (isInRange(Math.floor(instant / dayMs)) ? zonedIso(instant, timeZone) : null)

export const todayIn = (now: Date, timeZone: string): string => isoDate(wallAt(now.getTime(), timeZone).day)
export const nowIn = (now: Date, timeZone: string): string => zonedIso(Math.floor(now.getTime() / minuteMs) * minuteMs, timeZone)
