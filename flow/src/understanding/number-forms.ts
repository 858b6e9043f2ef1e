import { fold, withoutManners } from './fold.ts'
import { spelledNumber, withDigits } from './spelled-number.ts'

/** Numbers that are written with more than one numeral or with a fraction in words, and what looks like a number and is none. */

const measures =
  '(?:horas?|hours?|hs|hrs?|kilos?|kilitos?|quilos?|quilinhos?|kg|libras?|pounds?|litros?|liters?|lts?|metros?|meters?|mts?|kilometros?|quilometros?|km|millas?|miles?|cuadras?|hectareas?|hectares?|toneladas?|tazas?|anos?|an(?:it|inh)os?|years?|mes|meses|months?|semanas?|weeks?|dias?|days?|minutos?|minutes?|euros?|reais|pesos?|dolar(?:es)?|dollars?|soles|inch|inches|pulgadas?|polegadas?|gramos?|gramas?|grams?|gr|grs|ml|cc|onzas?|ounces?|oz|lbs?|ft|feet|foot|pies|pes|cm|mm|mg|gb|gigas?|yards?|yardas?|baths?|bathrooms?|banos?|banheiros?)'
const half = '(?:y medi[oa]|e mei[oa]|and (?:a )?half)'
const quarter = '(?:y (?:un )?cuarto|e um quarto|and a quarter)'

/** "2 horas y media", "metro y medio", "2 litros y cuarto": the measure stands between the number and its part. */
const measured = new RegExp(`^(?:(?<count>.+?) )?${measures} (?:(?<half>${half})|${quarter})$`)
/** "Medio kilo". */
const halfOfOne = new RegExp(`^(?:medi[oa]|mei[oa]|half(?: an?)?) ${measures}$`)
const articles = /^(?:una?|uma?|an?)$/

const onlyMeasure = new RegExp(`^${measures}$`)
/** Whether a folded word is what something is measured in: "kilos", "inches". */
export const isMeasure = (word: string): boolean => onlyMeasure.test(word)

/** The number of a folded measure with its part; null for other texts. */
export const measuredNumber = (folded: string): number | null => {
  if (halfOfOne.test(folded)) return 0.5
  const found = measured.exec(folded)
  if (!found) return null
  const { count, half: isHalf } = found.groups ?? {}
  const whole = count === undefined || articles.test(count) ? 1 : spelledNumber(count)
  return whole === null || !Number.isInteger(whole) ? null : whole + (isHalf === undefined ? 0.25 : 0.5)
}

/** Whether a folded text has a part of one that is not the number's: "2 pizzas y media docena". */
export const hasStrayPart = (folded: string): boolean => new RegExp(` (?:${half}|${quarter})(?= |$)`).test(` ${folded}`)

const millions = 'mill[oó]n(?:es)?|milh[aã]o|milh[oõ]es|millions?'

/** A text with such numbers in one numeral each: "1 500", "2 1/2", "10 mil 500", "15 con 50". */
export const inOneNumeral = (text: string): string =>
  text
    .replace(/(?<=\d) and a half (?=million|thousand)/i, '.5 ')
    .replace(/(?<=\d)\s*([½¼¾])/g, (_, sign: string) => ({ '½': '.5', '¼': '.25', '¾': '.75' })[sign] ?? sign)
    .replace(
      /(?<![\d.,/])(\d{1,4}) (?:(?:y|e|and) )?(1\/2|1\/4|3\/4)(?![\d/])/g,
      (_, whole: string, part: string) => `${whole}.${{ '1/2': '5', '1/4': '25' }[part] ?? '75'}`,
    )
    .replace(/(?<![\d.,+-]|\d )[1-9]\d{0,2}(?: \d{3})+(?![\d.,:/]| \d)/g, (groups) => groups.replaceAll(' ', ''))
    .replace(
      new RegExp(`^(\\D*)(\\d{1,3}) (?:${millions})(?: (?:y|e|and))? (\\d{1,3}) (?:mil|thousand)$`, 'i'),
      (_, before: string, one: string, other: string) => before + (Number(one) * 1_000_000 + Number(other) * 1000),
    )
    .replace(/^(\D*)(\d{1,3}) (?:mil|thousand) (?:(?:y|e|and) )?(\p{L}[\p{L} ]*|\d{2,3})$/iu, inThousands)
    .replace(
      /^((?:[A-Z]{0,3}\$)?\s*)(\d{1,7})(?: (?:pesos|soles|d[oó]lares|euros|reais|dollars))? (?:con|y|e|and) (\d{2})(?: (?:centavos|c[eé]ntimos|cents))$/i,
      '$1$2.$3',
    )
    .replace(/^((?:[A-Z]{0,3}\$)?\s*)(\d{1,7})(?: (?:pesos|soles|d[oó]lares|euros))? con (\d{2})$/i, '$1$2.$3')
    .replace(/^(\p{L}[\p{L} ]*?)(?: (?:pesos|soles|d[oó]lares|euros|bolivianos))? con (\p{L}[\p{L} ]*?)(?: (?:centavos|c[eé]ntimos))?$/iu, inCents)

