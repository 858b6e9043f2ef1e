import { countedIn } from './counted-words.ts'
import { fold, withoutManners } from './fold.ts'
import { hasStrayPart, inOneNumeral, isNoAmount, measuredNumber, quartersIn } from './number-forms.ts'
import { ordinalWord } from './number-words.ts'
import { spelledNumber, withDigits } from './spelled-number.ts'

/** Spanish-speaking countries that write 1,234.56; the others, and Brazil, write 1.234,56. */
const dotCountries = new Set(['MX', 'US', 'PR', 'GT', 'HN', 'SV', 'NI', 'PA', 'DO', 'PE', '419'])

/** The sign between whole and fraction where people use this locale ("es-AR", "pt-BR", "en"). */
const decimalSign = (locale: string): ',' | '.' => {
  const [language = '', country = ''] = locale.split('-')
  return ['es', 'pt'].includes(language.toLowerCase()) && !dotCountries.has(country.toUpperCase()) ? ',' : '.'
}

const numeral = /(?<![\p{L}\p{N}.,])[-−+]?\d[\d.,]*/gu

/**
 * The one number in a message, with a unit or a few words around it ("tengo 34 años", "$ 1.500,50", "dos mil quinientos", "uno y medio", "2 millones");
 * null when there is none, more than one, or only about one. A lone sign before three digits groups thousands if the locale groups that way: "1.500" is
 * 1500 in Spanish and 1.5 in English.
 */
export const numberIn = (text: string, locale: string): number | null => {
  const found = anyNumberIn(text, locale)
  return found === null || isRough(text) || withSlang.test(withoutManners(fold(text))) ? null : found
}

/** The number in a message that only gives it about ("unos 20", "más de 3", "un par", "solo yo"); null when it is exact or there is none. */
export const roughNumberIn = (text: string, locale: string): number | null => {
  const alone = countedIn(text)
  if (alone !== null) return alone
  const { amount = '', word = '', half } = withSlang.exec(withoutManners(fold(text)))?.groups ?? {}
  if (word !== '') {
    const many = anyNumberIn(text.slice(0, text.toLowerCase().lastIndexOf(word)), locale) ?? spelledNumber(amount)
    return many === null ? null : (many + (half === undefined ? 0 : 0.5)) * slang.get(word)!
  }
  if (!isRough(text)) return null
  const bare = text.replace(vague, '')
  return anyNumberIn(bare, locale) ?? anyNumberIn(fold(bare).replace(about, ''), locale)
}

/** What "1,000" may be where the comma parts the fraction: people who write in another habit mean a thousand. Null where only one reading is possible. */
export const groupedIn = (text: string, locale: string): number | null => {
  const [written = '', ...others] = text.match(numeral) ?? []
  const isOther = others.length === 0 && /^[1-9]\d{0,2}[.,]\d{3}$/.test(written) && written.includes(decimalSign(locale))
  return isOther ? Number(written.replace(/\D/g, '')) : null
}

const isRough = (text: string): boolean => vague.test(text) || rough.test(` ${fold(text)} `)

/** Said after a number for some more: "30ish", "treinta y tantos". */
const vague =
  /(?<=[\p{L}\d])(?:(?<=\d|ty|een)[ -]?ish|[ -]something| or so| (?:y|e) (?:tant[oa]s|pouc[oa]s?|pico|algo|poco)| o (?:algo )?as[ií]| ou algo assim| y algo m[aá]s)\P{L}*$/iu
const rough =
  /^ meia $|(?<= )(?:unos|unas|uns|umas|menos(?= \d)|como|casi|quase|aprox|aproximadamente|alrededor|cerca|por volta|mas o menos|mais ou menos|mas de|mais de|menos de|less than|more than|at least|at most|al menos|por lo menos|como mucho|como minimo|pelo menos|no maximo|around|about|almost|nearly|roughly|approximately|over|under|maybe|quizas|talvez|tal vez|creo|calculo|supongo|pienso|imagino|acho|suponho|depende|depends|i think|i guess|y pico|e pouco|o mas|ou mais|or more|o menos|ou menos|or less|para arriba|pra cima|al rededor|or so|something|o asi|a lo sumo|(?<=\d )(?:maximo|minimo)|entre|between|hasta|ate|up to|(?:max|min|maximo|minimo|maximum|minimum)(?: de| of)?(?= \d))(?= )/
