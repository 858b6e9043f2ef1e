import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import cors from '@fastify/cors'
import helmet from '@fastify/helmet'
import type { FastifyInstance } from 'fastify'

export type SecurityOptions = { publicUrl: string | null; corsOrigins: string[] }

/** `ws://host` and `wss://host` of the public address: older Safari does not count them as 'self'. */
const socketOrigins = (publicUrl: string | null): string[] => (publicUrl ? [`ws://${new URL(publicUrl).host}`, `wss://${new URL(publicUrl).host}`] : [])

/**
 * The web app needs itself, its socket, and pictures and sounds from blobs. Component libraries write style elements, so styles may be
 * inline; scripts never. `upgrade-insecure-requests` stays out: the product also runs on plain http within a house.
 */
const contentSecurityPolicy = (publicUrl: string | null) => ({
  useDefaults: false,
  directives: {
    'default-src': [`'self'`],
    'script-src': [`'self'`],
    'style-src': [`'self'`, `'unsafe-inline'`],
    'img-src': [`'self'`, 'data:', 'blob:'],
    'media-src': [`'self'`, 'blob:'],
    'font-src': [`'self'`, 'data:'],
    'connect-src': [`'self'`, ...socketOrigins(publicUrl)],
    'worker-src': [`'self'`, 'blob:'],
    'object-src': [`'none'`],
    'base-uri': [`'self'`],
    'form-action': [`'self'`],
    'frame-ancestors': [`'none'`],
  },
})

/** What browsers may ask people for here: the microphone for voice notes, the place for the simulated phone. Nothing else, and nothing for frames of others. */
const permissionsPolicy = 'camera=(), display-capture=(), geolocation=(self), microphone=(self), payment=(), serial=(), usb=()'

const exposedHeaders = [
  'X-Request-Id',
  'Retry-After',
  'RateLimit-Limit',
  'RateLimit-Remaining',
  'RateLimit-Reset',
  'Idempotency-Replayed',
  'Content-Disposition',
]

/** Only listed origins may read answers from a browser. `*` (refused in production) opens reading to all, but never with cookies. */
const corsOptions = (origins: string[]) =>
  origins.includes('*')
    ? { origin: '*', credentials: false, exposedHeaders, maxAge: 600 }
    : {
        origin: origins.length > 0 ? origins : false,
        credentials: true,
        exposedHeaders,
        maxAge: 600,
        methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
      }

/** Headers, cross-origin rules, cookies and compression for everything that people and programs call. Webhooks live outside of it. */
export const secure = async (app: FastifyInstance, { publicUrl, corsOrigins }: SecurityOptions): Promise<void> => {
  app.addHook('onRequest', async (request, reply) => void reply.headers({ 'X-Request-Id': request.id, 'Permissions-Policy': permissionsPolicy }))
  await app.register(helmet, {
    contentSecurityPolicy: contentSecurityPolicy(publicUrl),
    crossOriginEmbedderPolicy: false,
    frameguard: { action: 'deny' },
    hsts: publicUrl?.startsWith('https:') ? { maxAge: 15_552_000, includeSubDomains: false } : false,
    referrerPolicy: { policy: 'same-origin' },
  })
  await app.register(cors, corsOptions(corsOrigins))
  await app.register(cookie)
  await app.register(compress, { encodings: ['gzip'], threshold: 1024 })
}
