import { clockTime, dayFromIso, instantAt, isoDate, minutesFrom, wallAt } from './calendar.ts'
import { daysMeant } from './days-meant.ts'
import type { Draft } from './draft.ts'
import type { MomentContext } from './moment-context.ts'
import type { Doubt, Moment, MomentReading } from './moment.ts'
import { endOf, isWithinPart } from './part-words.ts'
import { heedRest } from './rest-words.ts'
import { timesMeant } from './times-meant.ts'

/** From what was said to what is meant: the days and times of a draft on the calendar and clock of the business. */

/** Most candidates that are offered. */
const most = 6

type Point = { day: number | null; minutes: number | null; part: Moment['part'] }

/** What a draft means; what makes it doubtful is only offered. */
export const weigh = (draft: Draft, context: MomentContext): MomentReading => {
  const { base, want } = context
  if (!heedRest(draft)) return { outcome: 'not_understood' }
  const now = wallAt(context.now.getTime(), context.timeZone)
  if (draft.shift === 0 && draft.times.length > 0) {
    // "Ahorita a las 6": today.
    draft.shift = null
    if (draft.days.length === 0) draft.days.push({ type: 'offset', days: 0 })
  }
  if (draft.shift !== null) return weighShift(draft, context)
  const days = want === 'time' ? null : daysMeant(draft, now.day, want)
  const parts = [...new Set(draft.parts)]
  if (parts.length > 1) draft.doubts.add('alternatives')
  const part = parts[0] ?? (draft.days.length === 0 ? base?.part : null) ?? null
  const times = want === 'date' ? null : timesMeant(draft, part, context)
  if (days?.length === 0 || times?.length === 0) return { outcome: 'not_understood' }
  // "Saturday 10" may be a date as well.
  if (times && times.length > 1 && draft.times.some(({ bare }) => bare)) draft.doubts.add('half_of_day')
  const nothing = days === null && times === null && parts.length === 0
  if (nothing) return { outcome: 'not_understood' }
  const points = pointsOf(
    days ?? [base?.date ? dayFromIso(base.date) : null],
    times ?? [want === 'date' ? null : baseTime(draft, base)],
    parts.length > 1 ? parts : [part],
  )
  return chosen(points, draft.doubts, context)
}

/**
 * The time that was certain before, unless another part of the day is said now: "mejor por la mañana". Of one that was taken for the day's, "de la noche",
 * "de la madrugada" and "de la mañana" tell its twin.
 */
const baseTime = ({ parts, said }: Draft, base: Moment | undefined): number | null => {
  if (!base?.time) return null
  const minutes = minutesFrom(base.time)
  if (parts.every((part) => isWithinPart(minutes, part))) return minutes
  if (!isDaily(minutes)) return null
  if (minutes < 720) return parts.every((part) => part === 'night') ? minutes + 720 : null
  return parts.every((part) => part === 'early' || (part === 'morning' && halfOfHour.test(said))) ? minutes - 720 : null
}

/** Unlike "por la mañana" it tells of an hour which half of the day it is in. */
const halfOfHour = / (?:de la manana|da manha) /

const weighShift = (draft: Draft, context: MomentContext): MomentReading => {
  const at = Math.ceil((context.now.getTime() + draft.shift! * 60_000) / 60_000) * 60_000
  if (draft.times.length > 0 || draft.days.length > 0) draft.doubts.add('contradiction')
  const { day, minutes } = wallAt(at, context.timeZone)
  const isPast = draft.shift! < 0
  const point = { day: context.want === 'time' ? null : day, minutes: context.want === 'date' ? null : minutes, part: null }
  return isPast ? { outcome: 'past', value: momentOf(point) } : chosen([point], draft.doubts, context)
}

const pointsOf = (days: (number | null)[], times: (number | null)[], parts: Moment['part'][]): Point[] =>
  days.flatMap((day) =>
    times.flatMap((minutes) =>
      (minutes === null ? parts : [null]).map((part): Point => {
        const over = minutes !== null && minutes >= 1440
        return { day: day !== null && over ? day + 1 : day, minutes: over ? minutes - 1440 : minutes, part }
      }),
    ),
  )

const momentOf = ({ day, minutes, part }: Point): Moment => ({
  date: day === null ? null : isoDate(day),
  time: minutes === null ? null : clockTime(minutes),
  part: minutes === null ? part : null,
})

/** Leaves out what has passed; takes what is left if it is one and nothing makes it doubtful. */
export const chosen = (points: Point[], doubts: Set<Doubt>, context: MomentContext): MomentReading => {
  const onClock = points.flatMap((point) => mended(point, doubts, context))
  const ahead = onClock.filter((point) => !hasPassed(point, context))
  if (ahead.length === 0) return { outcome: 'past', value: momentOf(onClock[0]!) }
  const likely = context.daytime && !context.offered && [...doubts].every((doubt) => ofOneTime.has(doubt)) ? withoutNights(ahead) : ahead
  const candidates = distinct(likely.map(momentOf))
  const [doubt] = doubts
  if (candidates.length === 1 && doubt === undefined) return { outcome: 'understood', value: candidates[0]! }
  const reason = doubt ?? (new Set(candidates.map((candidate) => candidate.date)).size > 1 ? 'which_day' : 'half_of_day')
  return { outcome: 'ambiguous', reason, candidates: context.offered ? candidates : candidates.slice(0, most) }
}

/** Doubts about a time that leave its half of the day as it is. */
const ofOneTime: ReadonlySet<Doubt> = new Set(['approximate', 'unclear'])

const dayFrom = 9 * 60
const dayTo = 19 * 60

const isDaily = (minutes: number): boolean => minutes >= dayFrom && minutes < dayTo

/** Who says nine, twelve or five means the day where both are left: a business is open then. At seven and eight it may be so twice a day. */
const withoutNights = (points: Point[]): Point[] => {
  const daily = points.filter(({ minutes }) => minutes !== null && isDaily(minutes))
  const isTwin = (night: Point, day: Point): boolean => Math.abs(((night.day ?? 0) - (day.day ?? 0)) * 1440 + night.minutes! - day.minutes!) === 720
  return points.filter((point) => point.minutes === null || !daily.some((day) => isTwin(point, day)))
}

const distinct = (moments: Moment[]): Moment[] => [...new Map(moments.map((moment) => [JSON.stringify(moment), moment])).values()]

/** A time that the change of the clock leaves out becomes what the clock shows then, to be asked about. */
const mended = (point: Point, doubts: Set<Doubt>, { timeZone }: MomentContext): Point[] => {
  if (point.day === null || point.minutes === null || instantAt(point.day, point.minutes, timeZone) !== null) return [point]
  doubts.add('clock_change')
  const later = [60, 30, 120].map((minutes) => point.minutes! + minutes).find((minutes) => minutes < 1440 && instantAt(point.day!, minutes, timeZone) !== null)
  return later === undefined ? [{ ...point, day: point.day + 1, minutes: 0 }] : [{ ...point, minutes: later }]
}

const hasPassed = ({ day, minutes, part }: Point, { now, timeZone, past }: MomentContext): boolean => {
  if (day === null || past) return false
  const today = wallAt(now.getTime(), timeZone)
  if (minutes !== null) return (instantAt(day, minutes, timeZone) ?? 0) < Math.floor(now.getTime() / 60_000) * 60_000
  return day < today.day || (day === today.day && part !== null && today.minutes >= endOf[part])
}
