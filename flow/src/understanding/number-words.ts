import { fold, withoutManners } from './fold.ts'
import { spelledNumber } from './spelled-number.ts'

/** Places as words in Spanish, Portuguese and English, folded. */
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
const last = new Set('ultimo ultima last bottom abajo final'.split(' '))
const beforeLast = new Set('penultimo penultima anteultimo anteultima'.split(' '))
const top = new Set('arriba top'.split(' '))
const middle = new Set('medio meio middle'.split(' '))

/** Words that may stand beside a number without changing what it points at: "quiero la opción 2". */
const beside = new Set(
  'la el lo las los the a o os as de del da do que opcion opcao option alternativa numero num number nro nr n no item quiero quero quisiera prefiero prefiro elijo escojo escolho escolha voy vou con com me quedo fico dame deme ponme marca marco selecciono seleciono por favor please porfa favor gracias obrigado obrigada thanks i want choose pick take would like ill go with id es e y seria sera is it its gustaria mi minha my para esa essa that eso isso choice boton botao respuesta resposta answer entonces entao dale mejor melhor better op opc opt pode puede ser lets go us opiton lista list menu let interesa interessa'.split(
    ' ',
  ),
)
/** Said beside an ordinal, as in "the first one". */
const pronouns = new Set(['one', 'uno', 'una', 'um', 'uma'])
const digits = /^(\d{1,3})(?:o|a|ro|ra|era|ero|er|do|da|to|ta|mo|ma|vo|va|no|na|st|nd|rd|th)?$/

/** The place that a word is, from 1 to 10: "segunda", "third"; null for other words. */
export const ordinalWord = (word: string): number | null => {
  const at = ordinals.findIndex((words) => words.includes(word))
  return at < 0 ? null : at + 1
}

const placeOf = (token: string, count: number): number | null => {
  if (last.has(token)) return count
  if (beforeLast.has(token)) return count - 1
  if (top.has(token)) return 1
  if (middle.has(token)) return count % 2 === 1 ? (count + 1) / 2 : null
  const number = ordinalWord(token) ?? spelledNumber(token)
  // "Média" is a size.
  return number !== null && Number.isInteger(number) ? number : null
}

/** "uno o dos" are two numbers; "the first one" is one place. */
const isCardinal = (token: string): boolean => /^\d+$/.test(token) || spelledNumber(token) !== null

/** "La de en medio" stands in the middle, "la de hasta arriba" on top. */
const inPlace: [RegExp, string][] = [
  [/ (?:de )?(?:en ?medio|no meio|do meio|in the middle)(?= )/g, ' medio'],
  [/ hasta (?=(?:arriba|abajo) )/g, ' '],
  [/ (?:del|al|de el) (?:principio|comienzo|inicio)(?= )/g, ' primera'],
]
const fromTheEnd = /(?<= )(?:second to last|second from last|next to last|last but one|segundo desde abajo|segunda desde abajo)(?= )/
/** The letter of "opción c", "letra b": null without such a word, since "la a" may be anything. */
export const letterIn = (said: string): string | null =>
  /^(?:(?:la|the|a|quiero|quero) )?(?:opcion|opcao|option|opc|op|opt|letra|letter) (?<letter>[a-j])$/.exec(said)?.groups?.['letter'] ?? null

/** "Los dos" is no place. */
const both = /^(?:los|las|os|as|the|quiero|quero) (?:los |las |os |as )?(?:dos|dois|duas|two|tres|three)$|^(?:ambos|ambas|both)/

/** Whether somebody wants more than one of what is offered. */
export const pointsAtBoth = (text: string): boolean => both.test(withoutManners(fold(text)))

const isTelling = (token: string): boolean => digits.test(token) || !beside.has(token)

/**
 * Which of `count` options a message points at by number, from 1: "2", "2)", "2️⃣", "dos", "la segunda", "opción 2", "the last one", "la de abajo".
 * Null when it says anything else besides; a number out of range is answered as it is.
 */
export const placeIn = (text: string, count: number): number | null => {
  const said = inPlace
    .reduce((told, [pattern, instead]) => told.replace(pattern, instead), ` ${withoutManners(fold(text))} `.replace(fromTheEnd, 'penultimo'))
    .trim()
  const tokens = said.split(' ')
  if (both.test(said)) return null
  if (tokens.length > 9 || /^no (?!\d)|^(?:nao|not|dont) | (?:no|nao|not)$/.test(said)) return null
  const telling = tokens.filter(isTelling)
  const others = telling.filter((token) => !pronouns.has(token))
  const places = others.length === 1 && telling.length > 1 && !isCardinal(others[0]!) ? others : telling
  if (places.length !== 1) return placeInWords(places)
  const written = digits.exec(places[0]!)?.[1]
  return written === undefined ? placeOf(places[0]!, count) : Number(written)
}

/** "veinte y uno", "twenty two". */
const placeInWords = (words: string[]): number | null =>
  words.length > 1 && words.length <= 3 && words.every((word) => !/\d/.test(word)) ? spelledNumber(words.join(' ')) : null
