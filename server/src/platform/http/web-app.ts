import { existsSync } from 'node:fs'
import { join, sep } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

/** Addresses that belong to programs: a wrong one is told as a problem, never answered with the web app. */
const reserved = /^\/+(api|health|metrics|docs|socket\.io)(\/|$)/

const notBuilt = 'The web app has not been built yet. Run "npm run build" and load this page again. The API is running; see /docs.\n'

/** A page of the web app: asked for by a browser, not a file and not an address of the API. */
const isPage = ({ method, url }: FastifyRequest): boolean => {
  const path = url.split('?', 1)[0] ?? '/'
  const lastPart = path.slice(path.lastIndexOf('/') + 1)
  return (method === 'GET' || method === 'HEAD') && !reserved.test(path) && !lastPart.includes('.')
}

/** Files under `assets/` carry a hash of their content in their name and never change; everything else is asked for again. */
const cacheControl = (file: string): string => {
  if (file.includes(`${sep}assets${sep}`)) return 'public, max-age=31536000, immutable'
  return file.endsWith('.html') ? 'no-store' : 'no-cache'
}

export type PageAnswer = (request: FastifyRequest, reply: FastifyReply) => FastifyReply | null

/**
 * Serves the built web app. Returns what the not-found handler asks first: every page address gets `index.html`, because the web app
 * has its own router; null means that it is no page.
 */
export const serveWebApp = async (app: FastifyInstance, webRoot: string): Promise<PageAnswer> => {
  const built = existsSync(join(webRoot, 'index.html'))
  if (built) {
    await app.register(fastifyStatic, {
      root: webRoot,
      cacheControl: false,
      setHeaders: (reply, file) => void reply.header('Cache-Control', cacheControl(file)),
    })
  }
  return (request, reply) => {
    if (!isPage(request)) return null
    if (built) return reply.code(200).sendFile('index.html')
    return reply.code(503).type('text/plain; charset=utf-8').header('Cache-Control', 'no-store').send(notBuilt)
  }
}
