import { fold } from './fold.ts'

/** Numbers from 1 as words, in Spanish, Portuguese and English, folded. */
const cardinals = [
  'uno un una um uma one',
  'dos dois duas two',
  'tres three',
  'cuatro quatro four',
  'cinco five',
  'seis six',
  'siete sete seven',
  'ocho oito eight',
  'nueve nove nine',
  'diez dez ten',
  'once onze eleven',
  'doce doze twelve',
  'trece treze thirteen',
  'catorce catorze quatorze fourteen',
  'quince quinze fifteen',
  'dieciseis dezesseis sixteen',
  'diecisiete dezessete seventeen',
  'dieciocho dezoito eighteen',
  'diecinueve dezenove nineteen',
  'veinte vinte twenty',
].map((words) => words.split(' '))
const ordinals = [
  'primero primera primer primeiro primeira first',
  'segundo segunda second',
  'tercero tercera tercer terceiro terceira third',
  'cuarto cuarta quarto quarta fourth',
  'quinto quinta fifth',
  'sexto sexta sixth',
  'septimo septima setimo setima seventh',
  'octavo octava oitavo oitava eighth',
  'noveno novena nono nona ninth',
  'decimo decima tenth',
].map((words) => words.split(' '))
const last = ['ultimo', 'ultima', 'last']

/** Words that may stand beside a number without changing what it points at: "quiero la opción 2". */
const beside = new Set(
  'la el lo the a o opcion opcao option numero number num nro nr n item quiero quero prefiero prefiro elijo escolho por favor please i want choose take es e'.split(
    ' ',
  ),
)
const digits = /^(\d{1,3})(?:o|a|ro|ra|er|do|da|to|ta|mo|ma|vo|va|no|na|st|nd|rd|th)?$/

/** The number that a word is, from 1 to 20; null for other words. */
export const numberWord = (word: string): number | null => {
  const at = cardinals.findIndex((words) => words.includes(word))
  return at < 0 ? null : at + 1
}

const placeOf = (token: string, count: number): number | null => {
  const ordinal = ordinals.findIndex((words) => words.includes(token))
  if (ordinal >= 0) return ordinal + 1
  if (last.includes(token)) return count
  return numberWord(token)
}

/**
 * Which of `count` options a message points at by number, from 1: "2", "2)", "2️⃣", "dos", "la segunda", "opción 2", "the last".
 * Null when it says anything else besides; a number out of range is answered as it is.
 */
export const placeIn = (text: string, count: number): number | null => {
  const tokens = fold(text).split(' ')
  if (tokens.length > 6) return null
  const numeric = tokens.map((token) => digits.exec(token)?.[1])
  const telling = tokens.filter((token, at) => numeric[at] !== undefined || !beside.has(token))
  if (telling.length !== 1) return null
  const written = digits.exec(telling[0]!)?.[1]
  return written === undefined ? placeOf(telling[0]!, count) : Number(written)
}