const inThousands = (all: string, before: string, thousands: string, rest: string): string => {
  const more = spelledNumber(fold(rest))
  return more === null || more < 10 || more >= 1000 ? all : before + (Number(thousands) * 1000 + more)
}

const inCents = (all: string, whole: string, cents: string): string => {
  const [one, two] = [spelledNumber(fold(whole)), spelledNumber(fold(cents))]
  return one === null || two === null || two < 10 || two > 99 ? all : `${one}.${two}`
}

const shortened =
  /^(?:son |sao |seria |serian |es |e )?(?<millions>(?:[a-z]+ ){1,4}?|\d{1,3} )(?:millon|millones|milhao|milhoes)(?: [ye])? (?<hundreds>(?!mil)[a-z ]+?|\d{3})(?: (?:de )?(?:pesos|pesitos|reais|soles|dolares|euros|guaranies))?$/

/** What "un millón doscientos" may be, likeliest first: who says it mostly leaves out the "mil". Null for other texts. */
export const millionsIn = (text: string): number[] | null => {
  const { millions = '', hundreds = '' } = shortened.exec(withoutManners(fold(text)))?.groups ?? {}
  const [whole, rest] = [spelledNumber(millions.trim()), spelledNumber(hundreds)]
  if (whole === null || rest === null || rest < 100 || rest >= 1000) return null
  return [whole * 1_000_000 + rest * 1000, whole * 1_000_000 + rest]
}

const months =
  '(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre|janeiro|fevereiro|marco|maio|junho|julho|setembro|outubro|novembro|dezembro|january|february|march|april|may|june|july|august|september|october|november|december)'
const dated = new RegExp(`\\d (?:de |of )?${months}(?= |$)|(?:^| )${months} (?:the )?\\d`)
const others =
  /\d(?: [a-z]+)? (?:y|e|and|mas|mais|plus) (?:el|la|los|las|the|os|as) [a-z]| (?:y|e|and|mas|mais|plus|con|com|with) (?:(?:una?|uma?|an?|one|mi|my|meu|minha) (?!half|quarter|cuarto|quarto)\p{L}|bebes?|bab(?:y|ies)|nin[oa]s?|nen[ea]s?|crianca|kids?|child|menor)|(?:^| )(?:una?|uma?|an?|one) \p{L}+ (?:y|e|and|mas|mais|plus) \d/u

/** An hour, a year that something began in, a part or a multiple of another number, or one that more is added to: "a las 5", "nací en 1990", "la mitad de 20", "100 más IVA". */
const hour =
  /(?<!\p{L})(?:a las?|às?|at)\s+\d{1,2}(?:[:.]\d\d)?(?:\s*(?:de la \p{L}+|da \p{L}+|en punto|em ponto|o ?clock|horas?|hs|h))?\P{L}*$|\d\s?(?:am|pm|a\.m|p\.m)(?!\p{L})|(?<!\p{L}|\d\s)by\s+\d{1,2}\P{L}*$/iu
const since = /(?:^| )(?:naci|nacio|nacid[oa]|nasci|nasceu|nascid[oa]|born|desde(?! (?:hace|ha) )|since) /
const ofAnother =
  /(?:^| )(?:(?:mitad|metade|tercio|half|twice|double|doble|triple|dobro|triplo) (?:de|of|del|do|da)|twice|double)(?: (?:the|el|la|o|a|los|las))? \d/
const added =
  /\d(?: [a-z]+)? (?:menos|minus|less|mas|plus|mais|y|and|e) (?:(?:el|la|los|las|the|o|a|un|una) )?(?:iva|propina|envio|frete|tax|taxes|tip|shipping|descuentos?|descontos?|discount|gastos|comision|impuestos?|impostos?|interes(?:es)?|juros|vat|fees?|taxas?)(?= |$)/

/** "Va a cumplir 8", "es del 85", "una nena de 3". */
const comingAge =
  /(?:^| )(?:(?:va|voy|vai|vou|por) (?:a )?(?:cumplir|hacer|fazer|completar)|turning|turns) \d|(?:^| )(?:cumple|cumplo|cumplira|faz|faco|completa|completo) \d+(?: an[a-z]+)? (?:en|em|el|no|na|in|manana|amanha|este|esta) |(?:^| )(?:hell|shell|theyll|(?:he|she|they) will) be \d|(?:^| )(?:ill|i will) be \d+ (?:in|next|on|this) |(?:^| )(?:va|voy|vai|vou) (?:ya |ja )?(?:pa|para|por|pra|pros|rumo a) l?[oa]?s? ?\d+(?! (?:dia|seman|mes|hora|minut))|(?:^| )(?:soy|es|sos) del \d|(?:^| )sou de \d/
