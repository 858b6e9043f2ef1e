import { wordsAsked } from './beside-the-question.ts'
import { withoutManners } from './fold.ts'
import { countingWords } from './number-as-asked.ts'
import { withDigits } from './spelled-number.ts'

/** "2 semanas" is no number of nights, and "una caja" none of bottles. */

const units = [
  'minuto|minutos|minutitos|minutinhos|minute|minutes|min|mins',
  'hora|horas|horita|horitas|horinha|horinhas|hour|hours|hs|hrs',
  'dia|dias|day|days|noche|noches|noite|noites|night|nights|diaria|diarias',
  'semana|semanas|semanita|semanitas|semaninha|semaninhas|week|weeks',
  'quincena|quincenas|fortnight|fortnights',
  'mes|meses|month|months',
  'ano|anos|year|years',
  'vez|veces|vezes|time|times',
].map((words) => new Set(words.split('|')))
const packs = [
  'caja|cajas|caixa|caixas|box|boxes|case|cases',
  'botella|botellas|garrafa|garrafas|bottle|bottles',
  'paquete|paquetes|pacote|pacotes|pack|packs|packet|packets',
  'bolsa|bolsas|bag|bags|saco|sacos',
  'persona|personas|pessoa|pessoas|people|adultos|adults',
  'habitacion|habitaciones|quarto|quartos|room|rooms',
].map((words) => new Set(words.split('|')))

const asksHowMany = / (?:cuant[oa]s|quant[oa]s|how many) (?:de |of )?(?<what>[a-z]+) /

/** "In hours". */
const asksIn = / (?:en|em|in) (?<what>minutos|minutes|horas|hours|dias|days|semanas|weeks|meses|months|anos|years) /
export const unitAsked = (asked: string): string | undefined => asksHowMany.exec(asked)?.groups?.['what'] ?? asksIn.exec(asked)?.groups?.['what']

const unitOf = (word: string, of: readonly ReadonlySet<string>[]): number => of.findIndex((words) => words.has(word))

/** Whether an answer counts another unit than was asked for. */
export const isOfAnotherUnit = (text: string, question: string): boolean => {
  if (!/\p{L}/u.test(text)) return false
  const what = unitAsked(wordsAsked(question))
  if (what === undefined) return false
  return [units, packs].some((of) => {
    const asked = unitOf(what, of)
    if (asked < 0) return false
    const said = countingWords(text)
      .split(' ')
      .map((word) => unitOf(word.replace(/^\d+/, ''), of))
      .filter((unit) => unit >= 0)
    return said.length > 0 && !said.includes(asked)
  })
}

/** How many of the asked unit one of a larger one has; "una semana" is six nights to some, and a month has no certain number of days. */
const sizes: Record<string, [unit: RegExp, of: number][]> = {
  minut: [[/^(?:horas?|hours?|hs|hrs?)$/, 60]],
  dia: [
    [/^(?:semanas?|semanitas?|semaninhas?|weeks?)$/, 7],
    [/^quincenas?$/, 15],
    [/^fortnights?$/, 14],
  ],
  hora: [[/^(?:minutos?|minutes?|mins?|min)$/, 1 / 60]],
  mes: [[/^(?:anos?|years?|yrs?)$/, 12]],
}
const askedUnits: [RegExp, keyof typeof sizes][] = [
  [/^min/, 'minut'],
  [/^(?:horas?|hours?)$/, 'hora'],
  [/^(?:dias?|days?)$/, 'dia'],
  [/^(?:mes|meses|months?)$/, 'mes'],
]
const inUnit =
  /^(?:(?:ya|ja|desde|hace|ha|faz|tem|tiene|llevo|llevamos|va|vamos|for|about|like|around|como|unas?|umas|mais ou menos|mas o menos|casi|quase|almost|mas de|mais de|over|more than|at least|al menos|pelo menos|its been|been|hara|tengo|estoy|to|estou|com|con|serian|seria|una|solo|so|just|only) )*?(?:(?<count>\d{1,3}|una?|uma?|an?|medi[oa]|mei[oa]|half an?|(?:(?:un|um|a) )?(?:cuarto|quarto|quarter) (?:de|of an?)|(?:3|three) (?:cuartos|quartos|quarters) (?:de|of an?)) )?(?<unit>[a-z]+)(?<half> y medi[oa]| e mei[oa]| and a half)?(?: (?:ya|ja|nomas|mas o menos|mais ou menos|or so|now|already|ago|atras|aprox|aproximadamente|asi|algo))*$/

const partOf = (count: string): number => {
  if (/cuartos|quartos|quarters/.test(count)) return 0.75
  if (/cuarto|quarto|quarter/.test(count)) return 0.25
  return /^(?:medi|mei|half)/.test(count) ? 0.5 : Number(count) || 1
}

/** "Una semana" in days, "media hora" in minutes; null where it cannot be told. Always read back. */
export const inAskedUnit = (text: string, question: string): number | null => {
  const what = unitAsked(wordsAsked(question)) ?? ''
  const asked = askedUnits.find(([words]) => words.test(what))?.[1]
  if (asked === undefined) return null
  const { count = 'un', unit = '', half } = inUnit.exec(withDigits(withoutManners(countingWords(text))))?.groups ?? {}
  const size = sizes[asked]!.find(([words]) => words.test(unit))?.[1]
  if (size === undefined) return null
  const many = partOf(count) + (half === undefined ? 0 : 0.5)
  // "20 minutos" is no number of hours that anybody would say.
  return Number.isInteger(many * size * (size < 1 ? 4 : 1)) ? many * size : null
}
