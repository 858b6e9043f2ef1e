import { countedIn } from './counted-words.ts'
import { numberIn } from './decimal.ts'
import { fold } from './fold.ts'
import { withDigits } from './spelled-number.ts'

/** A number and after a comma what it is of: "una sola, la más chica", "dois dias, desde segunda", "dos, una nena y un nene". */

const clauses = /^(?<first>[^,;:(.\n]{1,40})(?:[,;:(\n]|\.\s)\s*(?<rest>[^\d]{1,80})$/u
/** It is put right, is one of two, or stands for less or more of something else. */
const turning =
  /(?:^| )(?:no|nao|not|o|ou|or|pero|(?<!(?:la|el|los|las) )mas|but|perdon|digo|mejor|melhor|desculpa|sorry|mean|wait|si|se|if|depende|depends|media|medio|meia|meio|half|par|docenas?|duzias?|dozens?|cuarto|quarto|quarter|millon|mil|cada|each|veces|vezes|times|y|e|and|plus|con|com|with|menos|less|otr[oa]s?|outr[oa]s?|another|talvez|quizas?|maybe|tal)(?: |$)/
/** "Una nena y un nene" are two. */
const oneEach = /^(?:(?:un|una|um|uma|a|an|one|el|la|o|the) )?[a-z]+(?: (?:y|e|and) (?:(?:un|una|um|uma|a|an|one|el|la|o|the) )?[a-z]+)+$/
/** "Um de manhã e um à noite". */
const oneOrOther = /^(?:una?|uno|uma?|one|otr[oa]|outr[oa]|another)(?: [a-z]+){1,4}$/
/** What the thing is from: "uno, un gol 2015". */
const modelYear = /(?<=[,;:].*\p{L}\s)(?:19|20)\d\d(?!\d)/u

/** The number, to be read back; null where what follows may change it. */
export const numberAhead = (text: string, locale: string, question: string): number | null => {
  const { first = '', rest = '' } = clauses.exec(text.trim().replace(modelYear, ''))?.groups ?? {}
  const told = fold(rest)
  if (told === '' || text.includes('?')) return null
  const number = /^(?:una?|uma?)$/.test(fold(first)) ? 1 : (numberIn(first, locale) ?? countedIn(first, question))
  if (number === null) return null
  const each = told.split(/ (?:y|e|and) /)
  if (each.length > 1 && each.every((one) => oneOrOther.test(one))) return each.length === number ? number : null
  if (oneEach.test(told)) return each.length === number ? number : null
  return /\d/.test(withDigits(told)) || turning.test(told) ? null : number
}
