import { clockTime, dayFromIso, dayOf, instantAt, isoDate, minutesFrom, monthsLater, partsOf, wallAt } from './calendar.ts'
import { addDay, nameOfDay, takeDays } from './day-words.ts'
import type { DaySaid, Draft, TimeSaid } from './draft.ts'
import { draftOf, take } from './draft.ts'
import type { Language } from './language.ts'
import type { Doubt, Moment, MomentReading } from './moment.ts'
import { endOf, takeParts, withinPart } from './part-words.ts'
import { languageSpoken, prepared } from './speech.ts'
import { takeTimes } from './time-words.ts'

/** What an answer about a time is read against. */
export type MomentContext = {
  now: Date
  timeZone: string
  language: Language
  /** What is asked for; a lone number is a day of the month when a date is, else an hour. */
  want: 'date' | 'time' | 'datetime'
  /** The hours that come into question, in minutes of the day: they tell five in the morning from five in the afternoon. */
  hours?: { from: number; to: number }
  /** What was understood before, when only the rest is asked for now. */
  base?: Moment
}

/** Most candidates that are offered. */
const most = 6
/** Days since a date without a year for which the one that has passed may be meant rather than next year's. */
const recently = 31

/** Understands a date, a time or both as people write them, in the zone of the business. Never takes what is unsure, and never the past for the future. */
export const readMoment = (text: string, context: MomentContext): MomentReading => {
  const instant = instantSaid(text, context)
  if (instant) return instant
  const language = languageSpoken(text, context.language)
  const words = prepared(text, language)
  if (words === null || words.trim() === '') return { outcome: 'not_understood' }
  const draft = draftOf(words, language)
  const bare = /^ (\d{1,2})(?: th)? $/.exec(words)?.[1]
  if (bare !== undefined && context.want === 'date') {
    if (addDay(draft, bare) === false) return { outcome: 'not_understood' }
    draft.text = ' '
  } else read(draft)
  return weigh(draft, context)
}

/** An instant in ISO 8601 with its offset, which programs and copied links write. */
const instantSaid = (text: string, context: MomentContext): MomentReading | null => {
  const said = text.trim()
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)$/i.test(said)) return null
  const at = Date.parse(said)
  if (Number.isNaN(at)) return { outcome: 'not_understood' }
  const wall = wallAt(at, context.timeZone)
  return chosen([{ day: wall.day, minutes: wall.minutes, part: null }], new Set(), context)
}

const read = (draft: Draft): void => {
  take(draft, '(?:how|what) about|que tal', () => {})
  take(
    draft,
    '(?:para|somos|seremos|for|we are) \\d{1,2} (?:personas?|pessoas?|people|persons?|adultos?|adults?)|\\d{1,2} (?:personas?|pessoas?|people)|(?:mesa|table|party|grupo) (?:para|for|of|de) \\d{1,2}|(?:somos|seremos|we are) \\d{1,2}',
    () => {},
  )
  takeParts(draft)
  takeDays(draft)
  takeTimes(draft)
}

const refusing =
  /(?<= )(?:nao|not|dont|cant|wont|nunca|never|menos|excepto|except|salvo|exceto|sin|sem|without|tampoco|jamas|ni|nem|cualquier|cualquiera|qualquer|any|anytime|todos|todas|toda|todo|cada|every|siempre|sempre|always|ningun|ninguna|nenhum|nenhuma|none|but|imposible|impossivel|doesnt|isnt|arent|couldnt|wouldnt|busy|unavailable|ocupado|ocupada|por medio|opcion|opcao|option)(?= )/
const spanishNo = /(?<= )no(?= )/
const vague =
  /(?<= )(?:aprox|aproximadamente|aproximado|tipo|eso|around|about|roughly|circa|volta|pelas|umas|unas|sobre|cerca|approximately|ish|mais ou menos|mas o menos|pico)(?= )/
const open =
  /(?<= )(?:despues|antes|partir|desde|hasta|after|before|until|till|since|depois|ate|luego|by|entre|between|from|onwards|adelante|diante|principios|mediados|fines|meados|inicio|late|later)(?= )/
