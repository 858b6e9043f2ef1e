import { createHmac, randomBytes, randomUUID } from 'node:crypto'

export type Shape = Record<string, unknown>
export type Status = 'STOPPED' | 'STARTING' | 'SCAN_QR_CODE' | 'WORKING' | 'FAILED' | 'PASSKEY_REQUIRED'
type Webhook = { url: string; events: string[]; hmac?: { key: string } }

/** What a customer's telephone got. */
export type Got = { path: string; to: string; id: string; fields: Shape }

const at = () => Math.floor(Date.now() / 1000)
const person = (phone: string) => (phone.includes('@') ? phone : `${phone}@c.us`)

/** One session of a WAHA server: a number, the device that is linked to it, its chats, and whom it tells. */
export const createSession = (name: string, config: Shape, { engine, root }: { engine: 'NOWEB' | 'WEBJS'; root(): string }) => {
  const chats = new Map<string, Shape[]>()
  const files = new Map<string, { bytes: Buffer; mime: string }>()
  const typed = new Map<string, string>()
  let qr = 0

  const session = {
    name,
    config,
    engine,
    status: 'STOPPED' as Status,
    me: null as { id: string; pushName: string } | null,
    got: [] as Got[],
    reactions: [] as Shape[],
    seen: [] as Shape[],
    typing: [] as Shape[],
    restarts: 0,
    /** Numbers that are not on WhatsApp, and the other names of those that are. */
    unused: new Set<string>(),
    lids: new Map<string, string>(),
    /** Webhooks that were answered otherwise than by 2xx. */
    refusedWebhooks: 0,
    /** The next so many webhooks are lost, as when the server is restarted. */
    loses: 0,
    webhooks: (): Webhook[] => (Array.isArray(session.config['webhooks']) ? (session.config['webhooks'] as Webhook[]) : []),
    start: (): void => {
      if (session.status === 'WORKING') return
      session.status = session.me ? 'WORKING' : 'SCAN_QR_CODE'
      qr += 1
    },
    stop: (): void => void (session.status = 'STOPPED'),
    logout: (): void => {
      session.me = null
      session.status = 'STOPPED'
    },
    /** What the camera reads. */
    qr: (): string => `2@${name}-${qr}`,
    codeFor: (phone: string): string => {
      const code = randomBytes(4).toString('hex').toUpperCase()
      typed.set(code, phone)
      return `${code.slice(0, 4)}-${code.slice(4)}`
    },
    /** The telephone scans the picture that is shown, or types the code. */
    link: async (shown: string, phone: string): Promise<void> => {
      if (session.status !== 'SCAN_QR_CODE' || (shown !== session.qr() && typed.get(shown.replace('-', '')) !== phone))
        throw new Error('this code links nothing')
      session.me = { id: `${phone}@c.us`, pushName: 'Negocio' }
      session.status = 'WORKING'
      await session.tell('session.status', { name, status: 'WORKING' })
    },
    /** The device is taken out of the account on the telephone. */
    unlink: (): void => {
      session.me = null
      session.status = 'SCAN_QR_CODE'
      qr += 1
    },
    keep: (message: Shape): void => {
      const chat = String(message['id']).split('_')[1]!
      chats.set(chat, [...(chats.get(chat) ?? []), message])
    },
    messages: (chat: string): Shape[] => chats.get(chat) ?? [],
    /** Newest first. */
    overview: (limit: number, offset: number): Shape[] =>
      [...chats]
        .map(([id, messages]) => ({ id, name: null, lastMessage: messages.at(-1) ?? null }))
        .toReversed()
        .toSorted((one, other) => Number(other.lastMessage?.['timestamp'] ?? 0) - Number(one.lastMessage?.['timestamp'] ?? 0))
        .slice(offset, offset + limit),
    envelope: (event: string, payload: Shape): Buffer =>
      Buffer.from(
        JSON.stringify({
          id: `evt_${randomUUID()}`,
          timestamp: Date.now(),
          event,
          session: name,
          metadata: {},
          me: session.me,
          payload,
          engine,
          environment: { version: '2026.7.1', engine, tier: 'CORE', browser: null },
        }),
      ),
    /** Posts to everybody who asked for such events; a refusal is tried again twice. */
    tell: async (event: string, payload: Shape, extra: { times?: number; signWith?: string } = {}): Promise<number[]> => {
      const answers: number[] = []
      const body = session.envelope(event, payload)
      if (session.loses > 0) return ((session.loses -= 1), answers)
      for (const { url, hmac } of session.webhooks().filter(({ events }) => events.includes(event) || events.includes('*')))
        for (let turn = 0; turn < (extra.times ?? 1); turn += 1) answers.push(await post(url, body, extra.signWith ?? hmac?.key))
      session.refusedWebhooks += answers.filter((status) => status >= 300).length
      return answers
    },
    /** A person writes; answers the bare id. */
    writes: async (from: string, more: Shape = {}, how: { times?: number; signWith?: string } = {}): Promise<string> => {
      const message = session.messageOf(from, more)
      session.keep(message)
      await session.tell('message.any', message, how)
      return String(message['id']).split('_')[2]!
    },
    messageOf: (from: string, more: Shape = {}): Shape => {
      const chat = person(from)
      const id = `3EB0${randomBytes(9).toString('hex').toUpperCase()}`
      const mine = more['fromMe'] === true
      return {
        id: `${mine}_${chat}_${id}`,
        timestamp: at(),
        from: mine ? session.me?.id : chat,
        to: mine ? chat : session.me?.id,
        fromMe: false,
        source: 'app',
        participant: null,
        body: '',
        hasMedia: false,
        media: null,
        ack: 1,
        ackName: 'SERVER',
        location: null,
        vCards: [],
        replyTo: null,
        _data: engine === 'WEBJS' ? { notifyName: 'Ana', type: 'chat' } : { pushName: 'Ana', message: { conversation: '' } },
        ...more,
      }
    },
    /** A message of ours moves on: 1 at the server, 2 on the telephone, 3 read, 4 played, -1 refused. */
    acks: (id: string, to: string, ack: number): Promise<number[]> => {
      const name = `true_${person(to)}_${id}`
      const ackName = ['ERROR', 'PENDING', 'SERVER', 'DEVICE', 'READ', 'PLAYED'][ack + 1]
      return session.tell('message.ack', { id: name, from: session.me?.id, to: person(to), participant: null, fromMe: true, ack, ackName })
    },
    /** Puts a file where people's files are, for as long as the server keeps it. */
    file: (bytes: Buffer, mime: string): { url: string; mimetype: string; filename: null; error: null } => {
      const path = `/api/files/${name}/${randomUUID()}.bin`
      files.set(path, { bytes, mime })
      return { url: `${root()}${path}`, mimetype: mime, filename: null, error: null }
    },
    readFile: (path: string) => files.get(path),
    forgetFiles: (): void => files.clear(),
  }
  return session
}
export type Session = ReturnType<typeof createSession>

const post = async (url: string, body: Buffer, key: string | undefined): Promise<number> => {
  const headers = {
    'content-type': 'application/json',
    'x-webhook-request-id': randomUUID(),
    'x-webhook-timestamp': String(Date.now()),
    ...(key !== undefined && { 'x-webhook-hmac': createHmac('sha512', key).update(body).digest('hex'), 'x-webhook-hmac-algorithm': 'sha512' }),
  }
  try {
    // Containers know the machine that they run on by this name.
    const answer = await fetch(url.replace('//host.docker.internal', '//localhost'), { method: 'POST', headers, body: new Uint8Array(body) })
    return answer.status
  } catch {
    return 599
  }
}
