import { dayFromIso, wallAt } from './calendar.ts'
import { addDay, takeDays } from './day-words.ts'
import { correctedParts } from './correction.ts'
import type { Draft, NumericOrder } from './draft.ts'
import { draftOf, take } from './draft.ts'
import { takeHolidays } from './holiday-words.ts'
import type { MomentContext } from './moment-context.ts'
import type { Moment, MomentReading } from './moment.ts'
import { sharedOf } from './moment.ts'
import { takeParts } from './part-words.ts'
import type { Language } from './language.ts'
import { concludedParts, withoutCourtesies, withoutReasons } from './reasons-given.ts'
import { languageSpoken, prepared } from './speech.ts'
import { takeTimes } from './time-words.ts'
import { chosen, weigh } from './weigh.ts'

/** Understands a date, a time or both as people write them, in the zone of the business. Never takes what is unsure, and never the past for the future. */
export const readMoment = (text: string, context: MomentContext): MomentReading => {
  const corrected = readCorrected(text, context) ?? readConcluded(text, context)
  if (corrected) return corrected
  const reading = readWhole(text, context)
  const reasoned = candidatesIn(reading)?.length === 1 ? null : readBesideReasons(text, context)
  if (reasoned) return reasoned
  return reading.outcome === 'not_understood' ? (readBesideRefusal(text, context) ?? reading) : reading
}

/** "El martes a las 3, perdón, a las 4 de la tarde": what is said last counts, what it leaves open is as before, and all of it is read back. */
const readCorrected = (text: string, context: MomentContext): MomentReading | null => {
  const parts = correctedParts(text)
  const before = parts === null ? null : candidatesIn(readWhole(parts.before, context))
  if (parts === null || before === null) return null
  const shared = sharedOf(before)
  const base = { ...shared, date: shared.date ?? context.base?.date ?? null, time: shared.time ?? context.base?.time ?? null }
  const after = candidatesIn(readWhole(parts.after, { ...context, base }))
  return after === null ? null : { outcome: 'ambiguous', reason: 'unclear', candidates: after }
}

/** "Mañana trabajo, así que el viernes": what is concluded counts, on the day that was told before where it names none. */
const readConcluded = (text: string, context: MomentContext): MomentReading | null => {
  const parts = concludedParts(text)
  if (parts === null) return null
  const date = sharedOf(candidatesIn(readWhole(parts.before, context)) ?? []).date
  const after = candidatesIn(readWhole(parts.after, date === null ? context : { ...context, base: { date, time: null, part: null } }))
  return after === null ? null : { outcome: 'ambiguous', reason: 'unclear', candidates: after }
}

/** "El sábado, entre semana trabajo": what is left beside a reason, where it is one moment, is asked about. */
const readBesideReasons = (text: string, context: MomentContext): MomentReading | null => {
  const left = withoutReasons(text)
  const found = left === null ? null : candidatesIn(readWhole(left, context))
  return found?.length === 1 ? { outcome: 'ambiguous', reason: 'unclear', candidates: found } : null
}

const candidatesIn = (reading: MomentReading): Moment[] | null => {
  if (reading.outcome === 'ambiguous') return reading.candidates
  return reading.outcome === 'understood' ? [reading.value] : null
}

const refusal =
  /(?<![\p{L}])(?:no|not|n[aã]o|ni|nem|ningun[oa]?|nenhuma?|none|neither|can['’]?t|don['’]?t|doesn['’]?t|won['’]?t|imposible|imposs[ií]vel)(?![\p{L}])/iu

/** Refuses what was told right before it, and tells nothing of another time. */
const refusedBefore =
  /^(?:(?:no|nop|nope|n[aã]o|nah|ni|yo|eu|i|pero|mas|but|a esa hora|ese d[ií]a|nesse dia|esse dia|(?:me |nos )?(?:puedo|podemos|podr[eé]|sirve|queda|va|llego|posso|consigo|d[aá]|serve|chego)|can['’]?t|cannot|can|do|make|it|that|don['’]?t|won['’]?t|work|works|way|imposible|imposs[ií]vel|chance|de jeito nenhum|ni loc[oa])(?:[\s,.!]+|$))+$/iu

/** "El lunes no puedo, el martes sí": what is left when a part refuses is asked about. */
const readBesideRefusal = (text: string, context: MomentContext): MomentReading | null => {
  if (text.length > 200) return null
  const parts = text.split(/\s*[,;]\s+|[.?!]+\s+|\s+(?:pero|sino|mas|but|mejor|melhor|rather|prefiero|prefiro)\s+/i)
  const readings = parts.length === 1 || parts.length > 4 ? [] : parts.map((part) => readWhole(part, context))
  if (!parts.some((part, at) => readings[at]?.outcome === 'not_understood' && refusal.test(part))) return null
  if (parts.some((part, at) => at > 0 && candidatesIn(readings[at - 1]!) !== null && refusal.test(part) && refusedBefore.test(part))) return null
  const told = readings.map(candidatesIn).filter((candidates) => candidates !== null)
  return told.length === 1 ? { outcome: 'ambiguous', reason: 'unclear', candidates: told[0]! } : null
}

const readWhole = (text: string, context: MomentContext): MomentReading => {
  const instant = instantSaid(text, context)
  if (instant) return instant
  const language = languageSpoken(text, context.language)
  const told = prepared(text, language)
  const words = told === null ? null : withoutCourtesies(told)
  if (words === null || words.trim() === '') return { outcome: 'not_understood' }
  const { past = false, offered = [] } = context
  const days = offered.flatMap(({ date }) => (date === null ? [] : [dayFromIso(date)]))
  const draft = draftOf(words, { language, order: orderOf(language, context.country), past, offered: days })
  draft.text = asWanted(words, context.want)
  const bare = /^ (\d{1,2})(?: th)? $/.exec(words)?.[1]
  if (bare !== undefined && context.want === 'date') {
    if (addDay(draft, bare) === false) return { outcome: 'not_understood' }
    draft.text = ' '
  } else read(draft)
  return weigh(draft, context)
}

/** What nothing but the question tells: "15.04" of a day and "1630" of a time. */
const asWanted = (words: string, want: MomentContext['want']): string => {
  if (want === 'date') return words.replace(/^ (\d{1,2})\.(0?[1-9]|1[0-2]) $/, ' $1/$2 ')
  return want === 'time' ? words.replace(/^ (\d{1,2})([0-5]\d) $/, ' $1:$2 ') : words
}

const dayFirstInEnglish = new Set(['GB', 'IE', 'AU', 'NZ', 'ZA', 'IN', 'JM', 'TT', 'GY', 'BB', 'BS'])

/** Day before month, but in English that depends on the country, and in one where English is foreign either may be meant. */
const orderOf = (language: Language, country: string | undefined): NumericOrder => {
  if (language !== 'en' || (country !== undefined && dayFirstInEnglish.has(country))) return 'day_first'
  return country === 'US' ? 'month_first' : 'either'
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
  // "Para mi hijo de 8 años" tells no day.
  take(
    draft,
    '(?<!(?:dentro|despues|depois|antes|a partir) )(?:de|con|com|tiene|tengo|tem|tenho|aged?) \\d{1,3} (?:anos|anitos|aninhos)|\\d{1,3} (?:years?|yrs?) old',
    () => {},
  )
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
