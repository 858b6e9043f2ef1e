import { inAskedUnit, isOfAnotherUnit } from './asked-unit.ts'
import { measureFactor } from './asked-measure.ts'
import { correctedParts } from './correction.ts'
import { peopleIn } from './counted-people.ts'
import { countedAsAsked } from './counted-as-asked.ts'
import { countedIn } from './counted-words.ts'
import { groupedIn, numberIn, roughNumberIn } from './decimal.ts'
import { numberAhead } from './number-ahead.ts'
import { numberAmongOthers, oneOfSize } from './number-among-others.ts'
import { concluded, isExaggerated, isInMonths, isOfEach, numberWords, rangeAsked, withoutScale } from './number-as-asked.ts'
import { metresIn, millionsIn, quartersIn } from './number-forms.ts'

/** A number that is certain, or what it may be, likeliest first. */
export type NumberTold = { sure: number } | { perhaps: readonly number[] }

/** The number that an answer to a question tells; null where there is none. */
export const numberTold = (written: string, locale: string, question: string): NumberTold | null => {
  const text = withoutScale(concluded(numberWords(written), question), question)
  if (isOfEach(text, question) || isInMonths(text, question)) return null
  const factor = measureFactor(text, question)
  if (factor === null) return null
  const told = inMeasure(toldWith(text, locale, question), factor)
  if (told !== null && isExaggerated('sure' in told ? told.sure : told.perhaps[0]!, question)) return null
  const range = told === null ? null : rangeAsked(question)
  if (range === null) return told
  const [first, ...others] = told === null ? [] : 'sure' in told ? [told.sure] : told.perhaps
  return first !== undefined && others.length === 0 && (first < range.lowest || first > range.highest) ? null : told
}

/** The same in the measure that is asked for; what was reckoned is read back. */
const inMeasure = (told: NumberTold | null, factor: number): NumberTold | null => {
  if (told === null || factor === 1) return told
  return { perhaps: ('sure' in told ? [told.sure] : told.perhaps).map((value) => Math.round(value * factor * 1e6) / 1e6) }
}

const toldWith = (text: string, locale: string, question: string): NumberTold | null => {
  if (isOfAnotherUnit(text, question)) {
    const converted = inAskedUnit(text, question)
    if (converted !== null) return { perhaps: [converted] }
  }
  const either = millionsIn(text) ?? quartersIn(text) ?? metresIn(text)
  if (either !== null) return { perhaps: either }
  const single = oneOfSize(text, question) ?? onceIn(text, locale, question)
  if (single !== null) return { perhaps: [single] }
  const sure = numberIn(text, locale)
  const people = sure === null || severalTold.test(text) ? peopleIn(text, question) : null
  if (people !== null && !people.includes(sure ?? -1)) return { perhaps: people }
  if (isOfAnotherUnit(text, question)) {
    const converted = inAskedUnit(text, question)
    return converted === null ? null : { perhaps: [converted] }
  }
  if (sure !== null && asksOfDozens.test(question) && dozens.test(text)) return { sure: sure / 12 }
  const grouped = sure === null ? null : groupedIn(text, locale)
  if (sure !== null) return grouped === null ? { sure } : { perhaps: [grouped, sure] }
  const rough =
    roughNumberIn(text, locale) ??
    numberCorrected(text, locale) ??
    countedAsAsked(text, question) ??
    countedIn(text, question) ??
    numberAhead(text, locale, question) ??
    numberAmongOthers(text, locale, question)
  return rough === null ? null : { perhaps: [rough] }
}

/** "Dos docenas" are two where dozens are asked for. */
const asksOfDozens = /(?:cu[aá]ntas|quantas|how many) (?:docenas|d[uú]zias|dozens?)/iu
const dozens = /docena|d[uú]zia|dozen/iu

/** What may be several that are told one by one. */
const severalTold = /couples|parejas|casa(?:l|is)(?!\p{L})|matrimonios?|[,;:(+&]|\s(?:y|e|and|m[aá]s|mais|plus)\s/iu

/** "Once" is eleven in Spanish and one time in English. */
const onceIn = (text: string, locale: string, question: string): number | null =>
  locale.startsWith('en') && /^\P{L}*(?:just |only )?once(?!\p{L})/iu.test(text) ? (countedAsAsked(text, question) ?? 1) : null

/** "5, perdón, 6", "5, no, 6" and, of what was read back before, "no, 6". */
const numberCorrected = (text: string, locale: string): number | null => {
  const taken = takenBack.exec(text)?.groups
  if (taken && numberIn(taken['before']!, locale) !== null) return numberIn(taken['after']!, locale)
  const parts = correctedParts(text) ?? { before: '', after: refused.exec(text)?.groups?.['after'] ?? '' }
  return parts.before === '' || numberIn(parts.before, locale) !== null ? numberIn(parts.after, locale) : null
}

const takenBack = /^(?<before>[^,.;]+)[,.;]\s*(?:no|n[aã]o)\s*[,.;:]\s*(?<after>\S.*)$/iu
const refused = /^\s*(?:no|n[aã]o|nope)\s*[,.;:!]\s*(?<after>\S.*)$/iu
