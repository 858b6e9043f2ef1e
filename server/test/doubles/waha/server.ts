import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { takeSend, Refusal } from './sends.ts'
import { createSession, type Session, type Shape } from './session.ts'

export type Fault = { times: number; path?: RegExp; status: number; body: unknown; headers?: Record<string, string> }

export type WahaServer = {
  /** Root of the interface. */
  url: string
  apiKey: string
  engine: 'NOWEB' | 'WEBJS'
  sessions: Map<string, Session>
  /** A session that is there already. */
  add(name: string, config?: Shape): Session
  /** Scripted troubles of the next calls (default: of those that send). */
  faults: Fault[]
  /** The next so many sends are taken and never answered. */
  lose: { next: number }
  /** What was called, as `GET /path`. */
  calls: string[]
  close(): Promise<void>
}

type Wishes = { apiKey?: string; engine?: 'NOWEB' | 'WEBJS'; port?: number }

/** A stand-in of a WAHA server over real HTTP, written from its reference: it refuses what WAHA would refuse. `port` 0 takes a free one. */
export const startWaha = async ({ apiKey = 'waha-key-of-the-test', engine = 'NOWEB', port = 0 }: Wishes = {}): Promise<WahaServer> => {
  let root = ''
  const waha: WahaServer = {
    url: '',
    apiKey,
    engine,
    sessions: new Map(),
    add: (name, config = {}) => {
      const session = createSession(name, config, { engine, root: () => root })
      waha.sessions.set(name, session)
      return session
    },
    faults: [],
    lose: { next: 0 },
    calls: [],
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
  const server = createServer((request, response) => void serve(waha, request, response))
  await new Promise<void>((ready) => void server.listen(port, '127.0.0.1', ready))
  root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return Object.assign(waha, { url: root })
}

const answerJson = (response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void =>
  void response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(typeof body === 'string' ? body : JSON.stringify(body))

const isSending = (path: string): boolean => /^\/api\/send(Text|Image|File|Voice|Video|Location|ContactVcard|Poll)$/.test(path)

const serve = async (waha: WahaServer, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://waha')
  const method = request.method ?? 'GET'
  waha.calls.push(`${method} ${pathname}`)
  try {
    const raw = await buffer(request)
    if (pathname === '/ping') return answerJson(response, 200, { message: 'pong' })
    if (request.headers['x-api-key'] !== waha.apiKey) return answerJson(response, 401, { message: 'Unauthorized', statusCode: 401 })
    const fault = waha.faults.find(({ times, path }) => times > 0 && (path === undefined ? isSending(pathname) : path.test(pathname)))
    if (fault) return ((fault.times -= 1), answerJson(response, fault.status, fault.body, fault.headers))
    const body = raw.length > 0 ? (JSON.parse(raw.toString()) as Shape) : {}
    const file = pathname.startsWith('/api/files/') ? [...waha.sessions.values()].map((session) => session.readFile(pathname)).find(Boolean) : undefined
    if (file) return void response.writeHead(200, { 'content-type': file.mime }).end(file.bytes)
    const { status = method === 'POST' ? 201 : 200, value } = await act(waha, { method, path: pathname, query: searchParams, body })
    if (isSending(pathname) && waha.lose.next > 0) {
      waha.lose.next -= 1
      return void request.socket.destroy()
    }
    answerJson(response, status, value ?? '')
  } catch (error) {
    if (request.socket.destroyed || response.headersSent) return
    const { status, body } = error instanceof Refusal ? error : { status: 500, body: { message: (error as Error).message } }
    answerJson(response, status, body)
  }
}

type Call = { method: string; path: string; query: URLSearchParams; body: Shape }
type Done = { status?: number; value?: unknown }

const absent = () => new Refusal(404, { message: 'Session not found', statusCode: 404 })

const shown = ({ name, status, config, me }: Session): Shape => ({ name, status, config, me, presence: null, timestamps: { activity: null } })

const act = async (waha: WahaServer, call: Call): Promise<Done> => {
  const { method, path, query, body } = call
  const named = (name: unknown): Session => {
    const session = waha.sessions.get(String(name))
    if (!session) throw absent()
    return session
  }
  if (path === '/api/server/version') return { value: { version: '2026.7.1', engine: waha.engine, tier: 'CORE', browser: null } }
  if (path === '/api/sessions' && method === 'POST') {
    const name = String(body['name'])
    if (waha.sessions.has(name)) throw new Refusal(422, { message: `Session '${name}' already exists. Use PUT to update it.`, statusCode: 422 })
    const session = waha.add(name, (body['config'] ?? {}) as Shape)
    if (body['start'] !== false) session.start()
    return { value: { ...shown(session), status: 'STARTING' } }
  }
  if (path === '/api/sessions') {
    const all = [...waha.sessions.values()].filter(({ status }) => query.get('all') === 'true' || status !== 'STOPPED')
    return { value: all.map(shown) }
  }
  if (path === '/api/contacts/check-exists') {
    const session = working(named(query.get('session')))
    const phone = query.get('phone') ?? ''
    return { value: session.unused.has(phone) ? { numberExists: false } : { numberExists: true, chatId: `${phone}@c.us` } }
  }
  const [, ofSession, change] = /^\/api\/sessions\/([^/]+)(?:\/(\w+))?$/.exec(path) ?? []
  if (ofSession !== undefined) return ofSessions(waha, named(decodeURIComponent(ofSession)), { ...call, change })
  const [, inSession, rest] = /^\/api\/([^/]+)\/(.+)$/.exec(path) ?? []
  if (inSession !== undefined && waha.sessions.has(decodeURIComponent(inSession))) return inside(named(decodeURIComponent(inSession)), rest!, call)
  const session = working(named(body['session']))
  switch (path) {
    case '/api/sendSeen':
      session.seen.push(body)
      return { value: { success: true } }
    case '/api/startTyping':
    case '/api/stopTyping':
      session.typing.push({ ...body, types: path === '/api/startTyping' })
      return {}
    case '/api/reaction':
      if (!/^(true|false)_[^_]+@[\w.]+_[^_]+$/.test(String(body['messageId']))) throw new Refusal(400, { message: ['messageId is wrong'] })
      session.reactions.push(body)
      return { status: 200, value: { id: `true_${session.me?.id}_3EB0REACTION` } }
    default:
      return { value: await takeSend(path, body, session) }
  }
}

const working = (session: Session): Session => {
  if (session.status !== 'WORKING')
    throw new Refusal(422, {
      error: 'Session status is not as expected. Try again later or restart the session',
      session: session.name,
      status: session.status,
      expected: ['WORKING'],
    })
  return session
}

const ofSessions = (waha: WahaServer, session: Session, { method, body, change }: Call & { change: string | undefined }): Done => {
  if (method === 'GET' && change === undefined) return { value: shown(session) }
  if (method === 'DELETE') {
    waha.sessions.delete(session.name)
    return { value: '' }
  }
  if (method === 'PUT') {
    session.config = (body['config'] ?? {}) as Shape
    session.restarts += 1
    return { value: shown(session) }
  }
  if (change === 'restart') {
    session.restarts += 1
    session.stop()
    session.start()
  } else if (change === 'start' || change === 'stop' || change === 'logout') session[change]()
  else throw absent()
  return { value: shown(session) }
}

const inside = (session: Session, rest: string, { query, body }: Call): Done => {
  if (rest === 'auth/qr' || rest === 'auth/request-code') {
    if (session.status !== 'SCAN_QR_CODE')
      throw new Refusal(422, { error: 'Session status is not as expected', session: session.name, status: session.status, expected: ['SCAN_QR_CODE'] })
    return rest === 'auth/qr' ? { value: { value: session.qr() } } : { value: { code: session.codeFor(String(body['phoneNumber'])) } }
  }
  working(session)
  if (rest === 'chats/overview') return { value: session.overview(Number(query.get('limit') ?? 20), Number(query.get('offset') ?? 0)) }
  const [, chat] = /^chats\/([^/]+)\/messages$/.exec(rest) ?? []
  if (chat !== undefined) {
    const since = Number(query.get('filter.timestamp.gte') ?? 0)
    const offset = Number(query.get('offset') ?? 0)
    const all = session.messages(decodeURIComponent(chat)).filter(({ timestamp }) => Number(timestamp) >= since)
    const some = all.toReversed().slice(offset, offset + Number(query.get('limit') ?? 10))
    return { value: query.get('downloadMedia') === 'false' ? some.map((message) => ({ ...message, media: null })) : some }
  }
  const [, phone] = /^lids\/pn\/(\d+)$/.exec(rest) ?? []
  if (phone !== undefined) return { value: { lid: session.lids.get(phone) ?? null, pn: `${phone}@c.us` } }
  const [, lid] = /^lids\/(\d+)$/.exec(rest) ?? []
  const pn = [...session.lids].find(([, one]) => one === `${lid}@lid`)?.[0]
  if (lid !== undefined) return { value: { lid: `${lid}@lid`, pn: pn === undefined ? null : `${pn}@c.us` } }
  throw absent()
}