/** Before a number in words, "about a dozen". */
const about =
  /^(?:(?:son|sao|seran|serian|seriam|seria|tengo|tenho|somos|unos|unas|uns|umas|como|casi|quase|aprox|aproximadamente|alrededor de|cerca de|por volta de|mas o menos|mais ou menos|hasta|ate|up to|around|about|almost|nearly|roughly|like|maybe|quizas|talvez|tal vez|creo que|acho que|calculo que|i think|i guess|supongo que) )+/
/** Slang for amounts, which differs by country: offered, not taken. */
const slang = new Map([
  ...['luca', 'lucas', 'luka', 'lukas', 'grand'].map((word): [string, number] => [word, 1000]),
  ...['palo', 'palos'].map((word): [string, number] => [word, 1_000_000]),
  ...['gamba', 'gambas'].map((word): [string, number] => [word, 100]),
  ...['conto', 'contos', 'pila', 'pilas', 'mango', 'mangos', 'varos', 'bucks', 'quid'].map((word): [string, number] => [word, 1]),
])
const withSlang = new RegExp(`^(?<amount>.+?) (?<word>${[...slang.keys()].join('|')})(?<half> (?:y medi[oa]|e mei[oa]|and a half))?$`)

/** Whoever counts others beside themselves says one less than is meant: "eu e mais 2", "me + 2". */
const joins = '(?:y|e|and|mas|mais|con|com|with|plus)'
const oneself = new RegExp(
  `(?<= )(?:(?:yo|eu|me|mi|mim|i|myself|(?:mi|mis|minha|meu|my) (?!edad|idade|age|peso|altura|numero|number)\\p{L}+) ${joins}|${joins} (?:yo|eu|me|mis?|mim|meus?|minhas?|my|myself))(?= )`,
  'u',
)
const added = /[\p{L}\p{N}]\s*\+\s*[\p{L}\d]/u
const countsBeside = (text: string): boolean => {
  return added.test(text) || oneself.test(` ${fold(/\d{5}/.test(text) ? text : text.replace(/é/giu, 'eh'))} `)
}

/** A number that is refused, or counted from something else. */
const unusable =
  /(?<= )(?:no(?! (?:maximo|minimo|total|fds|fim|final|almoco|jantar|predio|apto) | mas $| \d{1,2}o | \d{1,2} andar | (?:primeiro|segundo|terceiro|quarto|quinto|sexto|setimo|oitavo|nono|decimo) )|nao|not|ni|nem)(?= )/
const scaled =
  /^(?: (mil|millar|millares|milheiros?|k|docenas?|duzias?|dozens?|thousand|centos?|cientos?|hundred|millon|millones|milhao|milhoes|millions?)(?= |$))?(?: de(?= |$))?(?: (y medi[oa]|e mei[oa]|and a half)(?= |$))?(.*)$/
const scaleOf = (word: string | undefined): number => {
  if (word === undefined) return 1
  if (/^(?:cent|cient|hundred)/.test(word)) return 100
  return /^(?:mil|millar|millares|milheiros?|k|thousand)$/.test(word) ? 1000 : word.startsWith('d') ? 12 : 1_000_000
}

/** A message that is longer tells a story, in which a number means little. */
const longest = 200

