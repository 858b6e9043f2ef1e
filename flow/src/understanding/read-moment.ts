import { wallAt } from './calendar.ts'
import { addDay, takeDays } from './day-words.ts'
import type { Draft } from './draft.ts'
import { draftOf, take } from './draft.ts'
import { takeHolidays } from './holiday-words.ts'
import type { MomentContext } from './moment-context.ts'
import type { MomentReading } from './moment.ts'
import { takeParts } from './part-words.ts'
import { languageSpoken, prepared } from './speech.ts'
import { takeTimes } from './time-words.ts'
import { chosen, weigh } from './weigh.ts'

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
  take(draft, '(?:how|what) about|que tal|(?:sin|sem) falta', () => {})
  take(
    draft,
    '(?:para|somos|seremos|for|we are) \\d{1,2} (?:personas?|pessoas?|people|persons?|adultos?|adults?)|\\d{1,2} (?:personas?|pessoas?|people)|(?:mesa|table|party|grupo) (?:para|for|of|de) \\d{1,2}|(?:somos|seremos|we are) \\d{1,2}',
    () => {},
  )
  takeHolidays(draft)
  takeParts(draft)
  takeDays(draft)
  takeTimes(draft)
}
