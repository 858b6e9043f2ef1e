import { createHmac, timingSafeEqual } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/**
 * The yardstick, in a process of its own: `node bare-server.ts SECRET` takes a webhook, checks its signature on the raw bytes and answers 200. It parses
 * and keeps nothing, so that no product on this machine and this Node can be faster. Prints one JSON line `{"url": …}`.
 */
const secret = process.argv[2] ?? ''

const isGenuine = (body: Buffer, header: string): boolean => {
  const right = createHmac('sha256', secret).update(body).digest()
  const claimed = Buffer.from(header.slice('sha256='.length), 'hex')
  return claimed.length === right.length && timingSafeEqual(right, claimed)
}

const server = createServer((request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    const genuine = isGenuine(Buffer.concat(chunks), String(request.headers['x-hub-signature-256']))
    response.writeHead(genuine ? 200 : 401, { 'content-type': 'text/plain' }).end(genuine ? 'EVENT_RECEIVED' : 'refused')
  })
})
server.keepAliveTimeout = 72_000
server.listen(0, '127.0.0.1', () => process.stdout.write(`${JSON.stringify({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` })}\n`))
process.once('SIGTERM', () => process.exit(0))
