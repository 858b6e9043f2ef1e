import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'

export type Shape = Record<string, unknown>
type Status = 'CLOSED' | 'INITIALIZING' | 'QRCODE' | 'PHONECODE' | 'CONNECTED'
export type Got = { path: string; to: string; id: string; fields: Shape }
export type Fault = { times: number; path?: RegExp; status: number; body: unknown; headers?: Record<string, string> }

/** What an endpoint takes; anything else is refused. */
const checks: Record<string, (body: Shape) => boolean> = {
  'send-message': ({ message }) => isText(message),
  'send-reply': ({ message, messageId }) => isText(message) && /^(true|false)_[^_]+@[\w.]+_[^_]+$/.test(String(messageId)),
  'send-image': ({ base64, filename }) => /^data:image\/(jpeg|png);base64,[A-Za-z0-9+/]+=*$/.test(String(base64)) && isText(filename),
  'send-file-base64': ({ base64, filename }) => /^data:[\w./+-]+;base64,[A-Za-z0-9+/]+=*$/.test(String(base64)) && isText(filename),
  'send-voice-base64': ({ base64Ptt }) => String(base64Ptt).startsWith('data:audio/ogg;base64,'),
  'send-location': ({ lat, lng }) => isText(lat) && isText(lng),
  'send-sticker': ({ path }) => /^data:image\/(png|jpe?g|webp|gif);base64,[A-Za-z0-9+/]+=*$/.test(String(path)),
  'send-sticker-gif': ({ path }) => /^data:image\/(webp|gif);base64,[A-Za-z0-9+/]+=*$/.test(String(path)),
  'contact-vcard': ({ contactsId, name }) => /^\d+@c\.us$/.test(String(contactsId)) && isText(name),
}
const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''

/** One session of the server: a browser with WhatsApp Web, whom it tells, and what was said. */
export const createSession = (name: string) => {
  let shown = 0
  let code = ''
  const session = {
    name,
    status: 'CLOSED' as Status,
    webhook: null as string | null,
    phone: null as string | null,
    starts: 0,
    got: [] as Got[],
    reactions: [] as Shape[],
    seen: [] as Shape[],
    typing: [] as Shape[],
    unused: new Set<string>(),
    /** The other names of those who are on WhatsApp, by number. */
    lids: new Map<string, string>(),
    files: new Map<string, { base64: string; mimetype: string }>(),
    chats: new Map<string, Shape[]>(),
    /** The next so many webhooks are lost: nothing is repeated. */
    loses: 0,
    qr: () => (session.status === 'QRCODE' ? `2@${name}-${shown}` : null),
    start: ({ webhook, phone }: Shape): string | null => {
      session.starts += 1
      if (isText(webhook)) session.webhook = webhook
      if (session.status !== 'CLOSED') return null
      if (session.phone !== null) session.status = 'CONNECTED'
      else {
        session.status = isText(phone) ? 'PHONECODE' : 'QRCODE'
        shown += 1
        code = randomBytes(4).toString('hex').toUpperCase()
      }
      return session.status === 'PHONECODE' ? code : null
    },
    link: async (read: string, phone: string): Promise<void> => {
      if (read !== session.qr() && read.replace('-', '') !== code) throw new Error('this code links nothing')
      session.phone = phone
      session.status = 'CONNECTED'
      await session.tell('status-find', { status: 'inChat' })
    },
    /** The device is taken out of the account on the telephone: the browser shows a code again. */
    unlink: (): void => {
      session.phone = null
      session.status = 'QRCODE'
      shown += 1
    },
    close: (): void => void (session.status = 'CLOSED'),
    tell: async (event: string, data: Shape, how: { times?: number; to?: string } = {}): Promise<number[]> => {
      if (session.loses > 0) return ((session.loses -= 1), [])
      const url = how.to ?? session.webhook
      if (url === null) return []
      const answers: number[] = []
      for (let turn = 0; turn < (how.times ?? 1); turn += 1) {
        const answer = await fetch(url, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ event, session: name, ...data }),
        })
        answers.push(answer.status)
      }
      return answers
    },
    messageOf: (from: string, more: Shape = {}): Shape => {
      const chat = from.includes('@') ? from : `${from}@c.us`
      const mine = more['fromMe'] === true
      const own = `${session.phone}@c.us`
      const t = Math.floor(Date.now() / 1000)
      return {
        id: `${mine}_${chat}_3EB0${randomBytes(9).toString('hex').toUpperCase()}`,
        type: 'chat',
        body: '',
        t,
        timestamp: t,
        notifyName: 'Ana',
        from: mine ? own : chat,
        to: mine ? chat : own,
        fromMe: false,
        isGroupMsg: false,
        chatId: { server: 'c.us', user: chat.split('@')[0], _serialized: chat },
        sender: { id: chat, pushname: 'Ana' },
        ack: 1,
        isMedia: false,
        ...more,
      }
    },
    keep: (message: Shape): void => {
      const chat = String(message['id']).split('_')[1]!
      session.chats.set(chat, [...(session.chats.get(chat) ?? []), message])
    },
    /** A person writes; answers the bare id. */
    writes: async (from: string, more: Shape = {}, how: { times?: number; to?: string } = {}): Promise<string> => {
      const message = session.messageOf(from, more)
      session.keep(message)
      await session.tell(String(message['id']).startsWith('true_') ? 'onselfmessage' : 'onmessage', message, how)
      return String(message['id']).split('_')[2]!
    },
    acks: (id: string, to: string, ack: number): Promise<number[]> => {
      const remote = to.includes('@') ? to : `${to}@c.us`
      return session.tell('onack', { id: { fromMe: true, remote, id, _serialized: `true_${remote}_${id}` }, ack, t: Math.floor(Date.now() / 1000) })
    },
  }
  return session
}
export type WppSession = ReturnType<typeof createSession>

