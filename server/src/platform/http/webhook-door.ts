import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Log } from '../log.ts'
import { faultOf, headersOfFault, problemOf } from './problem.ts'
import { requestIdOf } from './request-id.ts'
import { readSpared } from './spared-body.ts'
import { isLarge, largestWebhook, type LargeWebhooks, type Webhook, type WebhookHandler } from './webhooks.ts'

type Listener = (request: IncomingMessage, response: ServerResponse) => void
type Call = { path: string; handler: WebhookHandler; params: Record<string, string>; large: LargeWebhooks | undefined }

const root = '/api/webhooks/'

/** What providers send: a POST of JSON whose length is announced. Anything else takes the long way, which knows what to refuse and how. */
const isPlain = ({ method, headers }: IncomingMessage): boolean =>
  method === 'POST' &&
  (headers['content-type'] === 'application/json' || headers['content-type'] === 'application/json; charset=utf-8') &&
  headers.expect === undefined

/** Longer parts of an address are nobody's; the framework says so. */
const LONGEST_PART = 500

/** Addresses are taken as they are registered, with at most a channel's id and its secret behind; an encoded or longer one takes the long way. */
const finder = (webhooks: Webhook[]): ((url: string) => Call | null) => {
  const posts = webhooks.flatMap(({ path, handlers, large }) => {
    if (!handlers.POST || !path.startsWith(root)) return []
    const [word, ...names] = path.slice(root.length).split('/:')
    return [[`${word} ${names.length}`, { path, handler: handlers.POST, names, large }] as const]
  })
  const byShape = new Map(posts)
  return (url) => {
    if (!url.startsWith(root) || /[?%]/.test(url)) return null
    const parts = url.slice(root.length).split('/')
    const found = byShape.get(`${parts[0]} ${parts.length - 1}`)
    if (!found || parts.some((part) => part === '' || part.length > LONGEST_PART)) return null
    return { ...found, params: Object.fromEntries(found.names.map((name, index) => [name, parts[index + 1]!])) }
  }
}

/** A body with files, of whoever may send it. */
const readLarge = async ({ params, large }: Call, request: IncomingMessage): Promise<Buffer> => {
  await large!.admit({ headers: request.headers, query: {}, params })
  return readSpared(request, { most: large!.bytes, mostKept: largestWebhook })
}

/**
 * The hot path of the hot path: plain webhooks are answered before the framework makes its request, reply and content-type parser for them (a
 * tenth of an acknowledgement's processor time, a fifth while the process is young). Everything else, and everything from the moment that the
 * server closes, goes to the framework and is answered there; what is refused here looks the same.
 */
export const openWebhookDoor = (server: Server, webhooks: Webhook[], { log, isClosing }: { log: Log; isClosing: () => boolean }): void => {
  const find = finder(webhooks)
  const others = server.listeners('request') as Listener[]

  const refuse = (error: unknown, route: string, request: IncomingMessage, response: ServerResponse): void => {
    const requestId = requestIdOf(request)
    const fault = faultOf(error)
    // Never the address itself: it may hold a secret.
    if (fault.bug) log.error({ err: error, requestId, route }, 'request failed')
    response.writeHead(fault.status, headersOfFault(fault, requestId)).end(JSON.stringify(problemOf(fault, requestId)))
  }
  const answer = async (
    { path, handler, params }: Call,
    request: IncomingMessage,
    response: ServerResponse,
    read: () => Buffer | Promise<Buffer>,
  ): Promise<void> => {
    try {
      const text = await handler({ headers: request.headers, query: {}, params, body: await read() })
      response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8', 'content-length': Buffer.byteLength(text) }).end(text)
    } catch (error) {
      refuse(error, path, request, response)
    }
  }

  server.removeAllListeners('request')
  server.on('request', (request, response) => {
    const call = !isClosing() && isPlain(request) ? find(request.url!) : null
    const isUsual = !isLarge(request.headers)
    if (!call || !(isUsual || Number(request.headers['content-length']) <= (call.large?.bytes ?? 0)))
      return others.forEach((listener) => listener(request, response))
    if (!isUsual) return void answer(call, request, response, () => readLarge(call, request))
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    // A caller who goes away before the end is heard by nobody; the provider sends again.
    request.on('end', () => void answer(call, request, response, () => (chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks))))
  })
}
