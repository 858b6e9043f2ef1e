import { fold } from './fold.ts'
import type { Language } from './language.ts'
import { spelledAt } from './spelled-number.ts'

/** The number in E.164 as which somebody's digits are read in the country of the business; null for what cannot be a number there. */
export type ReadPhone = (digits: string) => string | null

/** `written` are the digits as they came, with their plus if they had one; `unsure` is what was spoken, or one of several. */
export type PhoneReading =
  | { outcome: 'understood'; value: string; written: string }
  | { outcome: 'unsure'; candidates: string[] }
  | { outcome: 'not_understood' }

const notUnderstood: PhoneReading = { outcome: 'not_understood' }
const longest = 300

/** The phone number in a message: its digits with a few words around them, or dictated ("once, cincuenta y cinco, cuarenta y cuatro…"). */
export const phoneIn = (text: string, language: Language, readPhone: ReadPhone = loosely): PhoneReading => {
  if (text.length > longest) return notUnderstood
  const plain = text.normalize('NFKC').replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069]|\ufe0f|\u20e3/g, '')
  const written = (plain.match(/\+?\(?\d[\d\s().\-–/]*\d/g) ?? []).flatMap((found) => digitsOf(found) ?? [])
  const numbers = new Map(written.flatMap((digits) => (readPhone(digits) === null ? [] : [[readPhone(digits)!, digits] as const])))
  const [only] = numbers
  if (only && numbers.size === 1 && !holdsNumberWords(plain, language)) return { outcome: 'understood', value: only[0], written: only[1] }
  if (only) return { outcome: 'unsure', candidates: [...numbers.keys()].slice(0, 3) }
  const dictated = dictatedIn(plain, language)
  const number = dictated === null ? null : readPhone(dictated)
  return number === null ? notUnderstood : { outcome: 'unsure', candidates: [number] }
}

/** E.164 allows 15 digits; fewer than 7 are no number anywhere. */
const digitsOf = (written: string): string | null => {
  const digits = written.replace(/\D/g, '')
  return digits.length < 7 || digits.length > 15 ? null : `${written.startsWith('+') ? '+' : ''}${digits}`
}

/** Where nobody knows the numbers of a country: the digits. */
const loosely: ReadPhone = (digits) => digits

/** Words for digits that are none elsewhere, and articles that are no ones. */
const digitWords: Record<Language, Record<string, string>> = { es: {}, pt: { meia: '6' }, en: { o: '0', oh: '0' } }
const articles = new Set(['un', 'una', 'uma', 'a', 'an'])
const repeated: Record<string, number> = { doble: 2, duplo: 2, dobro: 2, double: 2, triple: 3, triplo: 3, treble: 3 }
const plus = new Set(['mas', 'mais', 'plus'])
const pauses = new Set('y e and guion traco dash coma virgula comma espacio espaco space punto ponto dot luego depois then'.split(' '))
/** Words that may stand before and after a dictated number. */
const mostBeside = 8

type Token = { digits: string; length: number }

const tokenAt = (words: string[], at: number, language: Language): Token | null => {
  const word = words[at] ?? ''
  if (/^\d+$/.test(word)) return { digits: word, length: 1 }
  if (Object.hasOwn(digitWords[language], word)) return { digits: digitWords[language][word]!, length: 1 }
  if (Object.hasOwn(repeated, word)) {
    const one = tokenAt(words, at + 1, language)
    return one?.digits.length === 1 ? { digits: one.digits.repeat(repeated[word]!), length: one.length + 1 } : null
  }
  const part = articles.has(word) ? null : spelledAt(words, at)
  return part && { digits: String(part.value), length: part.length }
}

/** The digits of a number told in words, alone or among digits; null when other words stand between them, or it is no number's length. */
const dictatedIn = (text: string, language: Language): string | null => {
  const words = fold(text.replace(/\+(?=\s*\d)/g, ' plus ')).split(' ')
  const first = words.findIndex((_, at) => tokenAt(words, at, language) !== null)
  if (first < 0 || first > mostBeside) return null
  const sign = plus.has(words[first - 1] ?? '') ? '+' : ''
  let digits = ''
  let at = first
  for (; at < words.length;) {
    const token = tokenAt(words, at, language)
    if (token) digits += token.digits
    else if (!pauses.has(words[at]!)) break
    at += token?.length ?? 1
  }
  const after = words.slice(at)
  if (after.length > mostBeside || after.some((_, place) => tokenAt(after, place, language) !== null)) return null
  return digitsOf(sign + digits)
}

/** Whether numbers are told in words too: "11 cincuenta y cinco 44332211" is not all in its digits. */
const holdsNumberWords = (text: string, language: Language): boolean => {
  const words = fold(text).split(' ')
  return words.some((word, at) => word.length > 2 && !/\d/.test(word) && word !== 'once' && tokenAt(words, at, language) !== null)
}
