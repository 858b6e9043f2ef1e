import type { DocumentKind } from '../definition.ts'

/** What was made of an answer about a document. `unsure`: what it may be, to ask about. `wrong` has the shape of one, and a check digit that does not fit. */
export type DocumentReading =
  | { outcome: 'understood'; kind: DocumentKind; value: string; shown: string }
  | { outcome: 'unsure'; candidates: { kind: DocumentKind; value: string; shown: string }[] }
  | { outcome: 'wrong'; kind: DocumentKind }
  | { outcome: 'not_understood' }

type Rule = { shape: RegExp; isValid: (value: string) => boolean; show: (value: string) => string }

const digitsOf = (value: string): number[] => [...value].map(Number)
const weighed = (values: number[], weights: number[]): number => weights.reduce((sum, weight, at) => sum + weight * values[at]!, 0)
const allAlike = (value: string): boolean => new Set(value).size === 1
const countingDown = (from: number): number[] => Array.from({ length: from - 1 }, (_, at) => from - at)

const isCpf = (value: string): boolean => {
  const digits = digitsOf(value)
  const check = (weights: number[]) => ((weighed(digits, weights) * 10) % 11) % 10
  return !allAlike(value) && check(countingDown(10)) === digits[9] && check(countingDown(11)) === digits[10]
}

/** Letters count by their code, so that the alphanumeric numbers that Brazil gives out since July 2026 and the old ones share the rule. */
const isCnpj = (value: string): boolean => {
  const values = [...value].map((sign) => sign.charCodeAt(0) - 48)
  const weights = [6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2]
  const check = (sum: number) => (sum % 11 < 2 ? 0 : 11 - (sum % 11))
  return !allAlike(value) && check(weighed(values, weights.slice(1))) === values[12] && check(weighed(values, weights)) === values[13]
}