const ofOneAged =
  /^(?:(?:tengo|tenho|i have|solo|so|just) )?(?:una?|uma?|an?|one|1) (?:nen[ea]|nin[oa]|hij[oa]|filh[oa]|menin[oa]|bebe|chic[oa]|son|daughter|boy|girl|kid|child) (?:de|of|com|con|aged) \d+(?: (?:anos?|anitos|aninhos))?$/
/** "Ninguno de los dos". */
const noneOf = /^(?:ningun[oa]|nenhuma?|none|neither) (?:de |of |d[ao]s )/

const partOfDay = /(?:^| )(?:de la (?:tarde|noche|manana|madrugada)|da (?:tarde|noite|manha|madrugada))(?= |$)|\d (?:para las?|pras|para as) \d/

/** Whether a number is an hour, a year, a part of another or still to come, and no count of anything. */
export const isOfOtherKind = (text: string): boolean => {
  const folded = withDigits(fold(text))
  return hour.test(withDigits(text.toLowerCase())) || [since, ofAnother, added, comingAge, noneOf, dated, partOfDay].some((pattern) => pattern.test(folded))
}

/** A day of a month, a product ("3x2"), or a number of some beside somebody else ("3 y un bebé"). */
export const isNoAmount = (text: string): boolean => {
  const folded = withDigits(fold(text))
  if (isOfOtherKind(text) || ofOneAged.test(folded)) return true
  return /\d\p{L}+\d|(?<!\p{L})\d0s(?!\p{L})/u.test(text) || dated.test(folded) || others.test(folded) || thirds.test(withoutManners(folded))
}

const metres =
  /^(?:(?:mide|mido|mede|meco|tiene|tengo|es|e|de) )*(?<whole>una?|um|[12]) (?:metros?|mts?|m)(?: (?:y|e|con|com))? (?<rest>\d{1,2})(?: (?:cm|cms|centimetros?))?$/

/** "Un metro setenta y cinco", to be read back; null for other texts. */
export const metresIn = (text: string): number[] | null => {
  if (!/(?<!\p{L})m(?:etros?|ts?)?(?!\p{L})/iu.test(text)) return null
  const { whole = '', rest } = metres.exec(withDigits(withoutManners(fold(text))))?.groups ?? {}
  return rest === undefined ? null : [Math.round((Number(whole) || 1) * 100 + Number(rest)) / 100]
}

const kilos =
  /^(?:(?:pesa|peso|son|sao|es|e|tiene|tem) )*(?<whole>una?|um|\d{1,3}) (?:kilos?|quilos?|kg)(?: (?:y|e|con|com))? (?<grams>[1-9]\d{2})(?: (?:g|gr|grs|gramos?|gramas?))?$/
/** "Um quilo e duzentos", to be read back; null for other texts. */
export const kilosIn = (text: string): number[] | null => {
  if (!/(?:kilo|quilo|kg)/iu.test(text)) return null
  const { whole = '', grams } = kilos.exec(withDigits(withoutManners(fold(text))))?.groups ?? {}
  return grams === undefined ? null : [(Number(whole) || 1) + Number(grams) / 1000]
}

/** A third has no numeral that is exactly it. */
const thirds = /^(?:una?|uma?|an?|one|\d) (?:tercios?|tercos?|thirds?)(?= |$)/
const quarters =
  /^(?<count>una?|uma?|an?|1|3) (?:cuartos?|quartos?|quarters?)(?: (?:de|of) (?:an? )?(?:(?<measure>kilos?|kilitos?|quilos?|kg|libras?|pounds?|litros?|liters?|horas?|hours?)|\p{L}+))?$/u

/** "Dos y cuarto", "two and three quarters". */
const andQuarters =
  /^(?<whole>[a-z]+|\d{1,3}) (?:y|e|and) (?:(?<three>(?:tres|three|3) (?:cuartos|quartos|quarters))|(?:(?:un|um|a) )?(?:cuarto|quarto|quarter))$/

/** What "tres cuartos" may be, likeliest first: parts of one, or as many rooms; "1/2" is a half, to be sure of. Null for other texts. */
export const quartersIn = (text: string): number[] | null => {
  const written = /^\s*([1-3])\s?\/\s?([24])(?:\s(?:of an?|of|de|d[eo])\s[a-z]+)?\s*$/i.exec(text.normalize('NFKC').replace('\u2044', '/'))
  if (written) return [Number(written[1]) / Number(written[2])]
  const more = andQuarters.exec(withoutManners(fold(text)))?.groups
  const whole = more === undefined ? null : spelledNumber(more['whole']!)
  if (whole !== null && Number.isInteger(whole)) return [whole + (more!['three'] === undefined ? 0.25 : 0.75)]
  const found = quarters.exec(withDigits(withoutManners(fold(text))).replace(/^one /, '1 '))
  if (!found) return null
  const count = Number(found.groups?.['count']) || 1
  return found.groups?.['measure'] === undefined ? [count / 4, count] : [count / 4]
}
