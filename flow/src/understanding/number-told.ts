import { inAskedUnit, isOfAnotherUnit } from './asked-unit.ts'
import { measureFactor } from './asked-measure.ts'
import { correctedParts } from './correction.ts'
import { peopleIn } from './counted-people.ts'
import { countedAsAsked } from './counted-as-asked.ts'
import { countedIn } from './counted-words.ts'
import { groupedIn, numberIn, roughNumberIn } from './decimal.ts'
import { fold } from './fold.ts'
import { languageOf } from './language.ts'
import { numberAhead, numberLeading, totalTold } from './number-ahead.ts'
import { numberAmongOthers, oneOfSize } from './number-among-others.ts'
import { concluded, isNoCount, isInMonths, isOfEach, markExplained, numberWords, rangeAsked, withoutScale } from './number-as-asked.ts'
import { kilosIn, metresIn, millionsIn, quartersIn } from './number-forms.ts'
import { inFull } from './short-forms.ts'

/** A number that is certain, or what it may be, likeliest first. */
export type NumberTold = { sure: number } | { perhaps: readonly number[] }

/** A size in Portuguese, where Spanish has a half. */
const middling = /(?<!\p{L})m[eé]di[oa](?=s?(?!\p{L}))/giu

/** "Cinco dos pequenos": two in Spanish. */
const ofThe = /(?<=[\p{L}\d])\sdos\s(?=\p{L})/giu

/** The number that an answer to a question tells; null where there is none. */
export const numberTold = (written: string, locale: string, question: string): NumberTold | null => {
  if (plain.test(written)) return isFit(Number(written), question) ? { sure: Number(written) } : null
  const language = languageOf(locale)
  const full = inFull(written, language)
  const text = withoutScale(concluded(numberWords(language === 'pt' ? full.replace(middling, 'mediano').replace(ofThe, ' de ') : full), question), question)
  if (isInMonths(text, question)) return null
  if (isOfEach(text, question)) {
    const before = beforeEach.exec(text)?.groups?.['count']
    const count = before === undefined ? null : numberIn(before, locale)
    return count === null ? null : { perhaps: [count] }
  }
  const factor = measureFactor(text, question)
  if (factor === null) return null
  const told = inMeasure(toldWith(text, locale, question), factor)
  if (told === null) return null
  const [first = 0, ...others] = 'sure' in told ? [told.sure] : told.perhaps
  return others.length > 0 || isFit(first, question) ? told : null
}

/** Nothing but a number, as most answer. */
const plain = /^\s*(?:0|[1-9]\d{0,3})\s*$/

const isFit = (value: number, question: string): boolean => {
  const range = rangeAsked(question)
  return !isNoCount(value, question) && (range === null || (value >= range.lowest && value <= range.highest))
}

/** "Tomo 3, una en cada comida". */
const beforeEach = /^(?<count>[^,;(?]{1,30})[,;(](?!.*\d)(?!.*(?<!\p{L})(?:no|n[aã]o|not|o|ou|or|mejor|melhor|perd[oó]n|sorry)(?!\p{L}))/iu

/** The same in the measure that is asked for; what was reckoned is read back. */
const inMeasure = (told: NumberTold | null, factor: number): NumberTold | null => {
  if (told === null || factor === 1) return told
  return { perhaps: ('sure' in told ? [told.sure] : told.perhaps).map((value) => Math.round(value * factor * 1e6) / 1e6) }
}

const toldWith = (text: string, locale: string, question: string): NumberTold | null => {
  const isOfOther = isOfAnotherUnit(text, question)
  if (isOfOther) {
    const converted = inAskedUnit(text, question)
    if (converted !== null) return { perhaps: [converted] }
  }
  const either = millionsIn(text) ?? quartersIn(text) ?? metresIn(text) ?? kilosIn(text)
  if (either !== null) return { perhaps: either }
  const single = oneOfSize(text, question) ?? onceIn(text, locale, question)
  if (single !== null) return { perhaps: [single] }
  const sure = numberIn(text, locale)
  const people = sure === null || severalTold.test(text) ? peopleIn(text, question) : null
  if (people !== null && !people.includes(sure ?? -1)) return { perhaps: people }
  if (isOfOther && (sure !== null || isOfAnotherUnit(text.split(/[,;(]/)[0] ?? '', question))) return null
  if (sure !== null && asksOfDozens.test(question) && dozens.test(text)) return { sure: sure / 12 }
  const grouped = sure === null ? null : groupedIn(text, locale)
  if (sure !== null)
    return grouped !== null
      ? { perhaps: isMoney.test(text) ? [grouped] : [grouped, sure] }
      : andMore.test(fold(text)) || pointsAtOne(fold(text), question)
        ? { perhaps: [sure] }
        : { sure }
  const rough =
    countedAsAsked(text, question) ??
    roughNumberIn(text, locale) ??
    numberCorrected(text, locale) ??
    countedIn(text, question) ??
    numberAhead(text, locale, question) ??
    numberAmongOthers(text, locale, question) ??
    numberLeading(text, question) ??
    totalTold(text) ??
    markExplained(text, question)
  return rough === null ? null : { perhaps: [rough] }
}

/** "Un garrafón de 20", "la 2", where things are counted. */
const pointing = /^(?:la|el|o|a|the|una?|uma?|an?|one) (?:[a-z]+ (?:de|of) \d+|\d+(?: [a-z]+)?)$/
const pointsAtOne = (said: string, question: string): boolean => pointing.test(said) && asksHowMany.test(question)
const asksHowMany = /(?:cu[aá]nt[oa]s|quant[oa]s|how many)(?!\p{L})/iu

/** Of money there are no thousandths. */
const isMoney = /[$€]|(?<!\p{L})(?:pesos|reais|soles|d[oó]lares|dollars|euros|bucks|quetzales|colones)(?!\p{L})/iu

/** "2 recámaras y estudio": what is told besides may count too. */
const andMore =
  /\d(?: [a-z]+){0,2} (?:y|e|and) (?!(?:medi[oa]|mei[oa]|half|a half|un cuarto|cuarto|gracias|obrigad[oa]|thanks|ya|ja|listo|pronto|nada mas|so|thats|cero|algo)(?: |$))[a-z]{3,}/

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
