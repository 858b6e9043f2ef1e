import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { sha256 } from '#platform/crypto/digest'
import { absent, Failure } from '#platform/failure'
import { demoPage, demoStyle } from './demo-page.ts'
import type { WebchatPorts } from './ports.ts'
import { panelPath, type Script, type Scripts } from './scripts.ts'

const demoPolicy = (): string =>
  [
    `default-src 'none'`,
    `script-src 'self'`,
    `style-src 'sha256-${sha256(demoStyle).toString('base64')}'`,
    // Older Safari does not count the socket of the page's own host as 'self'; the widget opens none elsewhere.
    `connect-src 'self' ws: wss:`,
    `img-src 'self'`,
    `media-src 'self'`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `frame-ancestors 'self'`,
  ].join('; ')

/** Seconds: the launcher's address stays the same, that of the panel names what is in it. */
const soon = 'public, max-age=300, stale-while-revalidate=86400'
const forever = 'public, max-age=31536000, immutable'

const give = (request: FastifyRequest, reply: FastifyReply, script: Script | null, cache: string) => {
  if (!script) throw new Failure('unavailable', 'webchat.not_built', 'The widget has not been built yet. Run "npm run build".')
  const tag = `"${script.print}"`
  reply.headers({
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': cache,
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
    'x-content-type-options': 'nosniff',
    vary: 'Accept-Encoding',
    etag: tag,
  })
  if ((request.headers['if-none-match'] ?? '').split(',').some((one) => one.trim().replace(/^W\//, '') === tag)) return reply.code(304).send()
  const takesGzip = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '')
  return takesGzip ? reply.header('content-encoding', 'gzip').send(script.packed) : reply.send(script.plain)
}

/** The scripts that sites load, and a page of each chat where it can be tried. Pages of others load them without credentials, so anybody may read them. */
export const openSite =
  (ports: Pick<WebchatPorts, 'chat'>, { launcher, panel }: Scripts) =>
  async (app: FastifyInstance): Promise<void> => {
    app.get('/widget.js', async (request, reply) => give(request, reply, launcher, soon))
    app.get(panelPath, async (request, reply) => give(request, reply, panel, (request.query as { v?: unknown }).v === panel?.print ? forever : soon))

    app.get('/w/:key', async (request, reply) => {
      const chat = await ports.chat((request.params as { key: string }).key)
      if (!chat) throw absent('web chat')
      return reply
        .headers({
          'content-type': 'text/html; charset=utf-8',
          'cache-control': 'no-store',
          'content-security-policy': demoPolicy(),
          'x-content-type-options': 'nosniff',
          'referrer-policy': 'same-origin',
        })
        .send(demoPage(chat, request.headers['accept-language'] ?? ''))
    })
  }
