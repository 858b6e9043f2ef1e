import type { Account, Address, InboundItem } from '#channels'
import { wppconnect } from '../../src/adapters/channels/wppconnect/index.ts'
import { WppSettings } from '../../src/adapters/channels/wppconnect/settings.ts'
import { startWppServer, type Fault, type WppServer, type WppSession } from '../doubles/wppconnect/server.ts'
import { createFetchIo, type TestIo } from './fetch-io.ts'
import type { Act, ChannelHarness, Trouble } from './harness.ts'

const customers: Address[] = [
  { kind: 'phone', value: '5491122334455' },
  { kind: 'lid', value: '138437855341185' },
]
const chatOf = ({ kind, value }: Address): string => (kind === 'lid' ? `${value}@lid` : `${value}@c.us`)
const business = '5491150000001@c.us'

export type WppHarness = ChannelHarness & { account: Account<WppSettings>; server: WppServer; session: WppSession; io: TestIo }

/** The adapter with a linked session on the stand-in. The server signs nothing and sends the secret in the address, so that the door has cases of its own. */
export const startWppNumber = async (): Promise<WppHarness> => {
  const server = await startWppServer()
  const io = createFetchIo()
  const session = server.add('ventas')
  session.start({})
  await session.link(session.qr()!, '5491150000001')
  const settings = WppSettings.parse({ baseUrl: server.url, secretKey: server.secretKey, session: 'ventas', webhookSecret: 'secret_of-the-test-0123456789' })
  const adapter = wppconnect({ publicUrl: () => 'https://chat.example.org' })
  const sign = (body: Buffer) => ({ body, headers: {}, query: {}, secret: settings.webhookSecret })
  const opened = (act: Act): InboundItem[] => {
    const found = adapter.open(sign(Buffer.from(JSON.stringify({ session: 'ventas', ...eventOf(act) }))), settings)
    if (found.result !== 'items') throw new Error(found.result)
    return found.items
  }
  return {
    adapter,
    account: { channelId: '01900000-0000-7000-8000-0000000000c9', tenantId: '01900000-0000-7000-8000-0000000000a9', settings },
    io,
    server,
    session,
    customers,
    listened: (acts) => acts.flatMap(opened),
    signatureHeader: '',
    body: (acts) => Buffer.from(JSON.stringify({ session: 'ventas', ...eventOf(acts[0]!) })),
    sign,
    provoke: (trouble) => provoke(trouble, { server, io }),
    received: async () =>
      session.got.map(({ path, to, id, fields }) => ({
        to,
        clientRef: typeof fields['message'] === 'string' ? fields['message'] : null,
        quotes: typeof fields['messageId'] === 'string' ? fields['messageId'].split('_')[2]! : null,
        type: path,
        providerMessageId: id,
      })),
    storeFile: io.store,
    vendorFile: (bytes, mimetype) => {
      const id = `false_5491122334455@c.us_F${session.files.size}`
      session.files.set(id, { base64: Buffer.from(bytes).toString('base64'), mimetype })
      return id
    },
    close: server.close,
  }
}

const acks = { failed: -1, sent: 1, delivered: 2, read: 3 }

const eventOf = (act: Act): Record<string, unknown> => {
  if (act.kind === 'status') {
    const remote = chatOf(customers[0]!)
    return {
      event: 'onack',
      id: { fromMe: true, remote, id: act.messageId, _serialized: `true_${remote}_${act.messageId}` },
      ack: acks[act.status],
      t: 1_760_000_050,
    }
  }
  const chat = chatOf(act.from)
  if (act.kind === 'reaction')
    return {
      event: 'onreactionmessage',
      id: { fromMe: false, remote: chat, id: act.id, _serialized: `false_${chat}_${act.id}` },
      msgId: { fromMe: true, remote: chat, id: act.target, _serialized: `true_${chat}_${act.target}` },
      reactionText: act.emoji ?? '',
      timestamp: 1_760_000_000_000,
    }
  const common = {
    event: 'onmessage',
    id: `false_${chat}_${act.id}`,
    t: 1_760_000_000,
    timestamp: 1_760_000_000,
    notifyName: 'Ana',
    from: chat,
    to: business,
    fromMe: false,
  }
  if (act.kind === 'unknown') return { ...common, type: 'hologram', depth: 3 }
  return { ...common, type: 'chat', body: act.text, ...(act.quotes !== undefined && { quotedMsgId: act.quotes }) }
}

const scripts: Partial<Record<Trouble, Omit<Fault, 'times'>>> = {
  refused: { status: 400, body: { status: 'Error', message: 'Parâmetros inválidos' } },
  asked_to_wait: { status: 429, body: { message: 'Too Many Requests' }, headers: { 'retry-after': '7' } },
  rate_limited: { status: 429, body: { message: 'Too Many Requests' } },
  unavailable: { status: 503, body: { message: 'Service Unavailable' } },
  gibberish: { status: 201, body: '<html>' },
}

const provoke = (trouble: Trouble, { server, io }: { server: WppServer; io: TestIo }): boolean => {
  const script = scripts[trouble]
  if (trouble === 'unreachable') io.cutOff += 1
  else if (trouble === 'lost_answer') server.lose.next += 1
  else if (script) server.faults.push({ times: 1, ...script })
  return trouble === 'unreachable' || trouble === 'lost_answer' || script !== undefined
}
