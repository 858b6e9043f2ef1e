import type { IncomingHttpHeaders } from 'node:http'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { keepRawBodies, spareBodies } from './body-parsers.ts'

/** Largest webhook, but of providers that send files along. Meta's batches stay far below; media never travel in them. */
export const largestWebhook = 4_000_000

/** A provider's call, as it arrived. Without a body, `body` is empty. */
export type WebhookRequest = { headers: IncomingHttpHeaders; query: Record<string, unknown>; params: Record<string, string | undefined>; body: Buffer }
/** The text that is returned is sent. A `Failure` becomes a problem. */
export type WebhookHandler = (request: WebhookRequest) => string | Promise<string>
export type WebhookHandlers = { GET?: WebhookHandler; POST?: WebhookHandler }
/**
 * For providers that send files along and sign nothing: how many bytes a body may have, and whoever may send more than usual, which is asked before it is read; a `Failure` becomes a problem.
 * Files in such bodies are cut short while they arrive (`spared-body.ts`).
 */
export type LargeWebhooks = { bytes: number; admit(request: Omit<WebhookRequest, 'body'>): Promise<void> }
export type Webhook = { path: string; handlers: WebhookHandlers; large?: LargeWebhooks | undefined }

/** Whether more than usual comes, or nobody knows how much. */
export const isLarge = ({ 'content-length': length }: IncomingHttpHeaders): boolean => !(Number(length ?? Infinity) <= largestWebhook)

const nothing = Buffer.alloc(0)

const withoutBody = (request: FastifyRequest): Omit<WebhookRequest, 'body'> => ({
  headers: request.headers,
  query: request.query as WebhookRequest['query'],
  params: request.params as WebhookRequest['params'],
})

const adapt = (handler: WebhookHandler) => (request: FastifyRequest) =>
  handler({ ...withoutBody(request), body: (request.body as Buffer | undefined) ?? nothing })

const add = (app: FastifyInstance, { path, handlers }: Webhook): void => {
  if (handlers.GET) app.get(path, { exposeHeadRoute: false }, adapt(handlers.GET))
  if (handlers.POST) app.post(path, adapt(handlers.POST))
}

const addLarge = async (app: FastifyInstance, webhook: Webhook, { bytes, admit }: LargeWebhooks): Promise<void> => {
  await app.register(async (scope) => {
    spareBodies(scope, { most: bytes, mostKept: largestWebhook })
    scope.addHook('onRequest', async (request) => {
      if (request.method === 'POST' && isLarge(request.headers)) await admit(withoutBody(request))
    })
    add(scope, webhook)
  })
}

/**
 * The hot path (its plain case is answered by `webhook-door.ts` before it gets here): raw bytes in, nothing of the product before the handler. No headers plug-in, sign-in, limit, validation or request log:
 * each would cost a tenth of the throughput. The provider's signature is the access check and belongs to the handler.
 */
export const serveWebhooks = async (app: FastifyInstance, webhooks: Webhook[]): Promise<void> => {
  keepRawBodies(app, largestWebhook)
  for (const webhook of webhooks) {
    if (webhook.large) await addLarge(app, webhook, webhook.large)
    else add(app, webhook)
  }
}
