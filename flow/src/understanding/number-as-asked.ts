import { wordsAsked } from './beside-the-question.ts'
import { aroundLast } from './correction.ts'
import { fold } from './fold.ts'
import { rememberingLast } from './remembered.ts'
import { withDigits } from './spelled-number.ts'

/** What a question says of the number that it wants, and an answer without what is no part of its number. */

const laughter = /(?<![\p{L}\p{N}])(?:([jh][aeiou])\1+[jh]?|k{2,}|(?:rs)+|lo+l|lmf?ao+|xd+)(?![\p{L}\p{N}])/giu
/** Why so many: "porque tengo evento", "cuz my kids love them". It may hold no number, which could be the one that is meant. */
const reason = /(?<=\S)[\s,.]+(?:porque|pq|xq|porq|ya que|es que|pois|j[aá] que|cuz|coz|cause|because|bc)\s\D*$/iu
/** "No más de 20" is at most as many. */
const atMost =
  /(?<!\p{L})(?:no (?:m[aá]s|mas) de|no (?:pasar[ií]a|paso|pase) de|n[aã]o pass(?:o|aria) de|n[aã]o mais (?:de|do) que|n[aã]o mais de|no more than|not more than|nothing over|not over)(?= )/iu
const atLeast = /(?<!\p{L})(?:no menos de|n[aã]o menos (?:de|que)|no less than|not less than|no fewer than)(?= )/iu
/** "20 bags should do it", "con 8 está bien". */
const padding =
  /(?<=[\p{L}\d])[\s,.]+(?:(?:y|e|and) (?:ya|listo|pronto|nada m[aá]s|s[oó]|done|thats it)|(?:en|em|in) (?:billetes?|notas?|bills?|twenties|hundreds|fifties|tens)(?: (?:de|of) \d+)?|should (?:do(?: it)?|be (?:enough|fine|ok|good))|(?:will|ll) do|is (?:fine|good|enough|ok|plenty)|would be (?:great|good|fine|perfect|nice)|esta bien|está bien|me alcanza|alcanza|t[aá] bom|est[aá] bom|t[aá] [oó]timo|d[aá] e sobra|estamos bien|estoy bien|la armo|la hago|s[oó] d[aá]|d[aá]|(?:me |nos )?basta|(?:nos |me )?sirve|no doubt|sin (?:ninguna )?duda|sem d[uú]vida|es suficiente|[eé] suficiente|q tengan?|que tengan?)\P{L}*$/iu
