import { VisitBegin, VisitorMessage, type Passage, type Visit, type VisitorEntry, type WebchatLook } from '@chasqui/contracts'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { absent, Failure } from '#platform/failure'
import { readJsonBodies } from '#platform/http/body-parsers'
import { requireTurn } from './limits.ts'
import { requireOrigin } from './origin.ts'
import type { Chat, WebchatPorts } from './ports.ts'
import { forgotten, readIdentity, requireVisitor, tokenOf, uploadWord, visitorIn } from './proof.ts'
import { say } from './say.ts'
import { shown } from './shown.ts'
import { entriesBefore } from './store.ts'
import { openPassage } from './passages.ts'
import { beginVisit, readVisitor } from './visitors.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** The web chat whose address was called, for pages that may open it. */
    chat: Chat | null
  }
}

const root = '/api/webchat/:key'
const largestBody = 64_000
const pageSize = 50
const Before = z.object({ before: z.coerce.number().int().positive().optional() })

const checked = <Shape extends z.ZodType>(shape: Shape, value: unknown): z.infer<Shape> => {
  const parsed = shape.safeParse(value)
  if (parsed.success) return parsed.data
  throw new Failure('invalid', 'invalid', 'Something is missing or wrong.', {
    errors: parsed.error.issues.map(({ path, code, message }) => ({ path: path.join('.'), code, message })),
  })
}

const named = (header: string | string[] | undefined): string | null => {
  try {
    return typeof header === 'string' ? decodeURIComponent(header).slice(0, 300) : null
  } catch {
    return null
  }
}

/**
 * Visitors' way in, for pages of other sites: no session and no cookie, a token in a header. Each answer names the one origin that may read it, and only
 * origins of the chat's list get one.
 */
export const openDoor =
  (ports: WebchatPorts, panel: string) =>
  async (app: FastifyInstance): Promise<void> => {
    readJsonBodies(app)
    app.decorateRequest('chat', null)

    const admit = async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
      reply.headers({ vary: 'Origin', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', 'cross-origin-resource-policy': 'cross-origin' })
      const chat = await ports.chat((request.params as { key: string }).key)
      if (!chat) throw absent('web chat')
      const origin = requireOrigin(request.raw, chat, ports.publicUrl, request.method === 'GET')
      if (origin !== null) reply.headers({ 'access-control-allow-origin': origin, 'access-control-expose-headers': 'Retry-After' })
      request.chat = chat
    }
    app.addHook('onRequest', admit)
    const turn = (request: FastifyRequest, rate: Parameters<typeof requireTurn>[1], visitorId: string | null) => requireTurn(ports, rate, request.ip, visitorId)
    const visitorOf = (request: FastifyRequest) => requireVisitor(ports, request.chat!, request.headers.authorization)

    for (const path of [root, `${root}/*`])
      app.options(path, async (_request, reply) => {
        reply.headers({
          'access-control-allow-methods': 'GET, POST',
          'access-control-allow-headers': 'Authorization, Content-Type, X-File-Name',
          'access-control-max-age': '600',
        })
        return reply.code(204).send()
      })

    app.get(root, async (request): Promise<WebchatLook> => {
      await turn(request, 'look', null)
      const { tenantId, channelId, name, settings } = request.chat!
      const { title, colour, greeting, offlineText, preChat, language, shortcuts, goesOnChannelId } = settings
      const { closed, changesAt, replySeconds } = await ports.service(tenantId, channelId)
      const look = { title: title || name, colour, greeting, offlineText, preChat, language, shortcuts }
      const goesOn = goesOnChannelId !== null && (await ports.phoneOf(tenantId, goesOnChannelId)) !== null
      return { ...look, goesOn, closed, changesAt: changesAt?.toISOString() ?? null, replySeconds, panel }
    })

    app.post(`${root}/visit`, { bodyLimit: largestBody }, async (request): Promise<Visit> => {
      const chat = request.chat!
      const { token, identity, name, email } = checked(VisitBegin, request.body)
      const known = token ? visitorIn(ports, chat, token) : null
      await turn(request, 'begin', known)
      const proven = identity ? readIdentity(ports, chat, identity) : null
      const visitor = await ports.database.inTenant(chat.tenantId, (tx) =>
        beginVisit(ports, tx, chat.channelId, {
          known,
          subject: proven?.id ?? null,
          name: proven?.name || (name ?? null),
          email: proven?.email ?? email ?? null,
        }),
      )
      return { token: tokenOf(ports, chat, visitor.id), name: visitor.name, email: visitor.email }
    })

    app.post(`${root}/messages`, { bodyLimit: largestBody }, async (request): Promise<VisitorEntry> => {
      const { tenantId, channelId } = request.chat!
      const visitorId = visitorOf(request)
      await turn(request, 'say', visitorId)
      const message = checked(VisitorMessage, request.body)
      const entry = await ports.database.inTenant(tenantId, (tx) => say(ports, tx, { channelId, visitorId }, message))
      return shown(ports, tenantId, entry)
    })

    app.get(`${root}/entries`, async (request): Promise<{ entries: VisitorEntry[]; more: boolean }> => {
      const { tenantId, channelId } = request.chat!
      const visitorId = visitorOf(request)
      await turn(request, 'read', visitorId)
      const { before } = checked(Before, request.query)
      const found = await ports.database.inTenant(tenantId, (tx) => entriesBefore(tx, { channelId, visitorId }, before ?? null, pageSize + 1))
      return { entries: found.slice(-pageSize).map((entry) => shown(ports, tenantId, entry)), more: found.length > pageSize }
    })

    app.post(`${root}/passage`, { bodyLimit: largestBody }, async (request): Promise<Passage> => {
      const { tenantId, channelId, settings } = request.chat!
      const visitorId = visitorOf(request)
      await turn(request, 'pass', visitorId)
      const to = settings.goesOnChannelId
      const number = to && (await ports.phoneOf(tenantId, to))
      if (!number) throw new Failure('absent', 'webchat.goes_nowhere', 'This chat does not go on anywhere else.')
      return ports.database.inTenant(tenantId, async (tx) => {
        if (!(await readVisitor(tx, channelId, visitorId))) throw forgotten()
        return openPassage(ports, tx, { channelId, visitorId }, { channelId: to, number })
      })
    })

    // Bytes as they are, whatever they are called; what they are shows when they are looked at.
    await app.register(async (uploads) => {
      uploads.removeAllContentTypeParsers()
      uploads.addContentTypeParser('*', (_request, payload, done) => done(null, payload))
      uploads.post(`${root}/files`, async (request): Promise<{ file: string; name: string; mime: string; size: number }> => {
        const { tenantId } = request.chat!
        const visitorId = visitorOf(request)
        await turn(request, 'upload', visitorId)
        if (request.body == null) throw new Failure('invalid', 'file.empty', 'The file is empty.')
        const { id, ...facts } = await ports.keepFile(tenantId, {
          bytes: request.body as AsyncIterable<Uint8Array>,
          mime: request.headers['content-type']?.split(';')[0] ?? null,
          name: named(request.headers['x-file-name']),
        })
        return { file: uploadWord(ports, visitorId, id), name: facts.name, mime: facts.mime, size: facts.size }
      })
    })
  }
