import { existsSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import type { FastifyInstance } from 'fastify'
import { fingerprint, sha256 } from '#platform/crypto/digest'
import { absent, Failure } from '#platform/failure'
import { demoPage, demoStyle } from './demo-page.ts'
import type { WebchatPorts } from './ports.ts'

type Script = { plain: Buffer; packed: Buffer; tag: string }

const readScript = (file: string): Script | null => {
  if (!existsSync(file)) return null
  const plain = readFileSync(file)
  return { plain, packed: gzipSync(plain, { level: 9 }), tag: `"${fingerprint(plain)}"` }
}

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

/** The script that sites load, and a page of each chat where it can be tried. Pages of others load the script without credentials, so anybody may read it. */
export const openSite =
  (ports: Pick<WebchatPorts, 'scriptFile' | 'chat'>) =>
  async (app: FastifyInstance): Promise<void> => {
    const script = readScript(ports.scriptFile)

    app.get('/widget.js', async (request, reply) => {
      if (!script) throw new Failure('unavailable', 'webchat.not_built', 'The widget has not been built yet. Run "npm run build".')
      reply.headers({
        'content-type': 'text/javascript; charset=utf-8',
        'cache-control': 'public, max-age=300, stale-while-revalidate=86400',
        'access-control-allow-origin': '*',
        'cross-origin-resource-policy': 'cross-origin',
        'x-content-type-options': 'nosniff',
        vary: 'Accept-Encoding',
        etag: script.tag,
      })
      if ((request.headers['if-none-match'] ?? '').split(',').some((tag) => tag.trim().replace(/^W\//, '') === script.tag)) return reply.code(304).send()
      const takesGzip = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '')
      return takesGzip ? reply.header('content-encoding', 'gzip').send(script.packed) : reply.send(script.plain)
    })

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
