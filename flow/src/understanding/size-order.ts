import type { MenuOption } from '../engine/menu-content.ts'
import { fold, holdsWords } from './fold.ts'

/** "La más grande", "o menor", "the cheapest", "la del medio": the row at one end, or in the middle, of rows that are all sizes, all plans or all have a price. */

const sizes = [
  'xxs|extra chic[oa]|extra pequen[oa]|mini|extra small|pp|individual|personal|broto|brotinho|tiny',
  'xs',
  's|p|chic[oa]|pequen[oa]|small|little|ch|peque',
  'm|median[oa]|medi[oa]|medium|normal|regular',
  'l|g|grande|large|big',
  'xl|gg|xg|ch?g|extra grande|extra large|familiar|familia|family|gigante|jumbo|mega',
  'xxl|exg|extragg|super gigante',
].map((names) => new RegExp(`^(?:(?:talle|talla|size|tamanho|tamano|tam|pizza|vaso|taza|caja|caixa|cup|box|copo|porcion|porcao|bolsa) )?(?:${names})s?$`))

const levels = [
  'gratis|gratuit[oa]|free|lite|light|starter|inicial|inicio',
  'basic[oa]?|esencial|essential|economic[oa]|economy|bronze|bronce',
  'standard|estandar|padrao|plus|intermedi[oa]|intermediari[oa]|normal|regular|silver|plata|prata',
  'pro|profesional|professional|profissional|advanced|avanzad[oa]|avancad[oa]|gold|oro|ouro',
  'premium|full|complet[oa]|complete|ultimate|vip|max|deluxe|platinum|platino|platina|black',
].map((names) => new RegExp(`^(?:(?:plan|plano|paquete|pacote|package|combo|servicio|servico|service|lavado|lavagem|wash) )?(?:${names})$`))