const hedged =
  /(?<= )(?:creo|quizas?|talvez|tal vez|acho|maybe|perhaps|might|puede que|capaz|si (?:puedo|puede|se puede|hay|pudiera|es posible|llego)|se (?:der|puder|possivel|houver)|if|depende|depends|supongo|suponho|possibly|probably|probablemente|provavelmente|tentative|pasado)(?= )/
const either = /(?<= )(?:ou|or|u|o bien)(?= )/
/** Words besides the time that may stand around it before it is asked about. */
const mostBeside = 8

/** What is left of the text, and what it tells about the rest. False when it refuses. */
const heedRest = (draft: Draft): boolean => {
  const rest = ` ${draft.text.replace(/§/g, ' ').trim().replace(/\s+/g, ' ')} `
  if (refusing.test(rest) || / (?:los|nas|aos) §/.test(draft.text) || (draft.language !== 'pt' && spanishNo.test(rest))) return false
  if (draft.language === 'pt' && / no $| no (?!dia|fim|mes|horario|periodo|meu|proximo)/.test(rest) && rest.trim() !== 'no') draft.doubts.add('unclear')
  if (vague.test(rest)) draft.doubts.add('approximate')
  if (open.test(rest)) draft.doubts.add('range')
  if (hedged.test(rest) || nameOfDay.test(rest) || /\d/.test(rest)) draft.doubts.add('unclear')
  if (either.test(rest)) draft.doubts.add('alternatives')
  if (rest.trim().split(' ').length > mostBeside) draft.doubts.add('unclear')
  return true
}

type Point = { day: number | null; minutes: number | null; part: Moment['part'] }

const weigh = (draft: Draft, context: MomentContext): MomentReading => {
  const { base, want } = context
  if (!heedRest(draft)) return { outcome: 'not_understood' }
  const now = wallAt(context.now.getTime(), context.timeZone)
  if (draft.shift !== null) return weighShift(draft, context)
  const days = want === 'time' ? null : daysMeant(draft, now.day)
  const parts = [...new Set(draft.parts)]
  if (parts.length > 1) draft.doubts.add('alternatives')
  const part = parts[0] ?? (draft.days.length === 0 ? base?.part : null) ?? null
  const times = want === 'date' ? null : timesMeant(draft, part, context)
  if (days?.length === 0 || times?.length === 0) return { outcome: 'not_understood' }
  const nothing = days === null && times === null && parts.length === 0
  if (nothing) return { outcome: 'not_understood' }
  const points = pointsOf(
    days ?? [base?.date ? dayFromIso(base.date) : null],
    times ?? [want !== 'date' && base?.time ? minutesFrom(base.time) : null],
    parts.length > 1 ? parts : [part],
  )
  return chosen(points, draft.doubts, context)
}

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
const chosen = (points: Point[], doubts: Set<Doubt>, context: MomentContext): MomentReading => {
  const onClock = points.flatMap((point) => mended(point, doubts, context))
  const ahead = onClock.filter((point) => !hasPassed(point, context))
  if (ahead.length === 0) return { outcome: 'past', value: momentOf(onClock[0]!) }
  const candidates = distinct(ahead.map(momentOf))
  const [doubt] = doubts
  if (candidates.length === 1 && doubt === undefined) return { outcome: 'understood', value: candidates[0]! }
  const reason = doubt ?? (new Set(candidates.map((candidate) => candidate.date)).size > 1 ? 'which_day' : 'half_of_day')
  return { outcome: 'ambiguous', reason, candidates: candidates.slice(0, most) }
}

const distinct = (moments: Moment[]): Moment[] => [...new Map(moments.map((moment) => [JSON.stringify(moment), moment])).values()]

/** A time that the change of the clock leaves out becomes what the clock shows then, to be asked about. */
const mended = (point: Point, doubts: Set<Doubt>, { timeZone }: MomentContext): Point[] => {
  if (point.day === null || point.minutes === null || instantAt(point.day, point.minutes, timeZone) !== null) return [point]
  doubts.add('clock_change')
  const later = [60, 30, 120].map((minutes) => point.minutes! + minutes).find((minutes) => minutes < 1440 && instantAt(point.day!, minutes, timeZone) !== null)
  return later === undefined ? [{ ...point, day: point.day + 1, minutes: 0 }] : [{ ...point, minutes: later }]
}

