import { DEFAULT_CONNECTION_CONFIG, initAuthCreds, makeWASocket, S_WHATSAPP_NET, type AuthenticationCreds, type BinaryNode } from 'baileys'
import type { IncomingMessage } from 'node:http'
import type { Agent as HttpsAgent } from 'node:https'
import { pino } from 'pino'
import type { Dispatcher } from 'undici'
import type { EngineContent } from '../engine-content.ts'
import { LINE_DEAF, LINE_FAILED, PASSKEY_ASKED, STORE_FAILED } from '../reconnect.ts'
import { createArrivals } from './arrivals.ts'
import { fenced, type Asked } from './fenced.ts'
import { createFiles } from './files.ts'
import { createHistory } from './history.ts'
import { holdReceipts, secondsOf } from './hold-receipts.ts'
import { libraryContent } from './library-content.ts'
import { plainMessage } from './plain-message.ts'
import { createSentMessages } from './sent-messages.ts'
import type { FromEngine, ToEngine } from './protocol.ts'
import { isToMany } from './to-many.ts'
import { watchForSilence } from './watch-for-silence.ts'
import { whyEnded, whyTurnedAway } from './why-ended.ts'
import { fromJson, storedKeys, toJson } from './stored-keys.ts'

/** How lines leave the process; the real network unless something else is given. */
export type Way = {
  url?: string
  agent?: HttpsAgent
  fetchAgent?: HttpsAgent
  dispatcher?: Dispatcher
  keepAliveMs?: number
  deafMs?: number
  /** How long a telephone is waited for that is asked for a file. */
  askedMs?: number
  /** How long the network may take to say that the device is out of the account. */
  departMs?: number
  healthMs?: number
}

type Told = Exclude<Extract<FromEngine, { session: string }>, { call: unknown }>
/** What a session tells the product, and what it asks of it. */
export type Product = Asked & {
  tell(message: Told extends infer Each ? (Each extends { session: string } ? Omit<Each, 'session'> : never) : never): void
  /** For what may be lost. */
  mention(payload: unknown): void
}

/** Nothing of the library is logged: its records hold messages and keys. */
const logger = pino({ level: 'silent' })
/** The network wants a passkey before it links: see "Passkeys" in the README of the adapter. The library acknowledges it and waits for ever. */
const PASSKEY_WORD = 'CB:notification,type:passkey_prologue_request'
/** How often what was sent long ago is looked for, to take it away; in milliseconds. */
const CLEANING_MS = 6 * 60 * 60_000
/** After so much silence a line is opened anew, plus up to half of it by chance, so that lines that began together do not end together; in milliseconds. */
const DEAF_MS = 60 * 60_000
/** ms. A device that leaves is answered within so long. */
const DEPART_MS = 10_000

