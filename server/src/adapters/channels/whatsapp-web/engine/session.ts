import {
  downloadContentFromMessage,
  getBinaryNodeChild,
  getBinaryNodeChildren,
  initAuthCreds,
  isJidBroadcast,
  isJidGroup,
  isJidNewsletter,
  makeCacheableSignalKeyStore,
  makeWASocket,
  proto,
  type AuthenticationCreds,
  type BinaryNode,
  type WAMessage,
} from 'baileys'
import { buffer } from 'node:stream/consumers'
import type { Agent as HttpsAgent } from 'node:https'
import { pino } from 'pino'
import type { Dispatcher } from 'undici'
import type { EngineContent } from '../engine-content.ts'
import type { MediaRef } from '../media-ref.ts'
import { libraryContent } from './library-content.ts'
import type { Downloaded, FromEngine, ToEngine } from './protocol.ts'
import { fromJson, storedKeys, toJson, type KeyAccess } from './stored-keys.ts'

/** How lines leave the process; the real network unless something else is given. */
export type Way = { url?: string; agent?: HttpsAgent; fetchAgent?: HttpsAgent; dispatcher?: Dispatcher; keepAliveMs?: number }

type Told = Extract<FromEngine, { session: string }>
type Tell = (message: Told extends infer Each ? (Each extends { session: string } ? Omit<Each, 'session'> : never) : never) => void

/** Nothing of the library is logged: its records hold messages and keys. */
const logger = pino({ level: 'silent' })
/** Messages of the last hour or so that a telephone may ask for again; older ones are the product's to know. */
const REMEMBERED = 200

const plain = (message: WAMessage): unknown => ({
  key: { ...message.key },
  messageTimestamp: Number(message.messageTimestamp ?? 0),
  pushName: message.pushName,
  messageStubType: message.messageStubType == null ? undefined : proto.WebMessageInfo.StubType[message.messageStubType],
  messageStubParameters: message.messageStubParameters as unknown,
  message: message.message && proto.Message.toObject(proto.Message.create(message.message), { longs: Number, bytes: String, enums: String }),
})

const seconds = (node: BinaryNode): number => Number(node.attrs['t'] ?? 0)

