import { whatsappCloud } from '../../src/adapters/channels/whatsapp-cloud/index.ts'
import type { CloudSettings } from '../../src/adapters/channels/whatsapp-cloud/settings.ts'
import type { Failure } from '../doubles/graph-api/faults.ts'
import { change, message, reaction, status, text, webhookBody, type Customer } from '../doubles/graph-api/inbound.ts'
import { startGraphApi, type GraphApi } from '../doubles/graph-api/server.ts'
import { metaJson, signWebhook } from '../doubles/graph-api/signed-webhook.ts'
import type { Account, Address } from '#channels'
import { createFetchIo, type TestIo } from './fetch-io.ts'
import type { Act, ChannelHarness, Trouble } from './harness.ts'

const settings = {
  phoneNumberId: '106000000000001',
  businessAccountId: '102000000000001',
  callsPerSecond: 80,
  accessToken: 'EAAtest0access0token',
  appSecret: 'app-secret-of-the-test',
  verifyToken: 'verify-token-of-the-test',
}

/** The adapter against the stand-in of the Graph API over real HTTP. */
export const startWhatsappCloud = async (): Promise<ChannelHarness & { account: Account<CloudSettings>; api: GraphApi; io: TestIo }> => {
  const api = await startGraphApi({ accessToken: settings.accessToken })
  const io = createFetchIo()
  return {
    adapter: whatsappCloud({ graphUrl: api.url, graphVersion: 'v26.0' }),
    account: { channelId: '01900000-0000-7000-8000-0000000000c1', tenantId: '01900000-0000-7000-8000-0000000000a1', settings },
    io,
    api,
    customers: [
      { kind: 'phone', value: '5491122334455' },
      { kind: 'bsuid', value: 'AR.1000200030004000' },
      { kind: 'phone', value: '34600111222' },
    ],
    signatureHeader: 'x-hub-signature-256',
    body: (acts) => Buffer.from(metaJson(bodyOf(acts))),
    sign: (body) => ({ body, headers: signWebhook(body, settings.appSecret).headers, query: {} }),
    provoke: (trouble) => provoke(trouble, api, io),
    received: async () => api.ledger.received.map(({ to, clientRef, quotes, type, wamid }) => ({ to, clientRef, quotes, type, providerMessageId: wamid })),
    storeFile: io.store,
    vendorFile: (bytes, mime) => api.media.add(Buffer.from(bytes), mime).id,
    close: api.close,
  }
}

const customerOf = (address: Address): Customer => (address.kind === 'phone' ? { phone: address.value, name: 'Ana' } : { userId: address.value, name: 'Ana' })

const messageOf = (act: Exclude<Act, { kind: 'status' }>) => {
  const from = customerOf(act.from)
  if (act.kind === 'text') return text(from, act.text, { id: act.id, ...(act.quotes !== undefined && { quotes: act.quotes }) })
  return act.kind === 'reaction' ? reaction(from, act.target, act.emoji, { id: act.id }) : message(from, 'hologram', { hologram: { depth: 3 } }, { id: act.id })
}

const statusOf = (act: Extract<Act, { kind: 'status' }>) =>
  status(act.messageId, act.status, {
    recipient_id: '5491122334455',
    ...(act.status === 'failed' && { errors: [{ code: 131026, title: 'Message undeliverable' }] }),
  })

/** Each act in a change of its own, in the order given, so that a batch is many changes. */
const bodyOf = (acts: Act[]) =>
  webhookBody(
    acts.map((act) => change(act.kind === 'status' ? { statuses: [statusOf(act)] } : { messages: [messageOf(act)], contacts: [customerOf(act.from)] })),
    settings.businessAccountId,
    1_760_000_000,
  )

const scripts: Partial<Record<Trouble, Omit<Failure, 'times'>>> = {
  refused: { code: 131051 },
  window_closed: { code: 131047 },
  // Meta's own text quotes the token.
  bad_token: { code: 190, details: `Malformed access token ${settings.accessToken}` },
  asked_to_wait: { status: 503, retryAfter: 7 },
  rate_limited: { code: 130429, retryAfter: 3 },
  recipient_limited: { code: 131056 },
  unavailable: { status: 503, retryAfter: 7 },
  gibberish: { status: 200, text: '<html>' },
}

const provoke = (trouble: Trouble, api: GraphApi, io: TestIo): boolean => {
  if (trouble === 'unreachable') io.cutOff += 1
  else if (trouble === 'lost_answer') api.faults.loseNext += 1
  else api.faults.failures.push({ times: 1, ...scripts[trouble] })
  return true
}