export type WppServer = {
  url: string
  secretKey: string
  sessions: Map<string, WppSession>
  add(name: string): WppSession
  faults: Fault[]
  lose: { next: number }
  tokensMade: number
  /** Tokens that were made before are good no more. */
  forgetTokens(): void
  close(): Promise<void>
}

/** A stand-in of a WPPConnect server over real HTTP, written from its reference: tokens, one session per browser, webhooks without a signature that are not repeated. */
export const startWppServer = async (): Promise<WppServer> => {
  const tokens = new Map<string, string>()
  const wpp: WppServer & { tokens: Map<string, string> } = {
    url: '',
    secretKey: 'secret-key-of-the-test',
    tokens,
    sessions: new Map(),
    add: (name) => {
      const session = createSession(name)
      wpp.sessions.set(name, session)
      return session
    },
    faults: [],
    lose: { next: 0 },
    tokensMade: 0,
    forgetTokens: () => tokens.clear(),
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
  const server = createServer((request, response) => void serve(wpp, request, response))
  await new Promise<void>((ready) => void server.listen(0, '127.0.0.1', ready))
  wpp.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return wpp
}

type Answer = { status: number; body: unknown; headers?: Record<string, string> }
const say = (body: unknown, status = 200): Answer => ({ status, body })

const serve = async (wpp: WppServer & { tokens: Map<string, string> }, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const raw = await buffer(request)
  const url = new URL(request.url ?? '/', 'http://wpp')
  const answer = (given: Answer): void =>
    void response
      .writeHead(given.status, { 'content-type': 'application/json', ...given.headers })
      .end(typeof given.body === 'string' ? given.body : JSON.stringify(given.body))
  try {
    const [, name = '', path = '', more] = /^\/api\/([^/]+)\/([^/]+)(?:\/(.+))?$/.exec(url.pathname) ?? []
    if (more === 'generate-token') {
      if (decodeURIComponent(path) !== wpp.secretKey) return answer(say({ response: false, message: 'The SECRET_KEY is incorrect' }, 400))
      const token = `$2b$10$${randomBytes(20).toString('hex')}`
      wpp.tokensMade += 1
      wpp.tokens.set(name, token)
      return answer(say({ status: 'success', session: name, token, full: `${name}:${token}` }, 201))
    }
    if (request.headers.authorization !== `Bearer ${wpp.tokens.get(name)}` || name === '')
      return answer(say({ error: 'Check that the Session and Token are correct' }, 401))
    if (request.method === 'POST' && request.headers['content-type'] !== 'application/json') return answer(say({ message: 'not JSON' }, 500))
    const fault = wpp.faults.find(({ times, path: of }) => times > 0 && (of === undefined ? path in checks : of.test(path)))
    if (fault) return ((fault.times -= 1), answer(fault))
    const body = raw.length > 0 ? (JSON.parse(raw.toString()) as Shape) : {}
    const session = wpp.sessions.get(name) ?? wpp.add(name)
    const given = act(session, { path, more: more === undefined ? '' : decodeURIComponent(more), query: url.searchParams, body })
    if (path in checks && wpp.lose.next > 0) {
      wpp.lose.next -= 1
      return void request.socket.destroy()
    }
    answer(given)
  } catch (error) {
    answer(say({ status: 'error', message: (error as Error).message }, 500))
  }
}

/** The newest of a chat, or those before one of them. */
const pageOf = (messages: Shape[], query: URLSearchParams): Shape[] => {
  const end = messages.findIndex(({ id }) => id === query.get('id'))
  return messages.slice(0, end < 0 ? messages.length : end).slice(-Number(query.get('count') ?? 20))
}

type Call = { path: string; more: string; query: URLSearchParams; body: Shape }

const act = (session: WppSession, { path, more, query, body }: Call): Answer => {
  switch (path) {
    case 'status-session':
      return say({ status: session.status, qrcode: null, urlcode: session.qr(), version: '2.10.4' })
    case 'start-session': {
      const code = session.start(body)
      return say(
        code === null
          ? { status: session.status, session: session.name }
          : { status: 'phoneCode', phone: body['phone'], phoneCode: code, session: session.name },
      )
    }
  }
  if (session.status !== 'CONNECTED') return say({ response: null, status: 'Disconnected', message: 'A sessão do WhatsApp não está ativa.' }, 404)
  switch (path) {
    case 'get-phone-number':
      return say({ status: 'success', response: `${session.phone}@c.us`, mapper: 'device' })
    case 'logout-session':
      session.phone = null
      session.close()
      return say({ status: true, message: 'Session successfully closed' })
    case 'list-chats':
      return say([...session.chats].map(([id, messages]) => ({ id: { _serialized: id }, t: messages.at(-1)?.['t'] })))
    case 'get-messages':
      return say({ status: 'success', response: pageOf(session.chats.get(more) ?? [], query) })
    case 'get-media-by-message': {
      const file = session.files.get(more)
      return file ? say(file) : say({ status: 'error', message: 'Message not found' }, 400)
    }
    case 'check-number-status':
      return say({ status: 'success', response: { id: { _serialized: `${more}@c.us` }, numberExists: !session.unused.has(more) } })
    case 'contact': {
      const asked = more.replace('pn-lid/', '')
      const known = [...session.lids].find(([number, lid]) => asked === `${number}@c.us` || asked === lid)
      if (!known) return say({ status: 'error', message: 'Error on get contact by PN-LID' }, 500)
      const [number, lid] = known
      return say({ lid: { id: lid.split('@')[0], _serialized: lid }, phoneNumber: { id: number, _serialized: `${number}@c.us` } })
    }
    case 'send-seen':
      session.seen.push(body)
      return say({ status: 'success', response: true }, 201)
    case 'typing':
      session.typing.push(body)
      return say({ status: 'success', response: {} }, 201)
    case 'react-message':
      session.reactions.push(body)
      return say({ status: 'success', response: { id: body['msgId'] } }, 201)
  }
  const check = checks[path]
  if (!check) return say({ message: 'Not found' }, 404)
  const phone = String(body['phone'])
  if (session.unused.has(phone)) return say({ response: null, status: 'Connected', message: `O número ${phone} não existe.` }, 400)
  if (!/^\d+$/.test(phone) || !check(body)) return say({ status: 'Error', message: 'Parâmetros inválidos' }, 400)
  const chat = `${phone}@${body['isLid'] === true || phone.length > 14 ? 'lid' : 'c.us'}`
  const id = `3EB0${randomBytes(9).toString('hex').toUpperCase()}`
  session.got.push({ path, to: phone, id, fields: body })
  session.keep(
    session.messageOf(chat, {
      id: `true_${chat}_${id}`,
      fromMe: true,
      body: body['message'] ?? '',
      ...(path !== 'send-message' && path !== 'send-reply' && { type: 'document' }),
    }),
  )
  const sent = { id: `true_${chat}_${id}`, ack: 1 }
  // Cards are answered in their own way.
  if (path === 'contact-vcard') return say({ status: 'success', response: sent })
  return say({ status: 'success', response: [sent], mapper: 'return', session: session.name }, 201)
}
