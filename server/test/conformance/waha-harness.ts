import { createHmac } from 'node:crypto'
import type { Account, Address } from '#channels'
import { waha } from '../../src/adapters/channels/waha/index.ts'
import { fileId } from '../../src/adapters/channels/waha/media.ts'
import { wahaSettings, type WahaSettings } from '../../src/adapters/channels/waha/settings.ts'
import { startWaha, type Fault, type WahaServer } from '../doubles/waha/server.ts'
import type { Session } from '../doubles/waha/session.ts'
import { createFetchIo, type TestIo } from './fetch-io.ts'
import type { Act, ChannelHarness, Trouble } from './harness.ts'

const customers: Address[] = [
  { kind: 'phone', value: '5491122334455' },
  { kind: 'lid', value: '138437855341185' },
]
const chatOf = ({ kind, value }: Address): string => (kind === 'lid' ? `${value}@lid` : `${value}@c.us`)

export type WahaHarness = ChannelHarness & { account: Account<WahaSettings>; server: WahaServer; session: Session; io: TestIo }

/** The adapter with a linked session on the stand-in. */
export const startWahaNumber = async (engine: 'NOWEB' | 'WEBJS'): Promise<WahaHarness> => {
  const server = await startWaha({ engine })
  const io = createFetchIo()
  const session = server.add('ventas')
  session.start()
  await session.link(session.qr(), '5491150000001')
  const settings = wahaSettings({ hosts: false }).parse({
    baseUrl: server.url,
    apiKey: server.apiKey,
    session: 'ventas',
    hmacKey: 'hmac-key-of-the-test-0123456789',
  })
  return {
    adapter: waha({ publicUrl: () => 'https://chat.example.org', hosting: null }),
    account: { channelId: '01900000-0000-7000-8000-0000000000c8', tenantId: '01900000-0000-7000-8000-0000000000a8', settings },
    io,
    server,
    session,
    customers,
    oneByOne: true,
    signatureHeader: 'x-webhook-hmac',
    body: ([act]) => session.envelope(...eventOf(act!)),
    sign: (body) => ({ body, query: {}, headers: { 'x-webhook-hmac': createHmac('sha512', settings.hmacKey).update(body).digest('hex') } }),
    provoke: (trouble) => provoke(trouble, { server, io }),
    received: async () =>
      session.got.map(({ path, to, id, fields }) => ({
        to,
        clientRef: typeof fields['text'] === 'string' ? fields['text'] : null,
        quotes: typeof fields['reply_to'] === 'string' ? fields['reply_to'].split('_')[2]! : null,
        type: path,
        providerMessageId: id,
      })),
    storeFile: io.store,
    vendorFile: (bytes, mime) => fileId({ url: session.file(Buffer.from(bytes), mime).url, chat: '5491122334455@c.us', id: 'm-1', at: 1_760_000_000 }),
    close: server.close,
  }
}

const acks = { failed: -1, sent: 1, delivered: 2, read: 3 }

const eventOf = (act: Act): [string, Record<string, unknown>] => {
  if (act.kind === 'status') {
    const chat = chatOf(customers[0]!)
    return ['message.ack', { id: `true_${chat}_${act.messageId}`, from: '5491150000001@c.us', to: chat, fromMe: true, ack: acks[act.status], ackName: '' }]
  }
  const chat = chatOf(act.from)
  const common = { id: `false_${chat}_${act.id}`, timestamp: 1_760_000_000.25, from: chat, fromMe: false, source: 'app', to: '5491150000001@c.us' }
  if (act.kind === 'reaction')
    return ['message.reaction', { ...common, participant: null, reaction: { text: act.emoji ?? '', messageId: `true_${chat}_${act.target}` } }]
  const said =
    act.kind === 'text' ? { body: act.text, ...(act.quotes !== undefined && { replyTo: { id: act.quotes, body: '…' } }) } : { hologram: { depth: 3 } }
  return ['message.any', { ...common, body: '', hasMedia: false, media: null, location: null, vCards: [], _data: { notifyName: 'Ana' }, ...said }]
}

const scripts: Partial<Record<Trouble, Omit<Fault, 'times'>>> = {
  refused: { status: 400, body: { message: ['text must be a string'], error: 'Bad Request', statusCode: 400 } },
  bad_token: { status: 401, body: { message: 'Unauthorized', statusCode: 401 } },
  asked_to_wait: { status: 503, body: '', headers: { 'retry-after': '7' } },
  rate_limited: { status: 429, body: { message: 'Too Many Requests' } },
  unavailable: { status: 422, body: { error: 'Session status is not as expected', session: 'ventas', status: 'STARTING', expected: ['WORKING'] } },
  gibberish: { status: 201, body: '<html>' },
}

const provoke = (trouble: Trouble, { server, io }: { server: WahaServer; io: TestIo }): boolean => {
  // An engine that keeps our ids leaves no doubt: what may have left is sent again as the same message.
  if (server.engine === 'NOWEB' && (trouble === 'lost_answer' || trouble === 'gibberish')) return false
  const script = scripts[trouble]
  if (trouble === 'unreachable') io.cutOff += 1
  else if (trouble === 'lost_answer') server.lose.next += 1
  else if (script) server.faults.push({ times: 1, ...script })
  return trouble === 'unreachable' || trouble === 'lost_answer' || script !== undefined
}
