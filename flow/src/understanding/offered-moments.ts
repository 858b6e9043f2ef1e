import { clockTime, dayFromIso, minutesFrom, partsOf } from './calendar.ts'
import type { MomentContext } from './moment-context.ts'
import type { Moment } from './moment.ts'
import { sharedOf } from './moment.ts'
import { isWithinPart } from './part-words.ts'
import { readMoment } from './read-moment.ts'

/** Which of several moments that were offered an answer may mean. */

/** "The afternoon one" is not one o'clock. */
const pronoun = /(?<=\p{L}(?<!\bat))\s+ones?(?=[\s.,!]*(?:please\W*)?$)/iu

/** "PM" alone is enough of an answer to two o'clock in the night or in the afternoon. */
const halfOfDay = /^\W*(?:the |la |el |a |o )?([ap])\.?\s?m\.?(?: one)?(?:,? (?:please|por favor))?\W*$/i

const halfTold = (text: string): string | undefined => halfOfDay.exec(text)?.[1]?.toLowerCase()

/** The moment that was read back in the half of the day that is all an answer tells of it ("a.m."); null where it tells anything else. */
export const inToldHalf = (text: string, moment: Moment): Moment | null => {
  const half = halfTold(text)
  if (half === undefined || moment.time === null) return null
  return { ...moment, time: clockTime((minutesFrom(moment.time) % 720) + (half === 'p' ? 720 : 0)) }
}

/** What the answer tells as a moment, read against these: `others` when it is about none of them; `nothing` when it is about no time at all. */
export const momentsNamed = (text: string, moments: readonly Moment[], context: MomentContext): Moment[] | 'others' | 'nothing' => {
  const half = halfTold(text)
  if (half !== undefined) return someOf(moments.filter(({ time }) => time !== null && time < '12:00' === (half === 'a')))
  const base = sharedOf(moments)
  const reading = readMoment(text.replace(pronoun, ''), { ...context, base, offered: moments })
  if (reading.outcome === 'not_understood') return 'nothing'
  if (reading.outcome === 'past') return 'others'
  const told = reading.outcome === 'ambiguous' ? reading.candidates : [reading.value]
  const named = moments.flatMap((moment) => told.flatMap((each) => (isNightBefore(moment, each, base) ? moment : (together(moment, each) ?? []))))
  return someOf([...new Map(named.map((moment) => [JSON.stringify(moment), moment])).values()])
}

const someOf = (named: Moment[]): Moment[] | 'others' => (named.length === 0 ? 'others' : named)

/** The offered moment with what the answer adds to it; null when they do not go together. */
const together = (offered: Moment, { date, time, part }: Moment): Moment | null => {
  if (date !== null && offered.date !== null && date !== offered.date) return null
  if (time !== null && offered.time !== null && time !== offered.time) return null
  const at = offered.time ?? time
  const whole = { date: offered.date ?? date, time: at, part: at === null ? (part ?? offered.part) : null }
  if (at === null) return part === null || offered.part === null || part === offered.part ? whole : null
  return [part, offered.part].every((each) => each === null || isWithinPart(minutesFrom(at), each)) ? whole : null
}

/** Twelve at night ends a day and begins one: where hours of one day are offered, who says it may mean either midnight of that day. */
const isNightBefore = (offered: Moment, { date, time }: Moment, shared: Moment): boolean =>
  shared.date !== null && shared.time === null && time === '00:00' && offered.time === time && date !== null && dayFromIso(date) === dayFromIso(shared.date) + 1

/** Whether a moment shows the number on the calendar or, as on a clock of twelve hours, on the clock. */
export const showsNumber = (number: number, moment: Moment): boolean => showsInDate(number, moment) || showsInTime(number, moment)

const showsInDate = (number: number, { date }: Moment): boolean => {
  if (date === null) return false
  const { day, month } = partsOf(dayFromIso(date))
  return number === day || number === month
}

const showsInTime = (number: number, { time }: Moment): boolean => {
  const hour = time === null ? null : Number(time.slice(0, 2))
  return hour !== null && (number === hour || (number <= 12 && number % 12 === hour % 12))
}

/** Those that have a number as their own: what all share tells none of them. Of an ordinal only the day counts: no hour is "the second". */
export const momentsShowing = (number: number, moments: readonly Moment[], { ordinal }: { ordinal: boolean }): Moment[] => {
  const { date, time } = sharedOf(moments)
  return moments.filter((moment) => (date === null && showsInDate(number, moment)) || (!ordinal && time === null && showsInTime(number, moment)))
}