const hasPassed = ({ day, minutes, part }: Point, { now, timeZone }: MomentContext): boolean => {
  if (day === null) return false
  const today = wallAt(now.getTime(), timeZone)
  if (minutes !== null) return (instantAt(day, minutes, timeZone) ?? 0) < Math.floor(now.getTime() / 60_000) * 60_000
  return day < today.day || (day === today.day && part !== null && today.minutes >= endOf[part])
}

/** The hours of the day that a business is likelier to mean come first. */
const daytimeFirst = (one: number, other: number): number => Number(isNightly(one)) - Number(isNightly(other))
const isNightly = (minutes: number): boolean => minutes < 7 * 60 || minutes >= 21 * 60

const timesMeant = (draft: Draft, part: Moment['part'], context: MomentContext): number[] | null => {
  if (draft.times.length === 0) return null
  if (draft.times.length > 1 && draft.doubts.size === 0) draft.doubts.add('alternatives')
  return draft.times.flatMap((time) => timesOf(draft, time, part, context).toSorted(daytimeFirst))
}

const timesOf = (draft: Draft, { minutes, sure, meridiem }: TimeSaid, part: Moment['part'], { hours }: MomentContext): number[] => {
  const hour = Math.floor(minutes / 60)
  if (meridiem) {
    const half = hour > 12 ? minutes : minutes - (hour === 12 ? 720 : 0) + (meridiem === 'pm' ? 720 : 0)
    if (part !== null && !withinPart(half % 1440, part).includes(half % 1440)) draft.doubts.add('contradiction')
    return [half]
  }
  if (part !== null && minutes <= 1440) {
    const fitting = minutes === 1440 && part === 'night' ? [1440] : withinPart(minutes, part)
    if (fitting.length > 0) {
      // Noon or midnight: "12 de la mañana" is said for both.
      if (part === 'morning' && hour === 12) draft.doubts.add('contradiction')
      return fitting
    }
    draft.doubts.add('contradiction')
    return minutes > 720 || minutes < 60 ? [minutes] : [minutes, minutes + 720]
  }
  if (sure || hour === 0 || hour > 12) return [minutes]
  const both = [minutes, minutes + 720]
  const within = hours ? both.filter((each) => each >= hours.from && each <= hours.to) : []
  return within.length === 1 ? within : both
}

/** The days that may be meant, likeliest first; null when no day was said, empty when there is no such day. */
const daysMeant = (draft: Draft, today: number): number[] | null => {
  if (draft.days.length === 0) return null
  const weekdays = draft.days.filter((day) => day.type === 'weekday')
  const others = draft.days.filter((day) => day.type !== 'weekday')
  const lists = others.map((day) => daysOf(draft, day, today))
  if (lists.some((list) => list.length === 0)) return []
  if (others.length === 0)
    return unionOf(
      draft,
      weekdays.map((day) => daysOf(draft, day, today)),
    )
  const dated = intersectionOf(lists) ?? unionOf(draft, lists)
  if (weekdays.length === 0) return dated
  const fitting = dated.filter((day) => weekdays.some(({ weekday }) => partsOf(day).weekday === weekday))
  if (fitting.length > 0) return settled(draft, fitting)
  const told = draft.times.filter((time) => !time.bare)
  const hourBeside = told.length < draft.times.length && told.length === 0
  if (!hourBeside) draft.times = told
  draft.doubts.add('contradiction')
  return [...(hourBeside ? [] : dated), ...weekdays.flatMap((day) => daysOf(draft, day, today))]
}

/** "viernes 5" where the fifth is a Friday: the date, and no hour. */
const settled = (draft: Draft, fitting: number[]): number[] => {
  draft.times = draft.times.filter((time) => !time.bare)
  return fitting
}

const unionOf = (draft: Draft, lists: number[][]): number[] => {
  if (lists.length > 1) draft.doubts.add('alternatives')
  return [...new Set(lists.flat())]
}

const intersectionOf = (lists: number[][]): number[] | null => {
  const [first = [], ...rest] = lists
  const common = first.filter((day) => rest.every((list) => list.includes(day)))
  return common.length > 0 ? common : null
}

