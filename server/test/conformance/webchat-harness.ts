import type { Address } from '#channels'
import type { FileRef, VisitorEvent, WebchatSettings } from '@chasqui/contracts'
import { absent } from '#platform/failure'
import { newId } from '#platform/ids'
import { createWebchat, type WebchatPorts } from '#webchat'
import { webchat } from '../../src/adapters/channels/webchat/index.ts'
import { tenantWithChannel, openTestDatabase } from '../simulator-setup.ts'
import type { Act, ChannelHarness, Got } from './harness.ts'

const settings: WebchatSettings = {
  secret: 'the secret of this chat',
  title: '',
  colour: '#2a54c8',
  greeting: '',
  offlineText: '',
  preChat: [],
  origins: [],
  language: 'auto',
  goesOnChannelId: null,
  shortcuts: [],
}
const at = '2026-03-02T12:00:00Z'
const customers: Address[] = [newId(), newId()].map((value) => ({ kind: 'webchat', value }))

const eventOf = (act: Act): unknown => {
  if (act.kind === 'status')
    return { type: 'status', messageId: act.messageId, status: act.status as 'read', at, visitorId: customers[0]!.value } satisfies VisitorEvent
  if (act.kind === 'reaction') throw new Error('Visitors do not react')
  const content = act.kind === 'text' ? { type: 'text', text: act.text } : { type: 'hologram', depth: 3 }
  const quotes = act.kind === 'text' ? (act.quotes ?? null) : null
  return { type: 'message', id: act.id, at, visitor: { id: act.from.value, name: 'Ana', email: null }, content, quotes } satisfies VisitorEvent
}

/** The adapter against the chats themselves, on a real database. */
export const startWebchat = async (): Promise<ChannelHarness> => {
  const { admin, clock, database, stop } = await openTestDatabase()
  const mine = await tenantWithChannel(admin, 'webchat')
  for (const { value } of customers)
    await admin.query('insert into webchat.visitor (tenant_id, channel_id, id, created_at, seen_at) values ($1, $2, $3, now(), now())', [
      mine.tenantId,
      mine.channelId,
      value,
    ])
  const files = new Map<string, { bytes: Uint8Array; mime: string; name: string }>()
  const storeFile = (bytes: Uint8Array, mime: string, name: string): FileRef => {
    const fileId = newId()
    files.set(fileId, { bytes, mime, name })
    return { fileId, state: 'stored', mime, name, size: bytes.length, providerMediaId: null }
  }
  let cuts = 0
  const unused = () => {
    throw new Error('not asked by the adapter')
  }
  const ports: WebchatPorts = {
    database: {
      inTenant: async (tenantId, work) => {
        if (cuts > 0 && cuts-- > 0) throw Object.assign(new Error('nobody there'), { code: 'ECONNREFUSED' })
        return database.inTenant(tenantId, work)
      },
    },
    hints: { changed: () => {}, onChanged: () => () => {} },
    log: { warn: () => {}, debug: () => {} },
    limiter: { take: unused },
    now: clock.now,
    newId,
    addressOf: unused,
    publicUrl: null,
    scriptFolder: '',
    sign: unused,
    verify: unused,
    isSigned: unused,
    chat: unused,
    service: unused,
    phoneOf: unused,
    takeIn: unused,
    keepFile: unused,
    describeFile: async (_tx, fileId) => {
      const file = files.get(fileId)
      return file ? { name: file.name, mime: file.mime, size: file.bytes.length, state: 'stored' } : null
    },
    fileUrl: (_tenantId, fileId) => `/api/files/${fileId}/content?t=signed`,
  }
  const adapter = webchat({ network: createWebchat(ports).network })
  return {
    adapter,
    account: { ...mine, settings },
    io: {
      request: async () => ({ result: 'refused', reason: 'no network in this test' }),
      readFile: async (fileId) => files.get(fileId) ?? Promise.reject(absent('file')),
      now: clock.now,
    },
    customers,
    needsNoSettings: true,
    lacks: ['reactions', 'sent', 'failed'],
    listened: (acts) =>
      acts.map((act) => ({
        eventId: act.kind === 'status' ? `${act.messageId}:${act.status}` : act.id,
        orderKey: act.kind === 'status' ? act.messageId : act.from.value,
        bulk: act.kind === 'status',
        account: null,
        payload: eventOf(act),
      })),
    body: unused,
    sign: unused,
    signatureHeader: '',
    provoke: (trouble) => {
      if (trouble === 'unreachable') cuts = 1
      return trouble === 'unreachable'
    },
    received: async () =>
      (
        await admin.query<Got>(
          `select visitor_id as "to", id as "clientRef", quoted as quotes, content->>'type' as type, id as "providerMessageId" from webchat.entry where by = 'business' order by at, position`,
        )
      ).rows,
    storeFile,
    vendorFile: (bytes, mime) => storeFile(bytes, mime, 'from a visitor').fileId!,
    close: stop,
  }
}