/** One line for one linked device, or for one that is to be linked. It ends once; whoever wants another opens a new one. */
export const openSession = ({ creds, codeFor, history: wantsHistory }: Extract<ToEngine, { type: 'open' }>, product: Product, way: Way) => {
  const { tell, mention } = product
  const own = creds === null ? initAuthCreds() : fromJson<AuthenticationCreds>(creds)
  const fall = (code: number): void => void socket.end(Object.assign(new Error('ended by the engine'), { output: { statusCode: code } }))
  const access = fenced(product, () => fall(STORE_FAILED))
  const stored = storedKeys(access)
  const arrivals = createArrivals({ creds: own, access, tell: access.hear, wantsHistory })
  const history = createHistory({ creds: own, dispatcher: way.dispatcher })
  const sent = createSentMessages({ access, now: Date.now })
  const cleaning = setInterval(() => void sent.clean().catch(() => {}), CLEANING_MS)
  let coded = false
  let wasOpen = false

  const socket = makeWASocket({
    auth: { creds: own, keys: stored.keys },
    makeSignalRepository: arrivals.keeping(DEFAULT_CONNECTION_CONFIG.makeSignalRepository),
    // A failure ends the line at once; a write that is tried later could undo the next line's.
    transactionOpts: { maxCommitRetries: 1, delayBetweenTriesMs: 0 },
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
    // The library would fetch it whole into memory and keep none of it: see `arrivals.ts` and `history.ts`.
    shouldSyncHistoryMessage: () => false,
    // Acknowledged as it comes, unopened: the keys of everybody in every group would be kept for nothing.
    shouldIgnoreJid: isToMany,
    getMessage: ({ id }) => sent.find(id ?? ''),
  })

  const files = createFiles({ socket, dispatcher: way.dispatcher, askedMs: way.askedMs })
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
    if (update?.connection === 'open') sent.clean().catch(() => {})
    if (update?.connection === 'open') tell({ type: 'opened', jid: own.me!.id, lid: own.me?.lid ?? null, name: own.me?.name ?? null })
    for (const message of events['messages.upsert']?.messages ?? [])
      if (!message.message || !arrivals.told(message.key.id)) access.hear({ kind: 'message', message: plainMessage(message) }).catch(() => {})
    const mapping = events['lid-mapping.update']
    if (mapping) access.hear({ kind: 'mapping', number: mapping.pn, lid: mapping.lid }).catch(() => {})
    const presence = events['presence.update']
    if (presence && Object.values(presence.presences).some(({ lastKnownPresence }) => lastKnownPresence === 'composing'))
      mention({ kind: 'typing', from: presence.id })
    if (update?.connection === 'close') {
      arrivals.end()
      history.end()
      clearInterval(cleaning)
      stopWatching()
      await access.end()
      tell({ type: 'ended', code: whyEnded(update.lastDisconnect?.error, wasOpen) })
    }
  })

  const stopWatching = watchForSilence(socket.ws, (way.deafMs ?? DEAF_MS) * (1 + Math.random() / 2), () => fall(LINE_DEAF))
  socket.ws.once('open', () => (wasOpen = true))
  // The library takes the answer and goes on waiting for a line.
  socket.ws.on('unexpected-response', (_asked: unknown, { statusCode }: IncomingMessage) => fall(whyTurnedAway(statusCode ?? 0)))
  socket.ws.prependListener('CB:message', arrivals.coming)
  socket.ws.on(PASSKEY_WORD, () => own.account ?? fall(PASSKEY_ASKED))
  // The library folds acknowledgements and receipts into other news and keeps good ones to itself, so they are heard where they arrive.
  socket.ws.on('CB:ack,class:message', (node: BinaryNode) => {
    const { id, from, error } = node.attrs
    access.hear({ kind: 'ack', id, to: from, at: secondsOf(node), error: error ?? null }).catch(() => {})
  })
  holdReceipts(socket.ws, access.hear)

  return {
    send: async (to: string, id: string, content: EngineContent, quotes: string | null): Promise<void> => {
      const earlier = quotes === null ? undefined : await sent.find(quotes)
      const quoted =
        quotes === null ? undefined : { key: { remoteJid: to, id: quotes, fromMe: earlier !== undefined }, message: earlier ?? { conversation: '' } }
      const made = await socket.sendMessage(to, libraryContent(content, to), { messageId: id, ...(quoted && { quoted }) })
      if (made?.message) await sent.keep(id, made.message)
    },
    read: (chat: string, ids: string[]): Promise<void> => socket.readMessages(ids.map((id) => ({ remoteJid: chat, id, fromMe: false }))),
    compose: (to: string, typing: boolean): Promise<void> => socket.sendPresenceUpdate(typing ? 'composing' : 'paused', to),
    find: async (phone: string) => {
      const [found] = (await socket.onWhatsApp(phone)) ?? []
      return { exists: found?.exists === true, jid: found?.exists === true ? found.jid : null }
    },
    download: files.download,
    history: history.read,
    /** Of keys that are kept at hand for this line. */
    keyBytes: stored.bytes,
    /** Something in its own code threw where nobody could catch it: it cannot be trusted any more. */
    failed: (): void => fall(LINE_FAILED),
    /** The library's own way asks and hangs up, so that nobody knows whether the network heard it. */
    depart: async (): Promise<void> => {
      const leave = { tag: 'remove-companion-device', attrs: { jid: own.me!.id, reason: 'user_initiated' } }
      const answer: unknown = await socket.query(
        { tag: 'iq', attrs: { to: S_WHATSAPP_NET, type: 'set', xmlns: 'md' }, content: [leave] },
        way.departMs ?? DEPART_MS,
      )
      // The library answers with nothing when it waited in vain.
      if (answer === undefined) throw new Error('timed out')
    },
    close: (): Promise<void> => socket.end(undefined),
  }
}
export type EngineSession = ReturnType<typeof openSession>
