import {
  downloadMediaMessage,
  initAuthCreds,
  makeWASocket,
  proto,
  type AnyMessageContent,
  type AuthenticationState,
  type BaileysEventMap,
  type SignalDataSet,
  type WAMessage,
} from 'baileys'
import { pino } from 'pino'
import { offer } from './remote.ts'
import { leadToSandbox } from './way.ts'

/**
 * The engine's library alone, as a process of its own, which trusts the sandbox instead of the real network. Remembers every event; asked over the
 * channel to the parent like the sandbox itself.
 */
const { url, fetchAgent, dispatcher } = leadToSandbox(process.argv[2]!)

const kept = new Map<string, unknown>()
const auth: AuthenticationState = {
  creds: initAuthCreds(),
  keys: {
    get: (type, ids) => Object.fromEntries(ids.filter((id) => kept.has(`${type} ${id}`)).map((id) => [id, kept.get(`${type} ${id}`)])) as never,
    set: (data: SignalDataSet) => {
      for (const [type, values] of Object.entries(data)) for (const [id, value] of Object.entries(values)) kept.set(`${type} ${id}`, value ?? undefined)
    },
  },
}

type Seen = { [Name in keyof BaileysEventMap]: { name: Name; data: BaileysEventMap[Name] } }[keyof BaileysEventMap]
const seen: Seen[] = []
const messages = new Map<string, WAMessage>()
let socket: ReturnType<typeof makeWASocket> | null = null
const logger = pino({ level: 'silent' })

const plainMessage = (message: WAMessage) => proto.WebMessageInfo.toObject(proto.WebMessageInfo.fromObject(message), { longs: Number })

const acts = {
  connect: (): void => {
    socket = makeWASocket({
      auth,
      logger,
      waWebSocketUrl: url,
      markOnlineOnConnect: false,
      shouldSyncHistoryMessage: () => false,
      keepAliveIntervalMs: 500,
      fetchAgent,
      options: { dispatcher },
      getMessage: async ({ id }) => messages.get(id!)?.message ?? undefined,
    })
    socket.ev.process((events) => {
      for (const [name, data] of Object.entries(events)) {
        if (name === 'creds.update') Object.assign(auth.creds, data)
        if (name === 'messages.upsert') for (const message of (data as BaileysEventMap['messages.upsert']).messages) messages.set(message.key.id!, message)
        seen.push({ name, data: JSON.parse(JSON.stringify(data, (_, value: unknown) => (value instanceof Error ? { ...value } : value))) } as Seen)
      }
    })
  },
  seen: () => seen,
  message: (id: string) => messages.has(id) && plainMessage(messages.get(id)!),
  send: async (to: string, content: AnyMessageContent, messageId: string): Promise<void> => void (await socket!.sendMessage(to, content, { messageId })),
  read: async (id: string): Promise<void> => void (await socket!.readMessages([messages.get(id)!.key])),
  code: (phone: string): Promise<string> => socket!.requestPairingCode(phone),
  exists: async (phone: string) => (await socket!.onWhatsApp(phone))?.[0] ?? null,
  group: (id: string) => socket!.groupMetadata(id),
  download: (id: string): Promise<Buffer> => downloadMediaMessage(messages.get(id)!, 'buffer', { options: { dispatcher } }),
}
export type BareClientActs = typeof acts

offer(acts, null)
