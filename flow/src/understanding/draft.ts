import type { Language } from './language.ts'
import type { DayPart, Doubt } from './moment.ts'

/** The days that a holiday takes in a year. */
export type Holiday = (year: number) => number[]

type WhichWeekday =
  | 'plain'
  | 'coming'
  | 'next'
  | 'other'
  | 'next_week'
  | 'other_week'
  | 'week_after_next'
  | 'weeks_after'
  | 'in_weeks'
  | 'so_many'
  | 'after_next'
  | 'last'

/** A day as it was said, before it is looked up in the calendar. */
export type DaySaid =
  | { type: 'offset'; days: number }
  | { type: 'months'; months: number }
  | { type: 'weekday'; weekday: number; which: WhichWeekday; weeks?: number }
  | { type: 'of_month'; nth: number; weekday: number | null; month: number | null; year: number | null; isNext: boolean }
  | { type: 'day'; day: number; monthsLater: number | null }
  | { type: 'month_day'; day: number; month: number; year: number | null; isNextYear?: boolean }
  | { type: 'numeric'; one: number; two: number; year: number | null }
  | { type: 'holiday'; holiday: Holiday; shift: number }
  | { type: 'days'; pick: 'this_week' | 'next_week' | 'week_after_next' | 'weekend' | 'next_weekend' | 'weekend_after_next' | 'month_end' }
  | { type: 'soonest_offered' }

/** A time of day as it was said; `sure` when it cannot be twelve hours off, `bare` when it is a lone number beside a weekday and may be a date as well. */
export type TimeSaid = { minutes: number; sure: boolean; meridiem: 'am' | 'pm' | null; bare?: true }

export type NumericOrder = 'day_first' | 'month_first' | 'either'

/** One text's working copy: rules take out of it what they understand, and what nobody takes stays behind. */
export type Draft = {
  text: string
  /** The text as it was before anything was taken out of it. */
  readonly said: string
  readonly language: Language
  /** What comes first in "3/4". */
  readonly order: NumericOrder
  /** Whether a day without its year may have passed. */
  readonly past: boolean
  /** Days that are offered to choose from. */
  readonly offered: readonly number[]
  readonly days: DaySaid[]
  times: TimeSaid[]
  readonly parts: DayPart[]
  readonly doubts: Set<Doubt>
  /** Minutes from now: "in half an hour". */
  shift: number | null
}

export const draftOf = (text: string, read: Pick<Draft, 'language' | 'order' | 'past' | 'offered'>): Draft => ({
  ...read,
  text,
  said: text,
  days: [],
  times: [],
  parts: [],
  doubts: new Set(),
  shift: null,
})

export type Groups = Record<string, string | undefined>

const patterns = new Map<string, RegExp>()
const patternOf = (source: string): RegExp => {
  const pattern = patterns.get(source) ?? new RegExp(`(?<= )(?:${source})(?= )`, 'g')
  patterns.set(source, pattern)
  return pattern
}

/** Takes every match of whole words out of the draft; what `use` answers false to stays. */
export const take = (draft: Draft, source: string, use: (groups: Groups) => void | false): void => {
  draft.text = draft.text.replace(patternOf(source), (...found: unknown[]) => {
    const groups = (typeof found.at(-1) === 'object' ? found.at(-1) : {}) as Groups
    return use(groups) === false ? (found[0] as string) : '§'
  })
}

/** Puts other words in place of the ones that match. */
export const reword = (draft: Draft, source: string, words: string): void => {
  draft.text = draft.text.replace(patternOf(source), words)
}
