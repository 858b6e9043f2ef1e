import { isOfAnotherUnit } from './asked-unit.ts'
import { correctedParts } from './correction.ts'
import { peopleIn } from './counted-people.ts'
import { countedIn } from './counted-words.ts'
import { groupedIn, numberIn, roughNumberIn } from './decimal.ts'
import { numberAhead } from './number-ahead.ts'
import { languageOf } from './language.ts'
import { metresIn, millionsIn, quartersIn } from './number-forms.ts'
import { inFull } from './short-forms.ts'

/** A number that is certain, or what it may be, likeliest first. */
export type NumberTold = { sure: number } | { perhaps: readonly number[] }

/** The number that an answer to a question tells; null where there is none. */
export const numberTold = (written: string, locale: string, question: string): NumberTold | null => {
  const text = inFull(written, languageOf(locale))
  const either = millionsIn(text) ?? quartersIn(text) ?? metresIn(text)
  if (either !== null) return { perhaps: either }
  const sure = numberIn(text, locale)
  const people = sure === null || severalTold.test(text) ? peopleIn(text, question) : null
  if (people !== null && !people.includes(sure ?? -1)) return { perhaps: people }
  if (sure !== null && isOfAnotherUnit(text, question)) return null
  const grouped = sure === null ? null : groupedIn(text, locale)
  if (sure !== null) return grouped === null ? { sure } : { perhaps: [grouped, sure] }
  const rough = roughNumberIn(text, locale) ?? numberCorrected(text, locale) ?? countedIn(text, question) ?? numberAhead(text, locale)
  return rough === null ? null : { perhaps: [rough] }
}

/** What may be several that are told one by one. */
const severalTold = /couples|parejas|casais|matrimonios|[,;:(+&]|\s(?:y|e|and|m[aá]s|mais|plus)\s/iu

/** "5, perdón, 6", "5, no, 6" and, of what was read back before, "no, 6". */
const numberCorrected = (text: string, locale: string): number | null => {
  const taken = takenBack.exec(text)?.groups
  if (taken && numberIn(taken['before']!, locale) !== null) return numberIn(taken['after']!, locale)
  const parts = correctedParts(text) ?? { before: '', after: refused.exec(text)?.groups?.['after'] ?? '' }
  return parts.before === '' || numberIn(parts.before, locale) !== null ? numberIn(parts.after, locale) : null
}

const takenBack = /^(?<before>[^,.;]+)[,.;]\s*(?:no|n[aã]o)\s*[,.;:]\s*(?<after>\S.*)$/iu
const refused = /^\s*(?:no|n[aã]o|nope)\s*[,.;:!]\s*(?<after>\S.*)$/iu
