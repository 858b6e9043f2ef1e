import type { MenuOption } from '../engine/menu-content.ts'
import { fold } from './fold.ts'

/** "La más grande", "o menor", "the cheapest": the row at one end of rows that are all sizes, or all have a price. */

const sizes = [
  'xxs|extra chic[oa]|extra pequen[oa]|mini|extra small|pp|individual|personal|broto|brotinho|tiny',
  'xs',
  's|p|chic[oa]|pequen[oa]|small|little|ch|peque',
  'm|median[oa]|medi[oa]|medium|normal|regular',
  'l|g|grande|large|big',
  'xl|gg|xg|ch?g|extra grande|extra large|familiar|familia|family|gigante|jumbo|mega',
  'xxl|exg|extragg|super gigante',
].map((names) => new RegExp(`^(?:(?:talle|talla|size|tamanho|tamano|tam|pizza|vaso|taza|caja|caixa|cup|box|copo|porcion|porcao|bolsa) )?(?:${names})s?$`))

/** The place of a label among sizes; -1 where it is none. "Grande (12 porciones)" is one. */
const sizeOf = (label: string): number => sizes.findIndex((names) => names.test(fold(label.replace(/[(:$–-].*$|\d.*$/u, ''))))

const priced = /(?:\$|€|£|r\$|usd|ars|mxn)\s?(?<amount>\d[\d.,]*)|(?<before>\d[\d.,]*)\s?(?:€|pesos|reais|dolares|dollars|euros|soles)/iu
const priceOf = (label: string): number => {
  const { amount, before } = priced.exec(label)?.groups ?? {}
  const digits = amount ?? before
  return digits === undefined ? -1 : Number(digits.replace(/[.,](?=\d{3}(?!\d))/g, '').replace(',', '.'))
}

const begun =
  '(?:(?:quiero|quero|dame|me da|prefiero|prefiro|i want|ill take|give me|para mi|la|el|lo|o|a|the|una|uma|um|un|de|pizza|size|talle|talla|tamanho|tamano) )*'
const ended =
  '(?: (?:que|tengan|tenga|haya|hay|tenes|tienen|tienes|tiver|houver|tem|voce|voces|vcs|ter|you|have|got|one|size|you|youve|there|is|de|todas|todos|todo|all|of|por|favor|porfa|disponible|posible|talle|talla|tamano|tamanho|opcion|opcao|plan|plano|option|pizza|please))*'
const whole = (words: string): RegExp => new RegExp(`^${begun}(?:${words})${ended}$`)
const ends = [
  { order: sizeOf, isGreatest: true, said: whole('(?:mas|mais) (?:grande|grandota|grandote)|mayor|maior|biggest|largest|grandota|maiorzinha|maiorzao') },
  {
    order: sizeOf,
    isGreatest: false,
    said: whole('(?:mas|mais) (?:chic[oa]|chiquit[oa]|pequen[oa]|pequenit[oa])|menor|menorzinh[oa]|smallest|littlest|chiquitita'),
  },
  { order: priceOf, isGreatest: true, said: whole('(?:mas|mais) car[oa]|most expensive|priciest|dearest') },
  { order: priceOf, isGreatest: false, said: whole('(?:mas|mais) (?:barat[oa]|economic[oa]|em conta)|cheapest|least expensive|menos car[oa]') },
]

/** Whether one end of an order is asked for; the row that is there, none where two are; null where the rows are in no order. */
export const endOfOrder = <Option extends MenuOption>(options: Option[], said: string): { option: Option | null } | null => {
  const end = ends.find((each) => each.said.test(said))
  if (end === undefined) return null
  const places = options.map(({ label }) => end.order(label))
  if (options.length < 2 || places.some((place) => place < 0)) return null
  const last = end.isGreatest ? Math.max(...places) : Math.min(...places)
  const found = options.filter((_, at) => places[at] === last)
  return { option: found.length === 1 ? found[0]! : null }
}
