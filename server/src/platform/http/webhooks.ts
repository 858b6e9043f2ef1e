import type { IncomingHttpHeaders } from 'node:http'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { keepRawBodies } from './body-parsers.ts'

/** Largest webhook. Meta's batches stay far below; media never travel in them. */
export const largestWebhook = 4_000_000

/** A provider's call, as it arrived. Without a body, `body` is empty. */
export type WebhookRequest = { headers: IncomingHttpHeaders; query: Record<string, unknown>; params: Record<string, string | undefined>; body: Buffer }
/** The text that is returned is sent. A `Failure` becomes a problem. */
export type WebhookHandler = (request: WebhookRequest) => string | Promise<string>
export type WebhookHandlers = { GET?: WebhookHandler; POST?: WebhookHandler }
export type Webhook = { path: string; handlers: WebhookHandlers }

const nothing = Buffer.alloc(0)

const adapt = (handler: WebhookHandler) => (request: FastifyRequest) =>
  handler({
    headers: request.headers,
    query: request.query as WebhookRequest['query'],
    params: request.params as WebhookRequest['params'],
    body: (request.body as Buffer | undefined) ?? nothing,
  })

/**
 * The hot path (its plain case is answered by `webhook-door.ts` before it gets here): raw bytes in, nothing of the product before the handler. No headers plug-in, sign-in, limit, validation or request log:
 * each would cost a tenth of the throughput. The provider's signature is the access check and belongs to the handler.
 */
export const serveWebhooks = async (app: FastifyInstance, webhooks: Webhook[]): Promise<void> => {
  keepRawBodies(app, largestWebhook)
  for (const { path, handlers } of webhooks) {
    if (handlers.GET) app.get(path, { exposeHeadRoute: false }, adapt(handlers.GET))
    if (handlers.POST) app.post(path, adapt(handlers.POST))
  }
}
