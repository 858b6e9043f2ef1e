/** Numbers in words, in Spanish, Portuguese and English, folded. Every spelling of a number, wrong ones that are often seen included, stands in one line. */
const lines: [number, string][] = [
  [0, 'cero zero'],
  [1, 'uno un una um uma one a an unito unita umzinho umazinha'],
  [2, 'dos dois duas two dosito dositos dositas doisinhos duazinhas'],
  [3, 'tres three'],
  [4, 'cuatro quatro four'],
  [5, 'cinco five'],
  [6, 'seis six'],
  [7, 'siete sete seven'],
  [8, 'ocho oito eight eigth'],
  [9, 'nueve nove nine'],
  [10, 'diez dez ten dies'],
  [11, 'once onze eleven'],
  [12, 'doce doze twelve twelf twelv'],
  [13, 'trece treze thirteen thirten therteen'],
  [14, 'catorce catorze quatorze fourteen'],
  [15, 'quince quinze fifteen quize'],
  [16, 'dieciseis dezesseis dezasseis sixteen dezeseis dieziseis'],
  [17, 'diecisiete dezessete dezassete seventeen dezesete seventen'],
  [18, 'dieciocho dezoito eighteen'],
  [19, 'diecinueve dezenove dezanove nineteen ninteen'],
  [20, 'veinte vinte twenty veite viente tweny twenny'],
  [21, 'veintiuno veintiun veintiuna ventiuno ventiun ventiuna'],
  [22, 'veintidos ventidos'],
  [23, 'veintitres ventitres'],
  [24, 'veinticuatro venticuatro'],
  [25, 'veinticinco venticinco'],
  [26, 'veintiseis ventiseis'],
  [27, 'veintisiete ventisiete'],
  [28, 'veintiocho ventiocho'],
  [29, 'veintinueve ventinueve'],
  [30, 'treinta trinta thirty treynta trienta therty'],
  [40, 'cuarenta quarenta forty fourty'],
  [50, 'cincuenta cinquenta fifty cincoenta'],
  [60, 'sesenta sessenta sixty secenta'],
  [70, 'setenta seventy'],
  [80, 'ochenta oitenta eighty'],
  [90, 'noventa ninety nuventa'],
  [100, 'cien ciento cem cento'],
  [200, 'doscientos doscientas duzentos duzentas'],
  [300, 'trescientos trescientas trezentos trezentas'],
  [400, 'cuatrocientos cuatrocientas quatrocentos quatrocentas'],
  [500, 'quinientos quinientas quinhentos quinhentas'],
  [600, 'seiscientos seiscientas seiscentos seiscentas'],
  [700, 'setecientos setecientas setecentos setecentas'],
  [800, 'ochocientos ochocientas oitocentos oitocentas'],
  [900, 'novecientos novecientas novecentos novecentas'],
]
/** Spelt as they sound: "sinco", "beinte", "quinse". In four letters they are other words: "dose", "dies". */
const asHeard = (word: string): string[] => (word.length < 5 ? [] : [word.replace(/c(?=[ei])|z/g, 's'), word.replace(/v/g, 'b')])
const values = new Map([
  ...lines.flatMap(([value, words]) => words.split(' ').flatMap((word) => asHeard(word).map((each): [string, number] => [each, value]))),
  ...lines.flatMap(([value, words]) => words.split(' ').map((word): [string, number] => [word, value])),
])
const scales = new Map<string, number>(
  (
    [
      [1000, 'mil thousand millar millares milheiro milheiros'],
      [1_000_000, 'millon millones milhao milhoes million millions'],
    ] as const
  ).flatMap(([value, words]) => words.split(' ').map((word): [string, number] => [word, value])),
)
export const isNumberWord = (word: string): boolean => values.has(word) || scales.has(word)

const joins = new Set(['y', 'e', 'and'])
const articles = new Set(['un', 'una', 'um', 'uma', 'a', 'an'])

type Part = { value: number; length: number }

const tens =
  /^(treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa|vinte|trinta|quarenta|cinquenta|sessenta|oitenta|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:ai|ay|i|y|e)?(?=[a-z])/

/** "treintaicinco", "twentyone", "dosmil": run together, in two words. */
const parted = (word: string): string[] => {
  const thousands = word.endsWith('mil') ? word.slice(0, -'mil'.length) : ''
  if (values.has(thousands)) return [thousands, 'mil']
  const unit = values.get(word.replace(tens, ''))
  return tens.test(word) && unit !== undefined && unit >= 1 && unit <= 9 ? [tens.exec(word)![1]!, word.replace(tens, '')] : [word]
}

/** One number below a hundred: "treinta y cinco", "twenty five", "veintidos". */
const tensAt = (words: string[], at: number): Part | null => {
  const value = values.get(words[at] ?? '')
  if (value === undefined || value >= 100) return null
  if (value < 20 || value % 10 !== 0) return { value, length: 1 }
  const skip = joins.has(words[at + 1] ?? '') ? 2 : 1
  const unit = values.get(words[at + skip] ?? '')
  const fits = unit !== undefined && unit >= 1 && unit <= 9 && !['a', 'an'].includes(words[at + skip]!)
  return fits ? { value: value + unit, length: skip + 1 } : { value, length: 1 }
}

const hundredsAt = (words: string[], at: number): Part | null => {
  const first = values.get(words[at] ?? '')
  let head: Part | null = first !== undefined && first >= 100 ? { value: first, length: 1 } : null
  const many = tensAt(words, at)
  if (many !== null && many.value >= 1 && words[at + many.length] === 'hundred') head = { value: many.value * 100, length: many.length + 1 }
  if (!head) return tensAt(words, at)
  const skip = joins.has(words[at + head.length] ?? '') ? 1 : 0
  const rest = tensAt(words, at + head.length + skip)
  return rest ? { value: head.value + rest.value, length: head.length + skip + rest.length } : head
}