/** "2 por favor, uno de niño". */
const asking = /(?<=[\p{L}\d])\s+(?:por favor|please)(?=\s*[,;(])/giu
/** "30 fotos 10x15": of that size. */
const sides = /(?<=\d.*\s)\d+\s?x\s?\d+(?:\s?cm)?(?![\p{L}\d])/giu
const squared = /(?<=\d)\s?(m|mt|mts|metros?|k|km|cm)[23²³](?![\p{L}\p{N}])/giu

/** A message that is longer tells a story. */
const longest = 200

/** An answer without laughter, the reason that follows it, and signs that look like a second number. */
export const numberWords = rememberingLast((text) => {
  if (text.length > longest || !/\p{L}/u.test(text)) return text
  const left = text
    .replace(laughter, ' ')
    .replace(reason, '')
    .replace(padding, '')
    .replace(asking, '')
    .replace(atMost, 'up to')
    .replace(atLeast, 'at least')
    .replace(squared, ' $1')
    .replace(sides, '')
  return /[\p{L}\p{N}]/u.test(left) ? left : text
})

/** When it came to be so many, which is no number of weeks or months: "cumplió 12 la semana pasada", "fez 7 mês passado". */
const when =
  /(?<= )(?:(?:(?:el|la|en el|en la|no|na|o|a|este|esta|esse|essa|neste|nesta|this|the) )?(?:semana|mes|ano|finde|dia|week|month|year) (?:pasad[oa]|anterior|que paso|passad[oa])|(?:last|this) (?:week|month|year)|(?:este|esta|esse|essa|neste|nesta|nesse|nessa) (?:semana|mes|ano|finde|dia))(?= )/g
/** How often it is counted: "2 al día", "twice a week". */
const rate =
  /(?<= )(?:al|por|per|a la|por cada|cada|each|every|(?<=(?:\d|once|twice|times|one|two|three|four|five|six) )a) (?:dia|semana|mes|ano|noche|noite|hora|day|week|month|year|night|hour)(?= )/g

/** Folded words of an answer that count something, without when it was and how often. */
export const countingWords = (text: string): string => ` ${fold(text)} `.replace(when, '').replace(rate, '').trim()

const asksAge = / (?:how old|que edad|edad|idade|age) /
const ofYoung =
  / (?:bebes?|bab(?:y|ies)|recien nacid[oa]|recem nascid[oa]|newborn|pupp(?:y|ies)|cachorr[a-z]*|filhotes?|kittens?|gatit[oa]s?|perrit[oa]s?|mascotas?|pets?|perr[oa]s?|gat[oa]s?|dogs?|cats?|mes|meses|months?|semanas|weeks) /
/** "18 months", where it was asked for an age, which is in years. */
export const isInMonths = (text: string, question: string): boolean => {
  if (!/mes|month|sem|week/iu.test(text)) return false
  const asked = wordsAsked(question)
  return asksAge.test(asked) && !ofYoung.test(asked) && / (?:mes|meses|months?|semanas?|weeks?) /.test(` ${countingWords(text)} `)
}

const asksOften = / (?:cuantas veces|quantas vezes|how many times) /
const asksSpan = / (?:cuant[oa]s|quant[oa]s|how many) (?:anos|meses|semanas|dias|years|months|weeks|days) /
/** "Mil veces" is only a manner of speaking, and "en 2019" no number of years. */
export const isNoCount = (value: number, question: string): boolean =>
  value >= 1000 && (asksOften.test(wordsAsked(question)) || (value >= 1900 && value <= 2100 && asksSpan.test(wordsAsked(question))))

const asksEach = / (?:cada|each|every|a) /
const eachOne = / (?:cada|each|every) (?!(?:dia|semana|mes|ano|noche|noite|day|week|month|year|night) )/

/** "2 de cada", "cada 8 horas", "one of each": some of more than one thing, or how often. */
export const isOfEach = (text: string, question: string): boolean => {
  if (!/cada|each|every/iu.test(text)) return false
  const said = ` ${fold(text)} `
  return eachOne.test(said) && (!asksEach.test(wordsAsked(question)) || / (?:de|of) (?:cada|each|every) /.test(said))
}

/** "Así que 3": what all that was said before comes to. */
const concluding =
  /(?<=[\p{L}\p{N}])[\s,.;]+(?:as[ií] (?:que|q)|por lo tanto|o sea(?: que)?|ou seja|es decir|that(?:['’]s| is| makes)|entonces|ent[aã]o|so(?! far))[\s,]+(?=\S+(?:\s\S+){0,2}$)/giu
/** How many are still to come, where it is not that which is asked for: "llevo 3 y me faltan 7". */
const remaining =
  /[\s,.;]+(?:(?:y|e|and|but|pero|mas)\s+)?(?:(?:me|nos|le|ainda|a[uú]n|todav[ií]a|still)\s+)?(?:faltan?|faltam|quedan|restam|\d+ (?:left|to go|more to go))(?!\p{L}).*$/iu
const asksRemaining = / (?:falt[a-z]*|qued[a-z]*|rest[a-z]*|left|remain[a-z]*|more) /

/** "Soy del 40" tells a size, where it was asked for one, and else a year. */
const sized = /^\P{L}*(?:soy|es|sou|uso|calzo|cal[cç]o)\s+(?:del?|da|do)\s+(?:la\s+)?(?=\d)/iu
const asksSize = / (?:talla|talle|tamano|tamanho|numero|calza[a-z]*|calca|zapato[a-z]*|sapato[a-z]*) /

/** "Va a cumplir 15", where it is asked how old somebody will be. */
const comingAge = /(?<!\p{L})(?:(?:va|voy|vai|vou)\s+(?:a\s+)?(?:cumplir|hacer|fazer|completar)|(?:(?:she|he)(?:['’]?s| is)\s+)?turning)\s+/iu
const asksComingAge = / (?:cumple|cumples|cumpliran?|cumplir|festejad[oa]|fazer|completar|completa|turning|turn|will be) /

/** The part of an answer that tells what it comes to. */
export const concluded = (text: string, question: string): string => {
  if (sized.test(text) && asksSize.test(wordsAsked(question))) return text.replace(sized, '')
  if (comingAge.test(text) && asksComingAge.test(wordsAsked(question))) return text.replace(comingAge, '')
  const after = aroundLast(text, concluding)?.after
  if (after !== undefined && /\d/.test(withDigits(fold(after)))) return after
  return /falt|qued|rest|left|to go/iu.test(text) && !asksRemaining.test(wordsAsked(question)) ? text.replace(remaining, '') : text
}

const year = / (?:de que ano|que ano|what year|which year|ano do|ano da|ano de|year of|model year) /
const best = / (?:out of|(?:nota|calificacion|puntaje|score|mark) (?:[a-z]+ )*(?:de|sobre|em)) (?<highest>5|10|100) $/
const range =
  / (?<lowest>[01]) (?:(?:a|al|to|y|e|and|ate|hasta|through) (?:el |o |la )?)?(?<highest>5|7|10|100) (?!anos |anitos |years |yrs |mes|month|dias |days |sem|week|horas |hours |hs |kilos |kg |quilos |km |personas |pessoas |people |unidades )/
/** The least and most that a question gives to choose from: "del 1 al 10", "on a scale of 1-5". */
export const rangeAsked = rememberingLast((question): { lowest: number; highest: number } | null => {
  const asked = wordsAsked(question)
  if (year.test(asked)) return { lowest: 1900, highest: 2100 }
  const { lowest = 0, highest } = (range.exec(asked) ?? best.exec(asked))?.groups ?? {}
  return highest === undefined ? null : { lowest: Number(lowest), highest: Number(highest) }
})

const scale = (most: string): RegExp =>
  new RegExp(`(?<=[\\d\\p{L}])\\s*(?:/|(?<!\\p{L})(?:de|sobre|out of|outta|of|em)(?!\\p{L}))\\s*(?:${most})(?![\\p{L}\\d])`, 'iu')
const outOf: Record<number, RegExp> = {
  5: scale('5|cinco|five'),
  7: scale('7|siete|sete|seven'),
  10: scale('10|diez|dez|ten'),
  100: scale('100|cien|cem|a hundred'),
}
/** "8/10", "un 8 de 10" on a scale to ten: as "8". */
export const withoutScale = (text: string, question: string): string => {
  const asked = /\p{L}|\//u.test(text) ? rangeAsked(question) : null
  return asked === null ? text : text.replace(outOf[asked.highest] ?? /(?!)/, '')
}

const unsettled = / (?:o|ou|or|no|nao|not|entre|between|menos|less|minus|de|of) /
/** "Un siete y porque ando de buenas": the only number of a mark that is explained. */
export const markExplained = (text: string, question: string): number | null => {
  if (rangeAsked(question) === null || text.length > 80 || text.includes('?')) return null
  const said = ` ${withDigits(fold(text))} `
  const [only, ...more] = said.match(/(?<= )\d+(?= )/g) ?? []
  return only === undefined || more.length > 0 || unsettled.test(said) || /\d[.,]\d/.test(text) ? null : Number(only)
}
