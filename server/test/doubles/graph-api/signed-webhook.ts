import { createHmac } from 'node:crypto'
import { Agent, request } from 'node:http'

const agent = new Agent({ keepAlive: true, maxSockets: 512 })

/** JSON in Meta's hand: non-ASCII as `\uXXXX`, `/` as `\/`. Parsing and writing it again would give other bytes and another signature. */
export const metaJson = (value: unknown): string =>
  JSON.stringify(value)
    .replaceAll('/', '\\/')
    .replace(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)

export type SignedWebhook = { body: Buffer; headers: Record<string, string> }

/** A webhook as Meta posts it: raw bytes and their signature. Bytes and text are signed as they are, anything else as `metaJson`. */
export const signWebhook = (content: unknown, appSecret: string): SignedWebhook => {
  const body = Buffer.isBuffer(content) ? content : Buffer.from(typeof content === 'string' ? content : metaJson(content))
  return {
    body,
    headers: { 'content-type': 'application/json', 'x-hub-signature-256': `sha256=${createHmac('sha256', appSecret).update(body).digest('hex')}` },
  }
}

/** Posts it; answers the HTTP status, or 0 when nobody answered. Connections are kept, for speed. */
export const postWebhook = (url: string, { body, headers }: SignedWebhook, timeoutMs = 10_000): Promise<number> =>
  new Promise((resolve) => {
    const call = request(url, { method: 'POST', agent, timeout: timeoutMs, headers: { ...headers, 'content-length': body.length } }, (answer) => {
      answer
        .resume()
        .once('end', () => resolve(answer.statusCode ?? 0))
        .once('error', () => resolve(0))
    })
    call
      .once('timeout', () => call.destroy())
      .once('error', () => resolve(0))
      .end(body)
  })
