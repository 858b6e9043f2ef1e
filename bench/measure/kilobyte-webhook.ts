import * as inbound from '../../server/test/doubles/graph-api/inbound.ts'
import { signWebhook } from '../../server/test/doubles/graph-api/signed-webhook.ts'

/** What the load is made of: messages numbered from `first`, from `people` customers in turn, all to one number. */
export type LoadShape = { url: string; secret: string; phoneNumberId: string; run: string; first: number; count: number; people: number }

const bodyBytes = 1024
const words = 'hola quisiera saber si mañana tienen un turno libre por la tarde para revisar lo que hablamos la semana pasada muchas gracias '

export const phoneOf = (index: number): string => `5731${String(10_000_000 + index)}`

const bodyOf = ({ phoneNumberId, run }: LoadShape, n: number, person: number, text: string) => {
  const customer = { phone: phoneOf(person), name: `Cliente ${person}` }
  return inbound.messagesFrom(customer, [inbound.text(customer, text, { id: `wamid.${run}.${n}` })], { phoneNumberId })
}

/** A unique text message of Meta's shape, signed, as the bytes of a whole HTTP request; its body has 1 KB. */
export const requestBytes = (shape: LoadShape, n: number): Buffer => {
  const url = new URL(shape.url)
  const person = n % shape.people
  const bare = signWebhook(bodyOf(shape, n, person, ''), shape.secret).body.length
  // The words are escaped like Meta's, so that the text is cut where the body has its size.
  const text = words
    .repeat(10)
    .replaceAll('ñ', 'n')
    .slice(0, Math.max(1, bodyBytes - bare))
  const { body, headers } = signWebhook(bodyOf(shape, n, person, text), shape.secret)
  const lines = Object.entries({ ...headers, host: url.host, 'content-length': String(body.length) }).map(([name, value]) => `${name}: ${value}\r\n`)
  return Buffer.concat([Buffer.from(`POST ${url.pathname} HTTP/1.1\r\n${lines.join('')}\r\n`), body])
}
