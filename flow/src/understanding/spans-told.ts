import type { MenuOption } from '../engine/menu-content.ts'
import { fold } from './fold.ts'
import { withDigits } from './spelled-number.ts'

/** The row of a menu that a span of time tells, be it how often or how long: "cada 15 días" of "Quincenal", "about two weeks" of "1 to 4 weeks". */

/** In days; both ends are within it. */
type Span = { from: number; to: number }

const unit = '(?<unit>dias?|days?|semanas?|weeks?|wks?|quincenas?|quinzenas?|fortnights?|mes|meses|months?|mths?|anos?|years?|yrs?|horas?|hours?)'
const daysOf = (name: string): number => {
  if (/^(?:h)/.test(name)) return 1 / 24
  if (name.startsWith('d')) return 1
  if (/^(?:sem|we|wk)/.test(name)) return 7
  if (/^(?:q|f)/.test(name)) return 14
  return name.startsWith('m') ? 30 : 365
}

const named: [RegExp, number][] = [
  [/^(?:diari[oa]|diariamente|daily|everyday|todo dia|todos los dias|todos os dias|dia a dia)$/, 1],
  [/^(?:semanal|semanalmente|weekly)$/, 7],
  [/^(?:quincenal|quinzenal|quincenalmente|biweekly|fortnightly|bisemanal)$/, 14],
  [/^(?:mensual|mensal|mensualmente|mensalmente|monthly|mensuales|mensais)$/, 30],
  [/^(?:bimestral|bimonthly)$/, 60],
  [/^(?:trimestral|quarterly|trimestre|quarter)$/, 90],
  [/^(?:semestral|semestre)$/, 180],
  [/^(?:anual|anualmente|yearly|annual|annually)$/, 365],
]

const more = '(?<more>mas de|mais de|more than|over|more|above)'
const less = '(?<less>menos de|less than|under|menos|hasta|ate|up to|within|below|casi|quase|almost|not even|ni)'
const forms = [
  `(?:every other|every second|cada otr[oa]) ${unit}`,
  `(?:cada|every|each|a cada|todos los|todas las|todos os|todas as|todo|toda|per|por|al|a) (?:(?<count>\\d+) )?${unit}`,
  `(?<times>\\d+|once|twice) ?(?:vez|veces|vezes|times?|x)? ?(?:a la|al|a|por|per|cada|na|ao|en|each|every) ${unit}`,
  `(?:${less} |${more} )?(?<count>\\d+) (?:(?:a|to|y|and|e|o|or|ou|hasta|ate) (?<last>\\d+) )?${unit}(?<open> (?:o|or|ou|and|y|e) (?:mas|mais|more|up|longer))?`,
]

const filler =
  '(?:(?:desde hace|hace|ha|faz|desde|for|about|around|like|maybe|roughly|unos|unas|umas|uns|mas o menos|aprox|aproximadamente|tipo|como|since|ya|ja|lo tengo|tengo|tenho|ive had it|i have had it|had it|i have|has been|its been|been|it|para|pra|es|e|its|de|quiero|quero|prefiero|prefiro|solo|only|just|so|ago|atras|now|el|la|o|i think|creo|me gustaria|mejor|melhor|probably|in|the|last|pago|pagar|plan|plano|en|em) )*'
const closing = '(?: (?:nomas|ya|ja|now|ago|atras|mas o menos|mais ou menos|aprox|or so|aproximadamente|por ahi|i think|creo|acho|maybe|mejor|only|solo))*'
const [alternate, every, often, lasting] = forms.map((form) => new RegExp(`^${filler}(?:${form})${closing}$`))
const within = forms.map((form) => new RegExp(`(?<![a-z0-9])(?:${form})(?![a-z0-9])`))
const recent =
  /^(?:desde |since |since the |just |from |fue |foi |it was |was |recien )*(?:hoy|ayer|anoche|hoje|ontem|yesterday|today|last night|this morning|esta manana)$/

const prepared = (text: string): string =>
  withDigits(
    fold(text)
      .replace(/(?<![a-z])(?:un par de|um par de|a couple of|a couple|couple of)(?= )/g, 'dos')
      .replace(/(?<![a-z])(?:medio ano|meio ano|half a year)(?![a-z])/g, '6 meses')
      .replace(
        /(?<![a-z])(?<!(?:once|twice|times?|vez|veces|vezes) )(?:una?|uma?|one|an?) (?=(?:dia|day|semana|week|quincena|fortnight|mes|month|ano|year|hora|hour)s?(?: |$))/g,
        '1 ',
      )
      .replace(/(?<![a-z])(?:una|uma|1|one) (?=ve[zc])/g, '1 '),
    english,
  )

/** Eleven in Spanish only. */
const english = new Set(['once'])

/** "15 días" are two weeks, as people count. */
const spanOf = ({ unit: name = '', count, last, times, more: above, less: below, open }: Record<string, string | undefined>, factor = 1): Span => {
  const length = daysOf(name)
  const often = times === undefined ? 1 : times === 'once' ? 1 : times === 'twice' ? 2 : Number(times)
  const rounded = (number: number): number => (length === 1 && number === 15 ? 14 : number * length)
  const from = (rounded(Number(count ?? 1)) * factor) / often
  if (last !== undefined) return { from, to: rounded(Number(last)) }
  if (above !== undefined) return { from: from + 0.01, to: Infinity }
  if (open !== undefined) return { from, to: Infinity }
  return below === undefined ? { from, to: from } : { from: 0, to: /^(?:hasta|ate|up|within)/.test(below) ? from : from - 0.01 }
}

const spanIn = (prepared: string, [other, each, times, length]: RegExp[]): Span | null => {
  const found = other!.exec(prepared)
  if (found) return spanOf({ ...found.groups, count: undefined }, 2)
  for (const pattern of [times!, length!, each!]) {
    const match = pattern.exec(prepared)
    if (match) return spanOf({ ...match.groups })
  }
  return null
}

const spanSaid = (said: string): Span | null => {
  const bare = said.replace(new RegExp(`^${filler}`), '')
  const days = named.find(([pattern]) => pattern.test(bare))?.[1]
  if (days !== undefined) return { from: days, to: days }
  return recent.test(said) ? { from: 0, to: 1 } : spanIn(said, [alternate!, every!, often!, lasting!])
}

const spanOfLabel = (label: string): Span | null => {
  const text = prepared(label)
  const days = text.split(' ').flatMap((word) => named.find(([pattern]) => pattern.test(word))?.[1] ?? [])
  return days.length === 1 ? { from: days[0]!, to: days[0]! } : spanIn(text, within)
}

const timely = /dia|day|seman|week|wk|quin|fort|mes|mens|month|mth|ano|anu|year|yr|trimes|hora|hour|ayer|ontem|noche|hoy|hoje|night|morning/

/** The row whose span holds what was said; `unsure` where spans are told and none does. Null where this is about something else. */
export const spanOption = <Option extends MenuOption>(options: Option[], text: string): Option | 'unsure' | null => {
  const folded = fold(text)
  if (folded.length > 60 || !timely.test(folded)) return null
  const labels = options.map(({ label }) => spanOfLabel(label))
  if (labels.filter((label) => label !== null).length < 2) return null
  const said = spanSaid(prepared(text))
  if (said === null) return null
  const fitting = options.filter((_, at) => holds(labels[at]!, said))
  if (fitting.length === 1) return fitting[0]!
  return fitting.length > 1 || labels.every((label) => label !== null) ? 'unsure' : null
}

const holds = (label: Span | null, said: Span): boolean =>
  label !== null && label.from <= said.from && (said.to <= label.to || (said.to === Infinity && label.to === Infinity))
