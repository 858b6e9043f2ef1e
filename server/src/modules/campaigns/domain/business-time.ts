import type { OpeningHours } from '@chasqui/contracts'
import { dayMs, zoneNamed, type Minutes, type Span } from './zone.ts'

/** Names of the public holidays by date (`2026-12-25`), in whatever language; only whether one is there decides. */
export type HolidayCalendar = { has(date: string): boolean; readonly lastDate: string }

/** Why a day is as it is: the rule that won, and what it says. Times as minutes of the wall clock. */
export type DayRule = { date: string; weekday: number; rule: 'always' | 'weekly' | 'holiday' | 'special'; open: { from: Minutes; to: Minutes }[] }

/** Opening hours as a clock that stands still while nobody is there. */
export type BusinessTime = {
  isOpen(at: Date): boolean
  /** The first instant, not before `at`, at which somebody is there: `at` itself when it is open. Null: never, or not within twenty years. */
  nextOpening(at: Date): Date | null
  /** The first instant, not before `at`, at which nobody is there: `at` itself when it is closed. Null: never, or not within twenty years. */
  nextClosing(at: Date): Date | null
  /** The first instant at which so many seconds of business time have passed since `from`. Null: never, or not within twenty years. */
  addBusinessTime(from: Date, seconds: number): Date | null
  /** Seconds of business time from `from` to `to`; 0 when `to` is not after it. */
  businessSecondsBetween(from: Date, to: Date): number
  /** The rule of the day in which `at` lies. */
  ruleAt(at: Date): DayRule
}

const farthestDays = 20 * 366
/** After the last special day and holiday only the week counts, and a change of the clock may swallow one week's hours. */
const certainlyDays = 16
const memoryDays = 1000

const dateOf = (day: number): string => new Date(day * dayMs).toISOString().slice(0, 10)
const dayOf = (date: string): number => Date.parse(`${date}T00:00:00Z`) / dayMs
const minutesOf = (clock: string): Minutes => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))
const weekdayOf = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1

const isEmpty = ({ weekly }: OpeningHours): boolean => Object.values(weekly).every((open) => open === undefined || open.length === 0)

/** Spans in order; those that touch become one. */
const joined = (spans: Span[]): Span[] =>
  spans
    .toSorted(([one], [other]) => one - other)
    .reduce<Span[]>((all, span) => {
      const last = all.at(-1)
      return last && last[1] >= span[0] ? [...all.slice(0, -1), [last[0], Math.max(last[1], span[1])]] : [...all, span]
    }, [])

const alwaysOpen = (zoneName: string): BusinessTime => ({
  isOpen: () => true,
  nextOpening: (at) => at,
  nextClosing: () => null,
  addBusinessTime: (from, seconds) => new Date(from.getTime() + Math.max(seconds, 0) * 1000),
  businessSecondsBetween: (from, to) => Math.max(to.getTime() - from.getTime(), 0) / 1000,
  ruleAt: (at) => {
    const day = zoneNamed(zoneName).dayAt(at.getTime())
    return { date: dateOf(day), weekday: weekdayOf(day), rule: 'always', open: [{ from: 0, to: 1440 }] }
  },
})

/** The hours in a zone. A special day wins over a holiday, which wins over the weekday. */
export const businessTime = (hours: OpeningHours, zoneName: string, holidays: HolidayCalendar | null): BusinessTime => {
  if (hours.always) return alwaysOpen(zoneName)
  const zone = zoneNamed(zoneName)
  const special = new Map(hours.special.map(({ date, open }) => [date, open]))
  const exceptions = [...hours.special.map(({ date }) => date), ...(holidays ? [holidays.lastDate] : [])].map(dayOf)
  const lastException = Math.max(-Infinity, ...exceptions)
  const weekIsEmpty = isEmpty(hours)
  /** The last day that has to be looked at to know what never comes. */
  const lastDay = (day: number) => Math.min(day + farthestDays, weekIsEmpty ? lastException + 1 : Math.max(day, lastException) + certainlyDays)

  const ruleOf = (day: number): DayRule => {
    const [date, weekday] = [dateOf(day), weekdayOf(day)]
    const own = special.get(date)
    const rule = own ? 'special' : holidays?.has(date) ? 'holiday' : 'weekly'
    const open = own ?? (rule === 'holiday' ? [] : (hours.weekly[`${weekday}` as keyof OpeningHours['weekly']] ?? []))
    return { date, weekday, rule, open: open.map(({ from, to }) => ({ from: minutesOf(from), to: minutesOf(to) })) }
  }
  const known = new Map<number, Span[]>()
  const spansOf = (day: number): Span[] => {
    const hit = known.get(day)
    if (hit) return hit
    const spans = joined(ruleOf(day).open.flatMap(({ from, to }) => zone.spans(day, from, to)))
    if (known.size >= memoryDays) known.clear()
    known.set(day, spans)
    return spans
  }
  /** What is open from an instant on, in order, up to and with the given day. */
  const openFrom = function* (instant: number, last: number): Generator<Span> {
    for (let day = zone.dayAt(instant); day <= last; day += 1) for (const [from, to] of spansOf(day)) if (to > instant) yield [Math.max(from, instant), to]
  }
  const openingAt = (instant: number): number | null => {
    for (const [from] of openFrom(instant, lastDay(zone.dayAt(instant)))) return from
    return null
  }
  const isOpenAt = (instant: number) => spansOf(zone.dayAt(instant)).some(([from, to]) => from <= instant && instant < to)

  return {
    isOpen: (at) => isOpenAt(at.getTime()),
    nextOpening: (at) => {
      const opening = openingAt(at.getTime())
      return opening === null ? null : new Date(opening)
    },
    nextClosing: (at) => {
      let end = at.getTime()
      const last = Math.max(lastDay(zone.dayAt(end)), zone.dayAt(end) + certainlyDays)
      for (const [from, to] of openFrom(end, last)) {
        if (from > end) return new Date(end)
        end = to
      }
      return zone.dayAt(end) > last ? null : new Date(end)
    },
    addBusinessTime: (from, seconds) => {
      if (seconds <= 0) return from
      let left = seconds * 1000
      const today = zone.dayAt(from.getTime())
      const last = weekIsEmpty ? lastDay(today) : today + farthestDays
      for (const [start, end] of openFrom(from.getTime(), last)) {
        if (left <= end - start) return new Date(start + left)
        left -= end - start
      }
      return null
    },
    businessSecondsBetween: (from, to) => {
      const end = to.getTime()
      if (end <= from.getTime()) return 0
      let open = 0
      for (const span of openFrom(from.getTime(), zone.dayAt(end))) open += Math.max(Math.min(span[1], end) - span[0], 0)
      return open / 1000
    },
    ruleAt: (at) => ruleOf(zone.dayAt(at.getTime())),
  }
}
