import type { IncomingHttpHeaders } from 'node:http'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { keepRawBodies } from './body-parsers.ts'

/** Largest webhook. Meta's batches stay far below; media never travel in them. */
const largestWebhook = 4_000_000

/** A provider's call, as it arrived. Without a body, `body` is empty. */
export type WebhookRequest = { headers: IncomingHttpHeaders; query: Record<string, unknown>; params: Record<string, string | undefined>; body: Buffer }
/** What is returned is sent: text as text, objects as JSON. A `Failure` becomes a problem. */
export type WebhookHandler = (request: WebhookRequest, reply: FastifyReply) => unknown
export type WebhookHandlers = { GET?: WebhookHandler; POST?: WebhookHandler }
export type Webhook = { path: string; handlers: WebhookHandlers }

const nothing = Buffer.alloc(0)

const adapt = (handler: WebhookHandler) => (request: FastifyRequest, reply: FastifyReply) =>
  handler(
    {
      headers: request.headers,
      query: request.query as WebhookRequest['query'],
      params: request.params as WebhookRequest['params'],
      body: (request.body as Buffer | undefined) ?? nothing,
    },
    reply,
  )

/**
 * The hot path: raw bytes in, nothing of the product before the handler. No headers plug-in, sign-in, limit, validation or request log:
 * each would cost a tenth of the throughput. The provider's signature is the access check and belongs to the handler.
 */
export const serveWebhooks = async (app: FastifyInstance, webhooks: Webhook[]): Promise<void> => {
  keepRawBodies(app, largestWebhook)
  for (const { path, handlers } of webhooks) {
    if (handlers.GET) app.get(path, { exposeHeadRoute: false }, adapt(handlers.GET))
    if (handlers.POST) app.post(path, adapt(handlers.POST))
  }
}