/** The number in words that begins at a word, and how many words it takes; an article alone is one too. */
export const spelledAt = (words: string[], at: number): Part | null => {
  let total = 0
  let length = 0
  let lowest = Infinity
  for (;;) {
    const from = at + length
    const skip = length > 0 && joins.has(words[from] ?? '') ? 1 : 0
    const part = hundredsAt(words, from + skip)
    const scale = scales.get(words[from + skip + (part?.length ?? 0)] ?? '')
    if (scale === undefined && (part === null || lowest === 1)) break
    if (scale === undefined) {
      if (lowest === Infinity || part!.value < lowest) [total, length] = [total + part!.value, length + skip + part!.length]
      break
    }
    // "Tres mil quinientos millones": the thousands are of millions. Else a scale has to be smaller than the one before.
    if (lowest === 1000 && scale === 1_000_000 && total < scale) {
      total = (total + (part?.value ?? 0)) * scale
      length += skip + (part?.length ?? 0) + 1
      lowest = scale
      continue
    }
    if (scale >= lowest) break
    total += (part?.value ?? 1) * scale
    length += skip + (part?.length ?? 0) + 1
    lowest = scale
  }
  return length === 0 ? null : { value: total, length }
}

/** A folded text with its numbers in words as digits; articles ("una hora") and the words of `keep` stay. */
export const withDigits = (folded: string, keep: ReadonlySet<string> = new Set()): string => {
  const words = folded.split(' ').flatMap(parted)
  const told: string[] = []
  for (let at = 0; at < words.length;) {
    const part = keep.has(words[at]!) ? null : spelledAt(words, at)
    if (part && !(part.length === 1 && articles.has(words[at]!))) {
      told.push(String(part.value))
      at += part.length
    } else told.push(words[at++]!)
  }
  return told.join(' ')
}

const halves = / (?:y medi[oa]|e mei[oa]|and a half)$/
/** "Two and a half million"; "dos y medio millones". */
const halfBeforeScale = /^(.+) (?:y medi[oa]|e mei[oa]|and a half) (mil|thousand|millon|millones|milhao|milhoes|million|millions)$/
const points = / (?:coma|virgula|punto|ponto|point) /

/** The number that a folded text is and nothing else: "dos mil quinientos", "uno y medio", "two point five"; null for other texts. */
export const spelledNumber = (folded: string): number | null => {
  const negative = /^(?:menos|minus|negative) /.test(folded)
  const text = negative ? folded.slice(folded.indexOf(' ') + 1) : folded
  const value = positive(text)
  return value === null ? null : negative ? -value + 0 : value
}

const positive = (text: string): number | null => {
  if (/^(?:(?:una?|uma?) )?(?:medi[oa]|mei[oa])$|^(?:half|a half|one half)$/.test(text)) return 0.5
  if (/^(?:medio millon|meio milhao|half a million)$/.test(text)) return 500_000
  if (/^(?:medio millar|meio milheiro)$/.test(text)) return 500
  if (/^(?:media docena|meia duzia|half a dozen)$/.test(text)) return 6
  if (/ (?:docenas?|duzias?|dozens?)(?: y media| e meia| and a half)?$|^(?:docena|duzia|dozen)(?: |$)/.test(text)) return dozensOf(text)
  if (halves.test(text)) {
    const before = text.replace(halves, '')
    const whole = exact(before)
    const scale = scales.get(before.slice(before.lastIndexOf(' ') + 1)) ?? 1
    // "Dos millones y medio" is half a million more; "mil y medio" nobody says.
    return whole === null || scale === 1000 ? null : whole + scale / 2
  }
  const [, count, scaleWord] = halfBeforeScale.exec(text) ?? []
  if (count !== undefined) {
    const many = exact(count)
    return many === null ? null : (many + 0.5) * scales.get(scaleWord!)!
  }
  const [whole = '', fraction, more] = text.split(points)
  if (fraction === undefined) return exact(text)
  const scale = scales.get(fraction.slice(fraction.lastIndexOf(' ') + 1))
  const [one, two] = [exact(whole), fractionOf(scale === undefined ? fraction : fraction.slice(0, fraction.lastIndexOf(' ')))]
  return one === null || two === null || more !== undefined ? null : Math.round(Number(`${one}.${two}`) * (scale ?? 1) * 1e6) / 1e6
}

/** "dos docenas", "una docena y media"; the article may be left out. */
const dozensOf = (text: string): number | null => {
  const found = /^(.*?) ?(?:docenas?|duzias?|dozens?)( y media| e meia| and a half)?$/.exec(text)
  if (!found) return null
  const [, before = '', half] = found
  const count = before === '' || articles.has(before) ? 1 : exact(before)
  return count === null ? null : count * 12 + (half === undefined ? 0 : 6)
}

const exact = (text: string): number | null => {
  if (/^\d{1,9}$/.test(text)) return Number(text)
  const words = text.split(' ').flatMap(parted)
  const part = text === 'a' || text === 'an' ? null : spelledAt(words, 0)
  return part && part.length === words.length ? part.value : null
}

/** "cinco", "veinticinco", "cero cinco", "two five": the digits after the point. */
const fractionOf = (text: string): string | null => {
  const whole = exact(text)
  if (whole !== null) return String(whole)
  const digits = text.split(' ').map(exact)
  return digits.every((digit) => digit !== null && digit < 10) && digits.length <= 6 ? digits.join('') : null
}
