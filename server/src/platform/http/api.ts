import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { createLocalLimiter, type Limiter } from '../limits/limiter.ts'
import type { Metrics } from '../metrics.ts'
import { admit, type Authenticate } from './access.ts'
import type { RegisteredRoute } from './handler.ts'
import { countCall, defaultRateLimits, type RateLimits } from './rate-limits.ts'
import { serve, type ServePorts } from './serve.ts'

export type ApiOptions = ServePorts & {
  authenticate: Authenticate
  metrics: Metrics
  rateLimits?: Partial<RateLimits>
  /** Where calls are counted; without one, in this process. */ limiter?: Limiter
  /** Largest uploaded file. */ uploadBytes: number
}

/** Who may call and how often is settled before a byte of the body is read. */
const gateOf = (options: ApiOptions) => {
  const limiter = options.limiter ?? createLocalLimiter()
  const limits = { ...defaultRateLimits, ...options.rateLimits }
  return ({ contract }: RegisteredRoute) =>
    async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
      const count = async () => {
        const refusal = await countCall(limiter, limits, contract.rate, request, reply)
        if (!refusal) return
        options.metrics.limitedCalls.inc({ rate: contract.rate })
        throw refusal
      }
      try {
        request.actor = await admit(contract, request, options.authenticate)
      } catch (error) {
        // Who is turned away counts for their address: wrong keys are not tried without end.
        await count()
        throw error
      }
      await count()
    }
}

const addRoutes = (app: FastifyInstance, routes: RegisteredRoute[], options: ApiOptions, gate: ReturnType<typeof gateOf>): void => {
  for (const route of routes) {
    const { id, method, path } = route.contract
    const observe = async (_request: FastifyRequest, reply: FastifyReply) =>
      options.metrics.httpSeconds.observe({ route: id, status: String(reply.statusCode) }, reply.elapsedTime / 1000)
    app.route({ method, url: path, onRequest: gate(route), onResponse: observe, handler: serve(route, options) })
  }
}

const isUpload = ({ contract }: RegisteredRoute) => contract.rate === 'upload' && contract.body === null && contract.method !== 'GET'

/** Registers the table's routes. Uploads have a scope of their own, so that no other route takes `multipart/form-data`. */
export const serveApi = async (app: FastifyInstance, routes: RegisteredRoute[], options: ApiOptions): Promise<void> => {
  const gate = gateOf(options)
  app.decorateRequest('actor', null)
  app.addHook('onRequest', async (_request, reply) => void reply.header('Cache-Control', 'no-store'))
  addRoutes(
    app,
    routes.filter((route) => !isUpload(route)),
    options,
    gate,
  )
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    await scope.register(multipart, { limits: { fileSize: options.uploadBytes, files: 1, fields: 20, fieldSize: 100_000, parts: 21 } })
    addRoutes(scope, routes.filter(isUpload), options, gate)
  })
}
