import { randomUUID } from 'node:crypto'
import type { Address, ChannelAdapter, LineState } from '#channels'
import { whatsappWeb } from '../../src/adapters/channels/whatsapp-web/index.ts'
import { itemsOf } from '../../src/adapters/channels/whatsapp-web/items.ts'
import { mediaId, type MediaRef } from '../../src/adapters/channels/whatsapp-web/media-ref.ts'
import { WhatsAppWebSettings } from '../../src/adapters/channels/whatsapp-web/settings.ts'
import { leadEngineTo } from '../doubles/whatsapp-web/lead-engine.ts'
import { memoryStore } from '../doubles/whatsapp-web/memory-store.ts'
import { startWhatsAppWeb, type WhatsAppWeb } from '../doubles/whatsapp-web/start.ts'
import { createUntil } from '../kit/until.ts'
import { createFetchIo, type TestIo } from './fetch-io.ts'
import type { Act, ChannelHarness } from './harness.ts'

const until = createUntil(() => () => {})
export const business = '5491150000001'
export const customer = '5491122334455'

export type WhatsAppWebHarness = ChannelHarness & { io: TestIo; network: WhatsAppWeb['network'] }

/** The adapter with a number linked on the sandbox, over the engine's own process. */
export const startLinkedNumber = async (): Promise<WhatsAppWebHarness> => {
  const { network, where, stop } = await startWhatsAppWeb()
  leadEngineTo(where)
  const { adapter, close } = whatsappWeb({ store: memoryStore().store, random: () => 0, lastedMs: 0 })
  const io = createFetchIo()
  const account = { channelId: randomUUID(), tenantId: randomUUID(), settings: WhatsAppWebSettings.parse({}) }
  const end = new AbortController()
  let line: LineState = { state: 'connecting' }
  const told = async (state: LineState): Promise<void> => void (line = state)
  const ended = adapter.listen!({ account, io, signal: end.signal, place: null, store: async () => {}, alive: () => {}, line: told })
  const is = <State extends LineState['state']>(state: State) =>
    until(() => line.state === state && (line as Extract<LineState, { state: State }>), `the line is ${state}`)
  await network.scan((await is('qr')).qr, business)
  await is('connected')
  const lid: Address = { kind: 'lid', value: (await network.person(customer)).lid.split('@')[0]! }
  const stored = new Map<string, Promise<string>>()

  /** A line that breaks is back in a moment: what is to meet none has to hurry, all else waits for it. */
  let cutOff = 0
  const meeting = async <Result>(act: () => Promise<Result>): Promise<Result> => {
    if (cutOff === 0) await is('connected')
    else {
      cutOff -= 1
      await network.refuse(business, '503')
      await network.hangUp(business, 'cut')
      await until(() => line.state !== 'connected', 'the line broke')
      try {
        return await act()
      } finally {
        await network.refuse(business, null)
      }
    }
    return act()
  }
  const met: ChannelAdapter<WhatsAppWebSettings> = {
    ...adapter,
    send: (...given) => meeting(() => adapter.send(...given)),
    markRead: (...given) => meeting(() => adapter.markRead!(...given)),
    fetchMedia: (id, ...given) => meeting(async () => adapter.fetchMedia!((await stored.get(id)) ?? id, ...given)),
  }
  return {
    adapter: met,
    account,
    io,
    network,
    needsNoSettings: true,
    customers: [{ kind: 'phone', value: customer }, lid],
    listened: (acts) => acts.flatMap((act) => itemsOf(toldOf(act), 0)),
    body: () => Buffer.alloc(0),
    sign: (body) => ({ body, headers: {}, query: {} }),
    signatureHeader: '',
    provoke: (trouble) => {
      if (trouble !== 'unreachable') return false
      cutOff += 1
      return true
    },
    received: async () =>
      (await network.got(customer)).map(({ id, to, message }) => ({
        to: to.split('@')[0]!,
        clientRef: message.extendedTextMessage?.text ?? message.conversation ?? null,
        quotes: message.extendedTextMessage?.contextInfo?.stanzaId ?? null,
        type: Object.keys(message)[0] ?? '',
        providerMessageId: id,
      })),
    storeFile: io.store,
    vendorFile: (bytes, mime) => {
      const name = randomUUID()
      const place = network.file('image', Buffer.from(bytes), { mimetype: mime })
      stored.set(
        name,
        place.then(({ imageMessage }) => mediaId(refOf(imageMessage!, mime))),
      )
      return name
    },
    close: async () => {
      end.abort()
      await ended
      await close()
      await stop()
    },
  }
}

type Placed = { directPath?: string | null; mediaKey?: Uint8Array | null }
const refOf = ({ directPath, mediaKey }: Placed, mime: string): MediaRef => ({
  kind: 'image',
  path: directPath!,
  key: Buffer.from(mediaKey!).toString('base64'),
  sealedHash: '',
  hash: '',
  mime,
  chat: `${customer}@s.whatsapp.net`,
  messageId: 'm-1',
  mine: false,
})

/** What the engine tells of an act. */
const toldOf = (act: Act): unknown => {
  if (act.kind === 'status') {
    const { messageId, status } = act
    if (status === 'sent' || status === 'failed')
      return { kind: 'ack', id: messageId, to: `${customer}@s.whatsapp.net`, at: 1_760_000_000, error: status === 'failed' ? '463' : null }
    return { kind: 'receipt', ids: [messageId], from: `${customer}@s.whatsapp.net`, at: 1_760_000_000, ...(status === 'read' && { type: 'read' }) }
  }
  const remoteJid = act.from.kind === 'lid' ? `${act.from.value}@lid` : `${act.from.value}@s.whatsapp.net`
  const common = { key: { remoteJid, fromMe: false, id: act.id }, messageTimestamp: 1_760_000_000, pushName: 'Ana' }
  return { kind: 'message', message: { ...common, message: saidIn(act) } }
}

const saidIn = (act: Exclude<Act, { kind: 'status' }>): unknown => {
  switch (act.kind) {
    case 'text':
      return { extendedTextMessage: { text: act.text, ...(act.quotes !== undefined && { contextInfo: { stanzaId: act.quotes } }) } }
    case 'reaction':
      return { reactionMessage: { key: { id: act.target }, text: act.emoji ?? '' } }
    case 'unknown':
      return { hologramMessage: { depth: 3 } }
  }
}
