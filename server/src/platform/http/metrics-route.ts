import type { FastifyInstance, FastifyRequest } from 'fastify'
import { sameText } from '../crypto/signature.ts'
import { Failure } from '../failure.ts'
import type { Metrics } from '../metrics.ts'

const loopback = /^(127\.|::1$|::ffff:127\.)/
const forwarding = ['forwarded', 'via', 'x-forwarded-for', 'x-real-ip']

/** From this machine itself, not through a proxy that runs on it. */
const isLocal = ({ raw }: FastifyRequest): boolean =>
  loopback.test(raw.socket.remoteAddress ?? '') && forwarding.every((name) => raw.headers[name] === undefined)

const hasToken = ({ headers }: FastifyRequest, token: string | null): boolean => token !== null && sameText(headers.authorization ?? '', `Bearer ${token}`)

/** Prometheus metrics, for this machine or for who knows the token. Anybody else finds nothing here. */
export const serveMetrics = (app: FastifyInstance, metrics: Metrics, token: string | null): void => {
  app.get('/metrics', async (request, reply) => {
    if (!isLocal(request) && !hasToken(request, token)) throw new Failure('absent', 'not_found', 'Nothing at this address.')
    return reply
      .header('Cache-Control', 'no-store')
      .type(metrics.registry.contentType)
      .send(await metrics.registry.metrics())
  })
}
