import type { MessageContent } from '@chasqui/contracts'
import { clip, isRecord, number, record, text, words, type Json } from '#platform/foreign-json/loose-json'
import { moment } from '#platform/foreign-json/moment'

/** What people share on telephones besides texts, files, places and people, by the names of its parts in a message; null for what lacks what it is about. */
export const cardReaders: [string, (part: Json) => MessageContent | null][] = [
  ['orderMessage', (part) => orderContent(part)],
  ['productMessage', (part) => productContent(part)],
  ['eventMessage', (part) => eventContent(part)],
  ['groupInviteMessage', ({ groupName, caption }) => inLines(heading('👥', groupName), words(caption, 4096))],
]

/** Parts that speak of other messages and say nothing themselves: an album's pictures come by themselves, and votes can be read by the device of the poll alone. */
export const silentCards = ['albumMessage', 'pollUpdateMessage']

const heading = (sign: string, name: unknown): string | null => {
  const given = words(name, 1000)?.trim()
  return given === undefined ? null : `${sign} ${given}`
}

/** Null without its first line, which says what it is about. */
const inLines = (first: string | null, ...others: (string | null | undefined)[]): MessageContent | null =>
  first === null ? null : { type: 'text', text: clip([first, ...others].filter(Boolean).join('\n'), 65_536) }

/** Prices are told in thousandths. */
const amountIn = (value: unknown): number | null => {
  const thousandths = number(value)
  return thousandths === null ? null : thousandths / 1000
}

/** Only how many things were ordered and what they cost together is told; which they are, telephones ask for by themselves. */
const orderContent = (part: Json): MessageContent | null => {
  const name = words(part['orderTitle'], 200) ?? words(part['orderId'], 200)
  if (name === undefined) return null
  const [count, total] = [number(part['itemCount']), amountIn(part['totalAmount1000'])]
  const quantity = count !== null && count > 0 ? count : 1
  const items = [{ productId: name, quantity, price: total === null ? null : total / quantity, currency: clip(text(part['totalCurrencyCode']), 10) }]
  return { type: 'order', catalogId: '', text: clip(text(part['message']), 4096), items }
}

const productContent = (part: Json): MessageContent | null => {
  const [product, catalog] = [record(part['product']), record(part['catalog'])]
  const price = amountIn(product['salePriceAmount1000']) ?? amountIn(product['priceAmount1000'])
  return inLines(
    heading('🛍️', product['title'] ?? catalog['title']),
    price === null ? null : `${text(product['currencyCode'])} ${Number.isInteger(price) ? price : price.toFixed(2)}`.trim(),
    words(part['body'] ?? product['description'] ?? catalog['description'], 4096),
    words(product['url'], 2000),
  )
}

const eventContent = (part: Json): MessageContent | null => {
  const place = record(part['location'])
  const times = [part['startTime'], part['endTime']].filter((time) => (number(time) ?? 0) > 0).map((time) => moment(time).slice(0, 16).replace('T', ' '))
  return inLines(
    heading(part['isCanceled'] === true ? '❌ 📅' : '📅', part['name']),
    times.length === 0 ? null : `${times.join(' – ')} UTC`,
    words(place['name'], 1000),
    words(place['address'], 1000),
    words(part['description'], 4096),
    words(part['joinLink'], 2000),
  )
}

/** What such a part says, in a message that may hold one. */
export const cardContent = (message: Json): MessageContent | null =>
  cardReaders.map(([name, read]) => (isRecord(message[name]) ? read(message[name]) : null)).find((content) => content !== null) ?? null

/** Pictures of a part are large, and not shown. */
const pictures = new Set(['thumbnail', 'jpegThumbnail', 'productImage', 'catalogImage', 'contextInfo'])

const withoutPictures = (part: Json): Json =>
  Object.fromEntries(
    Object.entries(part)
      .filter(([name]) => !pictures.has(name))
      .map(([name, value]) => [name, isRecord(value) ? withoutPictures(value) : value]),
  )

/** The card in a message as it is kept until it is read; null where there is none. */
export const cardIn = (message: Json): Json | null => {
  const name = cardReaders.map(([name]) => name).find((one) => isRecord(message[one]))
  return name === undefined ? null : { [name]: withoutPictures(record(message[name])) }
}