const daysOf = (draft: Draft, said: DaySaid, today: number): number[] => {
  switch (said.type) {
    case 'offset':
      return [today + said.days]
    case 'months':
      return [monthsLater(today, said.months)]
    case 'weekday':
      return weekdayDays(draft, said, today)
    case 'day':
      return monthDays(said.day, said.monthsLater, today)
    case 'month_day':
      return yearlyDays(draft, said, today)
    case 'numeric':
      return numericDays(draft, said, today)
    case 'days':
      return pickedDays(said.pick, today)
  }
}

const weekdayDays = (draft: Draft, { weekday, which }: Extract<DaySaid, { type: 'weekday' }>, today: number): number[] => {
  const now = partsOf(today).weekday
  const ahead = (weekday - now + 7) % 7
  const coming = today + (ahead || 7)
  // Weeks begin on Monday; on a Sunday nobody knows which week is the next.
  const nextMonday = today + ((8 - now) % 7 || 7)
  const inNextWeek = nextMonday + ((weekday + 6) % 7)
  switch (which) {
    case 'plain':
      return ahead === 0 ? [today, today + 7] : [coming]
    case 'coming':
      return [coming]
    case 'next':
      return coming >= nextMonday && draft.language === 'en' ? [coming] : [coming, coming + 7]
    case 'other':
      return [coming, coming + 7]
    case 'next_week':
      return now === 0 ? [inNextWeek, inNextWeek + 7] : [inNextWeek]
    case 'week_after':
      draft.doubts.add('which_day')
      return [coming + 7]
    case 'last':
      return [coming - (ahead === 0 ? 14 : 7)]
  }
}

/** A day of the month by its number: this month's if it lies ahead, else the next month that has it. Today's number may be today or a month from now. */
const monthDays = (day: number, later: number | null, today: number): number[] => {
  const { year, month, day: date } = partsOf(today)
  const inMonth = (months: number): number | null => {
    const first = partsOf(monthsLater(dayOf(year, month, 1)!, months))
    return dayOf(first.year, first.month, day)
  }
  if (later !== null) return [inMonth(later)].filter((found) => found !== null)
  const found = [0, 1, 2].map(inMonth).filter((each) => each !== null && each >= today) as number[]
  return found.slice(0, day === date ? 2 : 1)
}

const yearlyDays = (draft: Draft, { day, month, year }: Extract<DaySaid, { type: 'month_day' }>, today: number): number[] => {
  if (year !== null) return [dayOf(year, month, day)].filter((found) => found !== null)
  const thisYear = partsOf(today).year
  // 29 February waits for its year.
  const found = Array.from({ length: 9 }, (_, years) => dayOf(thisYear + years, month, day)).filter((each) => each !== null)
  const ahead = found.find((each) => each >= today)
  if (ahead === undefined) return []
  if (found[0]! < today && today - found[0]! <= recently) draft.doubts.add('year')
  return [ahead]
}

/** Day before month, but in English, where either may be; turned round only to ask, when it fits no other way. */
const numericDays = (draft: Draft, { one, two, year }: Extract<DaySaid, { type: 'numeric' }>, today: number): number[] => {
  const inOrder = (day: number, month: number) => yearlyDays(draft, { type: 'month_day', day, month, year }, today)
  const [dayFirst, monthFirst] = [one <= 31 && two <= 12 ? inOrder(one, two) : [], two <= 31 && one <= 12 ? inOrder(two, one) : []]
  if (draft.language === 'en') return [...new Set([...monthFirst, ...dayFirst])]
  if (dayFirst.length === 0 && monthFirst.length > 0) draft.doubts.add('day_or_month')
  return dayFirst.length > 0 ? dayFirst : monthFirst
}

const pickedDays = (pick: Extract<DaySaid, { type: 'days' }>['pick'], today: number): number[] => {
  const { weekday } = partsOf(today)
  if (pick === 'month_end') return [monthsLater(today - partsOf(today).day + 1, 1) - 1]
  const monday = today + ((8 - weekday) % 7 || 7)
  if (pick === 'next_week') return [0, 1, 2, 3, 4].map((days) => monday + days)
  const saturday = today + ((6 - weekday + 7) % 7)
  return [saturday, saturday + 1]
}
