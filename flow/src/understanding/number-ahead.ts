import { wordsAsked } from './beside-the-question.ts'
import { countedIn } from './counted-words.ts'
import { numberIn } from './decimal.ts'
import { fold } from './fold.ts'
import { isNoAmount } from './number-forms.ts'
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

const leads =
  /^(?:(?:son|sao|somos|seran|serian|seriam|seria|serao|es|e|tengo|tenho|tiene|tem|hay|necesito|preciso|preciso de|quiero|quero|i need|i want|i have|ive got|we have|got|there are|theres|its|they are|theyre|pues|bueno|ya|ja|unos|unas|uns|umas|como|about|like|around|los|las|os|as|the|solo|so|just|only) )+/
/** It may be another number, or more or fewer. */
const unsettled =
  / (?:o|ou|or|u|no|nao|not|ni|nem|sino|pero|but|mas|mais|more|menos|less|otr[oa]s?|outr[oa]s?|another|extra|plus|si|se|if|depende|depends|quizas?|talvez|maybe|entre|between|cada|each|every|mejor|melhor|perdon|digo|sorry|wait|mitad|metade|half|medi[oa]|mei[oa]|docenas?|duzias?|dozens?|mil|millon|par|x|de \d+|a|al|to|cuotas?|cuarto|quarto|quarter|(?:y|e|and|plus) (?:the|la|el|los|las|os|as|o|a|un|una|um|uma|an|1)) /
const lacking =
  / (?:pero|but|mas) (?:1|an?|una?|uma?) (?:no|sin|sem|without|con|com|with) .*$| (?:no|sin|sem|without|nao) (?!creo|estoy|estou|segur|sure|acho|tengo|tenho|recuerdo|lembro|idea)[a-z]{4,}/g
/** "One in 1st grade", "de 3 y 5" where they are told how old: no count. */
const placed =
  / (?:el dia|dia|on the|on|the) \d{1,2}(?:st|nd|rd|th)?(?= )| \d+(?:st|nd|rd|th|ro|do|to|er)(?= )| (?:de|com|con|aged) \d+(?: an[a-z]+)?(?: (?:y|e|and) \d+)+(?= )/g
const pronouns = / (?:(?:los|las|os|as|the|ambos|ambas) (?:dos|2|two|dois|duas)|(?:the )?(?:same|other|big|small|little|red|blue|new|old) (?:one|1))(?= )/g
const inTotal =
  / (?:(?<before>\d+)(?: [a-z]+)? (?:en total|no total|ao todo|em total|in total|total|in all|altogether|todos juntos)|(?:en total|no total|ao todo|in total|total)(?: (?:son|sao|de|of|somos|is|its|seriamos))? (?<after>\d+)) /

const asksOfThings =
  / (?:cuant[oa]s|quant[oa]s|how many) (?!(?:personas?|pessoas?|people|persons|guests?|huespedes|hospedes|comensales|pasajeros|passageiros|passengers|son|sao|seran|serao|van|vao|vienen|vem|of|are|in) )/
/** "5 vs 5". */
const sides = /(?<=\d)\s?vs?\s?(?=\d)/giu

/** "10 en total, 5 vs 5", "2 cortes, uno de niño": the first, or the whole, of which the others are a part. */
export const numberLeading = (text: string, question: string): number | null => {
  if (text.length > 100 || /[?+/:]/.test(text) || isNoAmount(text.replace(sides, ' ')) || !asksOfThings.test(wordsAsked(question))) return null
  const said = ` ${withDigits(fold(text.replace(/[,;(]/g, ' qq ')).replace(leads, ''))} `
    .replace(/(?<=\S.* )(?:uno|una|um|uma|one)(?= )/g, '1')
    .replace(/(?<=\d)(?:v|vs)(?=\d)/, ' ')
  const { before, after } = inTotal.exec(said)?.groups ?? {}
  if (before !== undefined || after !== undefined) return Number(before ?? after)
  const { first, rest = '' } = /^ (?<first>\d{1,5})(?<rest> .*)$/.exec(said)?.groups ?? {}
  if (first === undefined) return null
  const left = ` ${rest.replace(lacking, ' ').replace(placed, ' ').replace(pronouns, ' ')} `.replace(/ +/g, ' ')
  if (unsettled.test(left)) return null
  const others = (left.match(/(?<= )\d+(?= )/g) ?? []).map(Number)
  if (/\d[a-z]|[a-z]\d/.test(left)) return null
  if (others.length === 0) return Number(first)
  const sum = others.reduce((all, each) => all + each, 0)
  return sum === Number(first) || (/^(?: [a-z]+)? qq /.test(left) && sum < Number(first)) ? Number(first) : null
}

/** "5 en total, yo, mi esposa y los niños": the whole, where no other number is told. */
export const totalTold = (text: string): number | null => {
  if (text.length > 100 || text.includes('?')) return null
  const said = ` ${withDigits(fold(text))} `
  if (
    (said.match(/\d+/g) ?? []).length !== 1 ||
    / (?:o|ou|or|no|nao|not|sin|sem|without|pero|mas|but|menos|mejor|melhor) /.test(said.replace(/ no total /, ' '))
  )
    return null
  const { before, after } = inTotal.exec(said)?.groups ?? {}
  return before === undefined && after === undefined ? null : Number(before ?? after)
}

/** The number, to be read back; null where what follows may change it. */
export const numberAhead = (text: string, locale: string, question: string): number | null => {
  const { first = '', rest = '' } = clauses.exec(text.trim().replace(modelYear, ''))?.groups ?? {}
  const told = fold(rest.replace(/é/giu, 'eh'))
    .replace(/(?:^| )(?:una vez|uma vez|once|1 vez|una|uma|one) (?:a|per|every|por|al|a la) (?:dia|day|semana|week|mes|month)(?= |$)/, ' rate')
    .trim()
  if (told === '' || text.includes('?')) return null
  const number = /^(?:una?|uma?)$/.test(fold(first)) ? 1 : (numberIn(first, locale) ?? countedIn(first, question))
  if (number === null) return null
  const each = told.split(/ (?:y|e|and) /)
  if (each.length > 1 && each.every((one) => oneOrOther.test(one))) return each.length === number ? number : null
  if (oneEach.test(told)) return each.length === number ? number : null
  return /\d/.test(withDigits(told)) || turning.test(told) ? null : number
}
