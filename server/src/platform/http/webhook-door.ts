import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Log } from '../log.ts'
import { faultOf, headersOfFault, problemOf } from './problem.ts'
import { requestIdOf } from './request-id.ts'
import { largestWebhook, type Webhook, type WebhookHandler } from './webhooks.ts'

type Listener = (request: IncomingMessage, response: ServerResponse) => void
type Call = { handler: WebhookHandler; channelId: string | undefined }

const root = '/api/webhooks/'

/** What providers send: a POST of JSON whose length is announced. Anything else takes the long way, which knows what to refuse and how. */
const isPlain = ({ method, headers }: IncomingMessage): boolean =>
  method === 'POST' &&
  (headers['content-type'] === 'application/json' || headers['content-type'] === 'application/json; charset=utf-8') &&
  headers.expect === undefined &&
  Number(headers['content-length'] ?? Infinity) <= largestWebhook

/** Addresses are taken as they are registered, with at most a channel's id behind; an encoded or longer one takes the long way. */
const finder = (webhooks: Webhook[]): ((url: string) => Call | null) => {
  const posts = webhooks.flatMap(({ path, handlers }) => (handlers.POST ? [[path.replace(/:channelId$/, ''), handlers.POST] as const] : []))
  const byStart = new Map(posts)
  return (url) => {
    if (!url.startsWith(root) || /[?%]/.test(url)) return null
    const behind = url.indexOf('/', root.length) + 1
    const handler = byStart.get(behind === 0 ? url : url.slice(0, behind))
    const channelId = behind === 0 ? undefined : url.slice(behind)
    return handler && channelId !== '' && !channelId?.includes('/') ? { handler, channelId } : null
  }
}

/**
 * The hot path of the hot path: plain webhooks are answered before the framework makes its request, reply and content-type parser for them (a
 * tenth of an acknowledgement's processor time, a fifth while the process is young). Everything else, and everything from the moment that the
 * server closes, goes to the framework and is answered there; what is refused here looks the same.
 */
export const openWebhookDoor = (server: Server, webhooks: Webhook[], { log, isClosing }: { log: Log; isClosing: () => boolean }): void => {
  const find = finder(webhooks)
  const others = server.listeners('request') as Listener[]

  const refuse = (error: unknown, request: IncomingMessage, response: ServerResponse): void => {
    const requestId = requestIdOf(request)
    const fault = faultOf(error)
    if (fault.bug) log.error({ err: error, requestId, route: request.url }, 'request failed')
    response.writeHead(fault.status, headersOfFault(fault, requestId)).end(JSON.stringify(problemOf(fault, requestId)))
  }
  const answer = async ({ handler, channelId }: Call, request: IncomingMessage, response: ServerResponse, body: Buffer): Promise<void> => {
    try {
      const text = await handler({ headers: request.headers, query: {}, params: channelId === undefined ? {} : { channelId }, body })
      response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8', 'content-length': Buffer.byteLength(text) }).end(text)
    } catch (error) {
      refuse(error, request, response)
    }
  }

  server.removeAllListeners('request')
  server.on('request', (request, response) => {
    const call = !isClosing() && isPlain(request) ? find(request.url!) : null
    if (!call) return others.forEach((listener) => listener(request, response))
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    // A caller who goes away before the end is heard by nobody; the provider sends again.
    request.on('end', () => void answer(call, request, response, chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)))
  })
}
