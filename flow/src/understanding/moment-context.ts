import type { Language } from './language.ts'
import type { Moment } from './moment.ts'

/** What an answer about a time is read against. */
export type MomentContext = {
  now: Date
  timeZone: string
  language: Language
  /** Of the business, as "US": in some the month stands before the day. */
  country?: string
  /** What is asked for; a lone number is a day of the month when a date is, else an hour. */
  want: 'date' | 'time' | 'datetime'
  /** The hours that come into question, in minutes of the day: they tell five in the morning from five in the afternoon. */
  hours?: { from: number; to: number }
  /** Whether nine, ten, eleven and twelve are hours of the day, unless only those of the night are still ahead: for what is read back before it is used. */
  daytime?: boolean
  /** Whether what has passed may be meant. */
  past?: boolean
  /** What was understood before, when only the rest is asked for now. */
  base?: Moment
  /** What the customer was asked to choose from: a weekday or a day of the month is first looked for among these. */
  offered?: readonly Moment[]
}