const cuitTypes = new Set(['20', '23', '24', '25', '26', '27', '30', '33', '34'])
const isCuit = (value: string): boolean => {
  const digits = digitsOf(value)
  const check = (11 - (weighed(digits, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11)) % 11
  return cuitTypes.has(value.slice(0, 2)) && check === digits[10]
}

const isRut = (value: string): boolean => {
  const reversed = digitsOf(value.slice(0, -1)).toReversed()
  const sum = reversed.reduce((total, digit, at) => total + digit * ((at % 6) + 2), 0)
  const check = 11 - (sum % 11)
  return value.slice(-1) === (check === 11 ? '0' : check === 10 ? 'K' : String(check)) && Number(value.slice(0, -1)) > 0
}

const isDate = (yymmdd: string): boolean => {
  const [year, month, day] = [0, 2, 4].map((from) => Number(yymmdd.slice(from, from + 2))) as [number, number, number]
  const daysOfMonth = [31, year % 4 === 0 ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  return day >= 1 && day <= (daysOfMonth[month - 1] ?? 0)
}

const rfcSigns = '0123456789ABCDEFGHIJKLMN&OPQRSTUVWXYZ Ñ'
/** The two that stand for the general public and for foreigners. */
const genericRfcs = new Set(['XAXX010101000', 'XEXX010101000'])
const isRfc = (value: string): boolean => {
  if (genericRfcs.has(value)) return true
  const padded = value.padStart(13, ' ')
  const sum = Array.from(padded.slice(0, 12)).reduce((total, sign, at) => total + rfcSigns.indexOf(sign) * (13 - at), 0)
  const check = sum % 11 === 0 ? '0' : 11 - (sum % 11) === 10 ? 'A' : String(11 - (sum % 11))
  return isDate(padded.slice(4, 10)) && padded.slice(12) === check
}

const curpSigns = '0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ'
const isCurp = (value: string): boolean => {
  const sum = Array.from(value.slice(0, 17)).reduce((total, sign, at) => total + curpSigns.indexOf(sign) * (18 - at), 0)
  return isDate(value.slice(4, 10)) && (10 - (sum % 10)) % 10 === Number(value.slice(17))
}

/** Argentina and Peru have no check digit here; Spain's letter has to fit, also that of a foreigner's number (NIE), whose first letter counts as a digit. */
const isDni = (value: string): boolean => {
  const letter = /[A-Z]$/.exec(value)?.[0]
  const number = Number(value.replace(/^[XYZ]/, (first) => String('XYZ'.indexOf(first))).replace(/\D/g, ''))
  return number > 99_999 && (letter === undefined || letter === 'TRWAGMYFPDXBNJZSQVHLCKE'[number % 23])
}

/** Portugal's, of people and companies; the first digits tell whose it is. */
const isNif = (value: string): boolean => {
  const rest = weighed(digitsOf(value), countingDown(9)) % 11
  return (rest < 2 ? 0 : 11 - rest) === Number(value.slice(8))
}

const grouped = (digits: string): string => digits.replace(/\B(?=(?:\d{3})+$)/g, '.')

const rules: Record<DocumentKind, Rule> = {
  cpf: { shape: /^\d{11}$/, isValid: isCpf, show: (value) => value.replace(/^(...)(...)(...)(..)$/, '$1.$2.$3-$4') },
  cnpj: { shape: /^[0-9A-Z]{12}\d\d$/, isValid: isCnpj, show: (value) => value.replace(/^(..)(...)(...)(....)(..)$/, '$1.$2.$3/$4-$5') },
  cuit: { shape: /^\d{11}$/, isValid: isCuit, show: (value) => value.replace(/^(..)(\d{8})(.)$/, '$1-$2-$3') },
  rut: { shape: /^\d{6,8}[0-9K]$/, isValid: isRut, show: (value) => `${grouped(value.slice(0, -1))}-${value.slice(-1)}` },
  rfc: { shape: /^[A-ZÑ&]{3,4}\d{6}[0-9A-Z]{2}[0-9A]$/, isValid: isRfc, show: (value) => value },
  curp: { shape: /^[A-Z][AEIOUX][A-Z]{2}\d{6}[HMX][A-Z]{5}[0-9A-Z]\d$/, isValid: isCurp, show: (value) => value },
  dni: { shape: /^(?:\d{6,8}[A-Z]?|[XYZ]\d{7}[A-Z])$/, isValid: isDni, show: (value) => value.replace(/^\d+/, grouped) },
  nif: { shape: /^(?:[1-35-689]\d{8}|45\d{7})$/, isValid: isNif, show: (value) => value.replace(/^(...)(...)(...)$/, '$1 $2 $3') },
}
const everyKind = Object.keys(rules) as DocumentKind[]

type Found = { kind: DocumentKind; value: string; shown: string }

/** Whose documents these are. */
const ofCountry: Record<string, readonly DocumentKind[]> = {
  AR: ['dni', 'cuit'],
  BR: ['cpf', 'cnpj'],
  CL: ['rut'],
  ES: ['dni'],
  MX: ['rfc', 'curp'],
  PE: ['dni'],
  PT: ['nif'],
}

type Expected = { kinds?: readonly DocumentKind[] | undefined; country?: string | undefined }

/**
 * Finds the number of one of these documents in a message ("mi CUIT es 20-12345678-6"). Where it may be of several kinds, the one that is named counts, else
 * the country's, else the first that the author wants; who wants any is told which they may be.
 */
export const documentIn = (text: string, { kinds = everyKind, country }: Expected = {}): DocumentReading => {
  const candidates = candidatesIn(text)
  const shaped = kinds.flatMap((kind) => candidates.filter((value) => rules[kind].shape.test(value)).map((value) => ({ kind, value })))
  const fitting = shaped.filter(({ kind, value }) => rules[kind].isValid(value))
  // "20 12345678 6" is one number, though its middle could be another.
  const valid = fitting.filter(({ value }) => !fitting.some((other) => other.value !== value && other.value.includes(value)))
  // Two different numbers are two answers.
  if (new Set(valid.map(({ value }) => value)).size > 1) return { outcome: 'not_understood' }
  const found = valid.map(({ kind, value }): Found => ({ kind, value, shown: rules[kind].show(value) }))
  if (found.length > 0) return among(found, text, { kinds, country })
  const wrong = likeliest(shaped, text, { kinds, country })
  return wrong ? { outcome: 'wrong', kind: wrong.kind } : { outcome: 'not_understood' }
}

type Shaped = { kind: DocumentKind; value: string }

/** Which kind a wrong number is of: the one that is named, or shown by its signs, or the country's; else any only where nothing is known of the country. */
const likeliest = (shaped: Shaped[], text: string, { kinds, country }: Expected): Shaped | undefined => {
  const own = ofCountry[country?.toUpperCase() ?? '']
  const [first] = kinds === everyKind && country !== undefined ? [] : shaped
  return shaped.find(({ kind }) => namedIn(text, kind)) ?? shaped.find((each) => isShown(each, text)) ?? shaped.find(({ kind }) => own?.includes(kind)) ?? first
}

/** Whether a number stands in a text with the signs of its kind: "20-12345678-5" is no CPF. */
const isShown = ({ kind, value }: Shaped, text: string): boolean => {
  const shown = rules[kind].show(value)
  return shown !== value && text.toUpperCase().includes(shown)
}

const among = (found: Found[], text: string, { kinds, country }: Expected): DocumentReading => {
  const named = found.find(({ kind }) => namedIn(text, kind))
  const own = ofCountry[country?.toUpperCase() ?? '']
  const [first] = kinds === everyKind && own ? own.flatMap((kind) => found.filter((each) => each.kind === kind)) : found
  const wanted = kinds === everyKind ? undefined : (found.find(({ kind }) => own?.includes(kind)) ?? first)
  const certain = named ?? wanted ?? (first && isOnly(first, found, own) && !isMobile(first, text) ? first : undefined)
  return certain ? { outcome: 'understood', ...certain } : { outcome: 'unsure', candidates: found }
}

/** Whether nothing else is likely: the country's own kind, or the only one where the country is not known. */
const isOnly = ({ kind }: Found, found: Found[], own: readonly DocumentKind[] | undefined): boolean => (own ? own.includes(kind) : found.length === 1)

const namedIn = (text: string, kind: DocumentKind): boolean => new RegExp(`(?<!\\p{L})${kind === 'cuit' ? 'cui[tl]' : kind}(?!\\p{L})`, 'iu').test(text)

/** One in a hundred Brazilian mobile numbers has the check digits of a CPF; who writes a CPF with its signs means one. */
const isMobile = ({ kind, value }: Found, text: string): boolean => kind === 'cpf' && /^[1-9]{2}9/.test(value) && !/\d{3}\.\d{3}\.\d{3}/.test(text)

const strip = (text: string): string => text.replace(/[^0-9A-ZÑ&]/g, '')

/** The whole message without its signs, and each run of it that holds digits, without the country before a NIF. */
const candidatesIn = (text: string): string[] => {
  const upper = text
    .slice(0, 200)
    .normalize('NFKC')
    .toUpperCase()
    .replace(/(?<!\p{L})PT\s?(?=\d{3})/gu, '')
  const runs = upper.match(/[0-9A-ZÑ&]*\d[0-9A-ZÑ&]*(?:[ .\-–/]{1,2}[0-9A-ZÑ&]*\d[0-9A-ZÑ&]*)*(?:\s?-\s?[A-Z])?/g) ?? []
  const pairs = upper.match(/(?<![0-9A-ZÑ&])[A-ZÑ&]{3,4}[\s-]\d{6}[\s-]?[0-9A-Z]{3}(?![0-9A-Z])/g) ?? []
  const lettered = upper.match(/(?<![0-9A-Z])[XYZ]?\d{7,8}\s[A-Z](?![0-9A-ZÑ])/g) ?? []
  return [...new Set([strip(upper), ...runs.map(strip), ...pairs.map(strip), ...lettered.map(strip), ...upper.split(/\s+/).map(strip)])].filter(Boolean)
}