/** "Grande (12 porciones)" is a size. */
const bare = (label: string): string => fold(label.replace(/[(:$–-].*$|\d.*$/u, ''))
/** The place of a label among sizes; -1 where it is none. */
const sizeOf = (label: string): number => sizes.findIndex((names) => names.test(bare(label)))
/** The place of a label among plans that give more and more; -1 where it is none. */
const levelOf = (label: string): number => levels.findIndex((names) => names.test(bare(label)))

const priced = /(?:\$|€|£|r\$|usd|ars|mxn)\s?(?<amount>\d[\d.,]*)|(?<before>\d[\d.,]*)\s?(?:€|pesos|reais|dolares|dollars|euros|soles)/iu
const priceOf = (label: string): number => {
  const { amount, before } = priced.exec(label)?.groups ?? {}
  const digits = amount ?? before
  return digits === undefined ? -1 : Number(digits.replace(/[.,](?=\d{3}(?!\d))/g, '').replace(',', '.'))
}

/** "Garrafa 10 kg", "500 ml". */
const measured =
  /(?<amount>\d+(?:[.,]\d+)?) ?(?<unit>kgs?|kilos?|grs?|g|lts?|l|litros?|liters?|ml|cc|gb|megas?|mb|mbps|cm|m2|mts|porciones|porcoes|unidades|pulgadas|polegadas|inch(?:es)?|oz|lbs?)\b/i
const amountOf = (label: string): number => {
  const { amount = '', unit = '' } = measured.exec(label)?.groups ?? {}
  return amount === '' ? -1 : Number(amount.replace(',', '.')) / (/^(?:grs?|g|ml|cc)$/i.test(unit) ? 1000 : 1)
}

/** "La M" of "Mediana", where all rows are sizes and one alone is this one. */
export const ofSameSize = <Option extends MenuOption>(options: Option[], said: string): Option | null => {
  const bareSaid = said.replace(/^(?:(?:la|el|o|a|the|una?|uma?|quiero|quero|talle|talla|tamanho|size|de|en) )+/, '')
  const size = sizeOf(bareSaid)
  // "S" alone is perhaps a yes, and "XG" no "GG".
  if (bareSaid === said && said.length < 3) return null
  if (options.every(({ label }) => label.length < 3) && bareSaid.length < 3) return null
  if (size < 0 || options.some(({ label }) => sizeOf(label) < 0)) return null
  const found = options.filter(({ label }) => sizeOf(label) === size)
  return found.length === 1 ? found[0]! : null
}

/** "9:00", "18:30 hs". */
const hourOf = (label: string): number => {
  const { hour, minute } = /^\D{0,6}(?<hour>\d{1,2})[:h.](?<minute>\d\d)?(?:\s?hs?)?\s*$/.exec(label)?.groups ?? {}
  return hour === undefined ? -1 : Number(hour) * 60 + Number(minute ?? 0)
}

type Order = (label: string) => number

/** Told by one word, or by "more" with an article: "más grande" alone may mean bigger than another. */
const told = (most: string, words: string): RegExp =>
  new RegExp(`(?:(?:^|(?<= ))(?:la|el|lo|o|a|the|your|tu|su) (?:[a-z]+ )?(?:${most})|^(?:${most})|(?:^|(?<= ))(?:${words}))(?= |$)`)

const ends: { orders: Order[]; end: 'greatest' | 'least' | 'middle' | null; said: RegExp }[] = [
  {
    orders: [sizeOf, amountOf],
    end: 'greatest',
    said: told('(?:mas|mais) (?:grande|grandota|grandote)|mayor|maior', 'biggest|largest|grandota|maiorzinha|maiorzao'),
  },
  {
    orders: [sizeOf, amountOf],
    end: 'least',
    said: told('(?:mas|mais) (?:chic[oa]|chiquit[oa]|pequen[oa]|pequenit[oa])|menor', 'menorzinh[oa]|smallest|littlest|tiniest|chiquitita'),
  },
  { orders: [priceOf, levelOf], end: 'greatest', said: told('(?:mas|mais) car[oa]', 'most expensive|priciest|dearest') },
  {
    orders: [priceOf, levelOf],
    end: 'least',
    said: told('(?:mas|mais) (?:barat[oa]|baratit[oa]|baratinh[oa]|economic[oa]|em conta)|menos car[oa]', 'cheapest|least expensive'),
  },
  {
    orders: [levelOf],
    end: 'greatest',
    said: told('(?:mas|mais) (?:complet[oa]|alt[oa]|equipad[oa])|mejor|melhor|tope(?: de gama)?|top de linha', 'best|fullest|top tier|highest'),
  },
  { orders: [levelOf], end: 'least', said: told('(?:mas|mais) (?:basic[oa]|simples?|sencill[oa]|baj[oa])', 'most basic|simplest|lowest') },
  { orders: [amountOf], end: 'greatest', said: told('grande|gigante', 'big one|large one|grandota|big|large') },
  { orders: [amountOf], end: 'least', said: told('pequen[oa]|chic[oa]|chiquit[oa]', 'small one|little one|small|pequenin[oa]') },
  { orders: [hourOf], end: 'least', said: told('(?:mas|mais) (?:temprano|cedo|tempranito)|antes posible', 'earliest|first thing') },
  { orders: [hourOf], end: 'greatest', said: told('(?:mas|mais) tarde', 'latest') },
  // The first on the list, or that which gives most.
  { orders: [levelOf], end: null, said: /^(?:the )?top (?:one|plan)$/ },
  {
    orders: [sizeOf, levelOf, priceOf],
    end: 'middle',
    said: /^(?:(?:el|la|lo|o|a|the|de|del|do|da|en|em|no|in|un|uma?|something|algo|one|that|es|e|quiero|quero) )*(?:medio|meio|middle|intermedi[oa]|intermediari[oa]|mid|in between|entremedio|mediad[oa]|ni (?:muy )?(?:grande|car[oa]) ni (?:muy )?(?:chic[oa]|pequen[oa]|barat[oa])|nem (?:muito )?(?:grande|car[oa]) nem (?:muito )?(?:pequen[oa]|barat[oa])|neither (?:big|small) nor (?:big|small))(?: (?:one|ones|size|plan|plano|opcion|opcao|option|nomas))*$/,
  },
]

/** What says that no end of the order is meant after all: "la más grande no", "bigger than the biggest". */
const holdingBack = /(?:^| )(?:no|nao|not|dont|ni|nem|menos|pero|but|except\w*|than|nunca|never|casi|quase|almost|demais|too|o|ou|or|segund[oa]|second)(?= |$)/
const asking = /(?:^| )(?:que|cual|qual|which|whats|what|cuanto|quanto|how|es|e|is|sera) $/

/** The row at the end that was asked for, or none. It is only perhaps meant where the rows do not show what they are ordered by, as plans without prices. */
type Found<Option> = { option: Option | null; sure: boolean }

/** Whether one end of an order is asked for, and the row that is there; null where the rows are in no order. */
export const endOfOrder = <Option extends MenuOption>(options: Option[], said: string): Found<Option> | null => {
  if (options.length < 2) return null
  for (const { orders, end, said: pattern } of ends) {
    const match = pattern.exec(said)
    const order = match && orders.find((each) => options.every(({ label }) => each(label) >= 0))
    if (!match || !order) continue
    const before = said.slice(0, match.index)
    const rest = before + said.slice(match.index + match[0].length)
    if (end === 'middle' && options.length % 2 === 0) continue
    const found = end === null ? null : rowAt(options, order, end)
    const isMeant = found !== null && (end === 'middle' || !(holdingBack.test(rest) || asking.test(before) || namesAnother(options, found, rest)))
    return { option: isMeant ? found : null, sure: order !== levelOf || end === 'middle' }
  }
  return null
}

const namesAnother = (options: MenuOption[], found: MenuOption, rest: string): boolean =>
  options.some((option) => option !== found && bare(option.label).length > 2 && holdsWords(rest.trim(), bare(option.label)))

const rowAt = <Option extends MenuOption>(options: Option[], order: Order, end: 'greatest' | 'least' | 'middle'): Option | null => {
  const sorted = options.toSorted((one, other) => order(one.label) - order(other.label))
  if (end === 'middle') return sorted[(sorted.length - 1) / 2]!
  const last = end === 'greatest' ? sorted.at(-1)! : sorted[0]!
  return options.filter((option) => order(option.label) === order(last.label)).length === 1 ? last : null
}
