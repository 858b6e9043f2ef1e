import { randomUUID } from 'node:crypto'
import type { Account, Address, ChannelAdapter } from '#channels'
import type { Failure } from '../doubles/graph-api/faults.ts'
import type { Shape } from '../doubles/graph-api/shape-checks.ts'
import { metaJson, signWebhook } from '../doubles/graph-api/signed-webhook.ts'
import type { Platform } from '../doubles/messenger-api/check-message.ts'
import { delivered, echoOf, envelope, reacted, said, seen } from '../doubles/messenger-api/inbound.ts'
import { startMessengerApi, type MessengerApi } from '../doubles/messenger-api/server.ts'
import { createFetchIo, type TestIo } from './fetch-io.ts'
import type { Act, ChannelHarness, Lack, Trouble } from './harness.ts'

export type Messaging<Settings> = ChannelHarness & { account: Account<Settings>; api: MessengerApi; io: TestIo }

type Wishes<Settings> = {
  platform: Platform
  accountId: string
  token: string
  settings: Settings & { appSecret: string }
  adapter(url: string): ChannelAdapter<Settings>
  kind: Address['kind']
  lacks: readonly Lack[]
}

/** An adapter of Messenger or Instagram against their stand-in over real HTTP. */
export const startMessaging = async <Settings extends Record<string, unknown>>(wishes: Wishes<Settings>): Promise<Messaging<Settings>> => {
  const { platform, accountId, token, settings, kind } = wishes
  const api = await startMessengerApi({ platform, accountId, accessToken: token })
  const io = createFetchIo()
  const customers: Address[] = [
    { kind, value: '7000000000000221' },
    { kind, value: '7000000000000544' },
  ]
  return {
    adapter: wishes.adapter(api.url),
    account: { channelId: '01900000-0000-7000-8000-0000000000c1', tenantId: '01900000-0000-7000-8000-0000000000a1', settings },
    io,
    api,
    customers,
    lacks: wishes.lacks,
    signatureHeader: 'x-hub-signature-256',
    body: (acts) =>
      Buffer.from(
        metaJson(
          envelope(
            platform,
            accountId,
            acts.map((act) => eventOf(platform, accountId, customers[0]!.value, act)),
          ),
        ),
      ),
    sign: (body) => ({ body, headers: signWebhook(body, settings.appSecret).headers, query: {} }),
    provoke: (trouble) => provoke(trouble, api, io, token),
    received: async () =>
      api.received.map(({ to, mid, text, metadata, quotes, type }) => ({
        to,
        clientRef: metadata?.replace('chasqui:', '') ?? (text || null),
        quotes,
        type,
        providerMessageId: mid,
      })),
    storeFile: io.store,
    vendorFile: (bytes, mime) => api.serveFile(bytes, mime),
    close: api.close,
  }
}

const eventOf = (platform: Platform, accountId: string, reader: string, act: Act): Shape => {
  switch (act.kind) {
    case 'text':
      return said(
        accountId,
        act.from.value,
        act.id,
        { text: act.text, ...(act.quotes !== undefined && { reply_to: { mid: act.quotes } }) },
        { at: 1_760_000_000_123 },
      )
    case 'unknown':
      return said(accountId, act.from.value, act.id, { attachments: [{ type: 'hologram', payload: { depth: 3 } }] })
    case 'reaction':
      return reacted(accountId, act.from.value, act.target, act.emoji)
    case 'status':
      if (platform === 'instagram') return seen(accountId, reader, act.messageId)
      return act.status === 'sent'
        ? echoOf(accountId, reader, { mid: act.messageId, message: { text: 'hola' }, appId: '1', metadata: `chasqui:${randomUUID()}` })
        : delivered(accountId, reader, [act.messageId])
  }
}

const scripts = (token: string): Partial<Record<Trouble, Omit<Failure, 'times'>>> => ({
  refused: { code: 551 },
  window_closed: { code: 10, subcode: 2018278 },
  bad_token: { code: 190, subcode: 463, details: `Error validating access token ${token}` },
  asked_to_wait: { status: 503, retryAfter: 7 },
  rate_limited: { code: 613 },
  unavailable: { status: 503, retryAfter: 7 },
  gibberish: { status: 200, text: '<html>' },
})

const provoke = (trouble: Trouble, api: MessengerApi, io: TestIo, token: string): boolean => {
  const script = scripts(token)[trouble]
  if (trouble === 'unreachable') io.cutOff += 1
  else if (trouble === 'lost_answer') api.faults.loseNext += 1
  else if (script) api.faults.failures.push({ times: 1, ...script })
  else return false
  return true
}