const anyNumberIn = (text: string, locale: string): number | null => {
  if (text.length > longest || isNoAmount(text) || quartersIn(text) !== null) return null
  const plain = inOneNumeral(text.trim())
    .replace(/(?<!\p{L})n[º°]\.?\s*(?=\d)|^x\s?(?=\d+$)/giu, '')
    .replace(/(?<=[\p{L}\d])\s*(?:por\s?ciento|por\s?cento|per\s?cent)(?!\p{L})/giu, ' %')
    .replace(locale.startsWith('es') ? /(?<=^\D*\d{1,3})['’´](?=\d\d(?:\s?€|\s?euros)?\s*$)/u : /(?!)/u, ',')
    .replace(/(?<=\d)\s*\([\p{L}\s]+\)$/u, '')
    .replace(/^(?<words>[\p{L}\s]+?)\s*\((?<digits>\d+)\)$/u, (all, words: string, digits: string) =>
      spelledNumber(fold(words)) === Number(digits) ? digits : all,
    )
    .normalize('NFKC')
    .replace(/[\ufe0f\u20e3]/g, '')
  if (plain.length > 80 || countsBeside(plain)) return null
  const found = [...plain.matchAll(numeral)]
  if (unusable.test(` ${fold(plain)} `)) return found.length === 0 ? spelledNumber(fold(plain)) : null
  if (found.length === 0) return numberInWords(fold(plain), locale)
  return numberInDigits(plain, locale)
}

/** The number of a text with one numeral in it. */
const numberInDigits = (plain: string, locale: string): number | null => {
  const found = [...plain.matchAll(numeral)]
  if (found.length !== 1) return null
  const measured = measuredNumber(fold(plain).replace(beforeNumber, ''))
  if (measured !== null) return measured
  const [{ 0: written, index }] = found as [RegExpExecArray]
  const value = valueOf(written.replace(/[.,]+$/, ''), decimalSign(locale))
  const [, scale, half, rest = ''] = scaled.exec(` ${fold(plain.slice(index + written.length))}`) ?? []
  const others = [fold(plain.slice(0, index)), rest.trim()].some((words) => holdsNumber(words) || /^(?:mil|millon(?:es)?|milhoes)$/.test(words))
  if (value === null || others || hasStrayPart(rest)) return null
  const amount = value * scaleOf(scale) + (half === undefined ? 0 : 0.5 * scaleOf(scale))
  return isNegated.test(fold(plain.slice(0, index))) ? -amount + 0 : amount
}

/** "Más o menos 20" is not below nought. */
const isNegated = /(?:^| )(?:minus|negative|negativo)$|^menos$/

const holdsNumber = (folded: string): boolean => /(?<= )\d+(?= )/.test(` ${withDigits(folded)} `)

/** The only number among a few words; "un" and "a" count where nothing else does. */
const numberInWords = (folded: string, locale: string): number | null => {
  const joined = folded.replace(/(?<![a-z])(veinti|dieci) (?=[a-z])/g, '$1').replace(/(?<=(?:[ei]nta|venta|renta) )i(?= [a-z])/g, 'y')
  if (joined !== folded) return spelledNumber(joined)
  const exact = spelledNumber(folded) ?? ordinalWord(folded)
  if (exact !== null || folded === '') return exact
  const words = withoutManners(folded).replace(beforeNumber, '').replace(afterNumber, '')
  const measured = measuredNumber(withoutManners(folded).replace(beforeNumber, ''))
  if (measured !== null) return measured
  const core = spelledNumber(words) ?? ordinalWord(words.replace(/^(?:el|la|o|a|the) /, ''))
  if (core !== null) return core
  const dozens = ofDozens.exec(words)?.groups
  if (dozens !== undefined && !holdsNumber(dozens['what']!)) return spelledNumber(dozens['count']!)
  // "Más o menos" is no other number.
  const told = withDigits(words).replace(/ ?(?:mas o menos|mais ou menos|more or less)(?= |$)/, '')
  return !/(?: y | e | and | o | ou | or |medi[oa]|mei[oa]|half| (?:una?|uma?) [a-z]+ \d)/.test(` ${told} `) && words.split(' ').length <= 6
    ? numberInDigits(told, locale)
    : null
}

/** "Docena y media de verdes". */
const ofDozens =
  /^(?<count>(?:[a-z]+ ){0,2}(?:docenas?|duzias?|dozens?)(?: y media| e meia| and a half)?) (?:de |of )?(?<what>(?!.*(?:medi[oa]|mei[oa]|half))[a-z]+(?: [a-z]+){0,3})$/

const beforeNumber =
  /^(?:(?:nomas|nada mas|solamente|unicamente|apenas|tan solo|con|por|poneme|ponme|pone|ponga|ponle|mandame|dame|me das|me ve|me da|bota|quisiera|queria|llevo|que sean|desde hace|desde ha|gimme|(?:me |le |nos )?falta[nm]?|cumplio|cumple|completo|completou|fez|el tiene|ella tiene|ele tem|ela tem|tiene|tem|hace|faz|ha|ill take|ill have|make it|lets say|lets do|give me|can i get|tengo|tenho|son|sao|es|e|somos|seremos|seriamos|i have|we are|its|it is|quiero|quero|i want|necesito|preciso de|preciso|i need|serian|seria|me da|dame|para|for|solo|somente|so|only|just|numero|number|nro) )+/
const afterNumber =
  /(?: (?:por ciento|por cento|percent|en total|no total|in total|anos|anitos|ano|years|years old|year|old|persona|personas|pessoa|pessoas|person|people|adultos?|adults?|ninos?|ninas?|criancas?|kids?|unidad|unidade|unidades|unit|units|noche|noches|noites?|nights?|boletos?|entradas?|tickets?|pesos|pesitos|reais|dolares|dollars|euros?|soles|libras|pounds|kilos?|quilos?|kg|litros?|metros?|cajas?|caixas?|box|boxes|piezas?|pecas?|pieces?|botellas?|garrafas?|bottles?|bolsas?|bags?|paquetes?|pacotes?|habitacion(?:es)?|cuartos|quartos|rooms?|porciones|dias|days|hijos|filhos|kids|nomas|nada mas|e so|only|solo|sola|so|mesmo|mesma|msm|por ahora|por enquanto|for now))+$/

/** A text that is nothing but a number; null otherwise. For comparing, where "calle 9" is no number. */
export const numberAs = (text: string, locale: string): number | null => (/^\s*[-−+]?\d[\d.,]*\s*$/.test(text) ? numberIn(text, locale) : null)

const valueOf = (numeral: string, decimal: ',' | '.'): number | null => {
  const sign = /^[-−]/.test(numeral) ? -1 : 1
  const digits = numeral.replace(/^[-−+]/, '')
  if (digits.replace(/\D/g, '').length > 15) return null
  const point = pointOf(digits, decimal)
  const whole = point === null ? digits : digits.slice(0, digits.lastIndexOf(point))
  const fraction = point === null ? '' : digits.slice(digits.lastIndexOf(point) + 1)
  // Adding 0 turns -0, which JSON cannot hold, into 0.
  return isWhole(whole) && !/\D/.test(fraction) ? sign * Number(`${whole.replace(/\D/g, '')}.${fraction}0`) + 0 : null
}

/** Which sign parts the fraction: the last of two kinds; of one kind, the only one unless it groups thousands. */
const pointOf = (digits: string, decimal: ',' | '.'): string | null => {
  const signs = digits.replace(/\d/g, '')
  if (signs === '') return null
  if (signs.includes(',') && signs.includes('.')) return signs.at(-1)!
  if (signs.length > 1) return null
  return signs !== decimal && /^[1-9]\d{0,2}[.,]\d{3}$/.test(digits) ? null : signs
}

const isWhole = (whole: string): boolean => /^\d+$/.test(whole) || /^\d{1,3}(?:\.\d{3})+$/.test(whole) || /^\d{1,3}(?:,\d{3})+$/.test(whole)

/** A number the way people of this locale write it, without grouping. */
export const showNumber = (value: number, locale: string): string => String(value).replace('.', decimalSign(locale))
