import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { keepRawBodies } from './body-parsers.ts'

/** Largest webhook. Meta's batches stay far below; media never travel in them. */
const largestWebhook = 4_000_000

export type WebhookRequest = FastifyRequest<{ Params: Record<string, string>; Querystring: Record<string, unknown>; Body: Buffer }>
/** `body` is a Buffer, or undefined when the request had none. What is returned is sent. */
export type WebhookHandler = (request: WebhookRequest, reply: FastifyReply) => unknown
export type WebhookHandlers = { GET?: WebhookHandler; POST?: WebhookHandler }
export type Webhook = { path: string; handlers: WebhookHandlers }

/**
 * The hot path: raw bytes in, nothing of the product before the handler. No headers plug-in, sign-in, limit, validation or request log:
 * each would cost a tenth of the throughput. The provider's signature is the access check and belongs to the handler.
 */
export const serveWebhooks = async (app: FastifyInstance, webhooks: Webhook[]): Promise<void> => {
  keepRawBodies(app, largestWebhook)
  for (const { path, handlers } of webhooks) {
    if (handlers.GET) app.get(path, { exposeHeadRoute: false }, handlers.GET as never)
    if (handlers.POST) app.post(path, handlers.POST as never)
  }
}