/** One line for one linked device, or for one that is to be linked. It ends once; whoever wants another opens a new one. */
export const openSession = ({ creds, codeFor }: Extract<ToEngine, { type: 'open' }>, access: KeyAccess, way: Way, tell: Tell) => {
  const own = creds === null ? initAuthCreds() : fromJson<AuthenticationCreds>(creds)
  const keys = makeCacheableSignalKeyStore(storedKeys(access), logger)
  const sent = new Map<string, proto.IMessage>()
  let coded = false

  const socket = makeWASocket({
    auth: { creds: own, keys },
    logger,
    ...(way.url !== undefined && { waWebSocketUrl: way.url }),
    ...(way.agent && { agent: way.agent }),
    ...(way.fetchAgent && { fetchAgent: way.fetchAgent }),
    ...(way.dispatcher && { options: { dispatcher: way.dispatcher } }),
    ...(way.keepAliveMs !== undefined && { keepAliveIntervalMs: way.keepAliveMs }),
    // Otherwise the owner's telephone stops ringing for new messages.
    markOnlineOnConnect: false,
    // What is sent from here is known here already; only others' devices and the handset are news.
    emitOwnEvents: false,
    syncFullHistory: false,
    shouldSyncHistoryMessage: () => false,
    // Named one by one: the network itself speaks under a name that is no person's either.
    shouldIgnoreJid: (jid) => isJidGroup(jid) === true || isJidBroadcast(jid) === true || isJidNewsletter(jid) === true,
    getMessage: async ({ id }) => sent.get(id ?? ''),
  })

  const storeCreds = (): Promise<unknown> => access.store({ creds: { self: toJson(own) } })

  const askForCode = async (): Promise<void> => {
    if (codeFor === null || coded) return
    coded = true
    tell({ type: 'code', code: await socket.requestPairingCode(codeFor) })
  }

  socket.ev.process(async (events) => {
    const update = events['connection.update']
    if (events['creds.update']) {
      Object.assign(own, events['creds.update'])
      // A number that was asked for a code is not linked: kept as such it would be turned down for ever.
      if (own.account) await storeCreds()
    }
    if (update?.qr !== undefined && codeFor === null) tell({ type: 'qr', qr: update.qr })
    if (update?.qr !== undefined) await askForCode()
    if (update?.isNewLogin) tell({ type: 'linked' })
    if (update?.connection === 'open') tell({ type: 'opened', jid: own.me!.id, lid: own.me?.lid ?? null, name: own.me?.name ?? null })
    for (const message of events['messages.upsert']?.messages ?? []) tell({ type: 'item', payload: { kind: 'message', message: plain(message) } })
    const presence = events['presence.update']
    if (presence && Object.values(presence.presences).some(({ lastKnownPresence }) => lastKnownPresence === 'composing'))
      tell({ type: 'item', payload: { kind: 'typing', from: presence.id } })
    if (update?.connection === 'close') {
      const error = update.lastDisconnect?.error as { output?: { statusCode?: number } } | undefined
      tell({ type: 'ended', code: error?.output?.statusCode ?? 500, linked: own.account !== undefined })
    }
  })

  // The library folds acknowledgements and receipts into other news and keeps good ones to itself, so they are heard where they arrive.
  socket.ws.on('CB:ack,class:message', (node: BinaryNode) => {
    const { id, from, error } = node.attrs
    tell({ type: 'item', payload: { kind: 'ack', id, to: from, at: seconds(node), error: error ?? null } })
  })
  socket.ws.on('CB:receipt', (node: BinaryNode) => {
    const { id, from, type, recipient } = node.attrs
    const more = getBinaryNodeChildren(getBinaryNodeChild(node, 'list'), 'item').map((item) => item.attrs['id'])
    if (recipient === undefined) tell({ type: 'item', payload: { kind: 'receipt', ids: [id, ...more], from, type, at: seconds(node) } })
  })

  const remember = (id: string, message: proto.IMessage | null | undefined): void => {
    if (message) sent.set(id, message)
    if (sent.size > REMEMBERED) sent.delete(sent.keys().next().value!)
  }

  return {
    send: async (to: string, id: string, content: EngineContent, quotes: string | null): Promise<void> => {
      const quoted =
        quotes === null ? undefined : { key: { remoteJid: to, id: quotes, fromMe: sent.has(quotes) }, message: sent.get(quotes) ?? { conversation: '' } }
      const made = await socket.sendMessage(to, libraryContent(content, to), { messageId: id, ...(quoted && { quoted }) })
      remember(id, made?.message)
    },
    read: (chat: string, ids: string[]): Promise<void> => socket.readMessages(ids.map((id) => ({ remoteJid: chat, id, fromMe: false }))),
    compose: (to: string, typing: boolean): Promise<void> => socket.sendPresenceUpdate(typing ? 'composing' : 'paused', to),
    find: async (phone: string) => {
      const [found] = (await socket.onWhatsApp(phone)) ?? []
      return { exists: found?.exists === true, jid: found?.exists === true ? found.jid : null }
    },
    download: async ({ kind, path, key }: MediaRef): Promise<Downloaded> => {
      try {
        const stream = await downloadContentFromMessage({ directPath: path, mediaKey: Buffer.from(key, 'base64') }, kind, {
          ...(way.dispatcher && { options: { dispatcher: way.dispatcher } }),
        })
        return { result: 'fetched', bytes: await buffer(stream) }
      } catch (error) {
        const { statusCode } = (error as { output?: { statusCode?: number } }).output ?? {}
        const gone = statusCode === 404 || statusCode === 410
        return { result: gone ? 'gone' : 'retry', reason: gone ? 'WhatsApp does not keep this file any more' : 'The file could not be fetched' }
      }
    },
    close: async (forget: boolean): Promise<void> => {
      if (forget) await socket.logout()
      else await socket.end(undefined)
    },
  }
}
export type EngineSession = ReturnType<typeof openSession>
