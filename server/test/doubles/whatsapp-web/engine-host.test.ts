import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { startWhatsAppWeb, type WhatsAppWeb } from './start.ts'
import { createUntil } from '../../kit/until.ts'
import { interpretPayload } from '../../../src/adapters/channels/whatsapp-web/interpret.ts'
import { messageIdOf } from '../../../src/adapters/channels/whatsapp-web/message-id.ts'
import { readMediaId } from '../../../src/adapters/channels/whatsapp-web/media-ref.ts'
import type { SessionState } from '../../../src/adapters/channels/whatsapp-web/session-state.ts'
import { memoryStore } from './memory-store.ts'
import { createEngineHost, type EngineHost, type HostOptions } from '../../../src/adapters/channels/whatsapp-web/engine/host.ts'

const until = createUntil(() => () => {})
const business = '5491150000001'
const customer = '5491122334455'
const customerJid = `${customer}@s.whatsapp.net`

/** The product's side of the engine: what it was told, session by session. */
const startHost = (sandbox: WhatsAppWeb, options: Partial<HostOptions> = {}) => {
  const { store, kept } = memoryStore()
  const states: [string, SessionState][] = []
  const items: [string, unknown][] = []
  const entry = { file: join(import.meta.dirname, 'engine-entry.ts'), given: [JSON.stringify(sandbox.where)] }
  const host = createEngineHost({
    store,
    entry,
    changed: (session, state) => states.push([session, state]),
    heard: async (session, payload) => void items.push([session, payload]),
    random: () => 0,
    lastedMs: 0,
    ...options,
  })
  const happenings = (session = 'one') => items.filter(([of]) => of === session).flatMap(([, payload]) => interpretPayload(payload))
  const is = async <State extends SessionState['state']>(state: State, session = 'one') =>
    until(() => {
      const now = host.state(session)
      return now?.state === state && (now as Extract<SessionState, { state: State }>)
    }, `${session} is ${state}`)
  /** Short states are looked for in what was told: they may be over before one looks. */
  const fell = async (before: number, session = 'one') =>
    until(() => states.slice(before).some(([of, { state }]) => of === session && state === 'reconnecting'), `${session} fell`)
  return { host, kept, states, happenings, is, fell }
}
type Product = ReturnType<typeof startHost>

const link = async ({ host, is }: Product, sandbox: WhatsAppWeb, phone: string, session = 'one'): Promise<void> => {
  host.start(session)
  await sandbox.network.scan((await is('qr', session)).qr, phone)
  await is('connected', session)
}

const send = (host: EngineHost, ref: string, content: object) =>
  host.ask({ type: 'send', session: 'one', to: customerJid, id: messageIdOf(ref), content, quotes: null } as Parameters<EngineHost['ask']>[0])

describe('a linked number', () => {
  let sandbox: WhatsAppWeb
  let product: Product
  before(async () => {
    sandbox = await startWhatsAppWeb()
    product = startHost(sandbox)
  })
  after(async () => {
    await product.host.close()
    await sandbox.stop()
  })
  const got = async (ref: string) => (await sandbox.network.got(customer)).filter(({ id }) => id === messageIdOf(ref))

  test('goes through its states: connecting, QR, linking, connected', async () => {
    await link(product, sandbox, business)
    const seen = product.states.map(([, { state }]) => state)
    assert.deepEqual([...new Set(seen)], ['connecting', 'qr', 'linking', 'connected'])
    const state = await product.is('connected')
    assert.match(state.jid, new RegExp(`^${business}:`))
    assert.ok(product.kept.has('one creds self'))
  })

  test('hears a customer under both names, and the network hears that it arrived', async () => {
    const id = await sandbox.network.say(customer, business, { conversation: 'hola' }, { addressing: 'lid' })
    const message = await until(() => product.happenings().find((one) => one.type === 'message' && one.providerMessageId === id), 'the message')
    assert.ok(message.type === 'message')
    assert.deepEqual([message.content, message.origin, message.profileName], [{ type: 'text', text: 'hola' }, 'contact', 'Person 4455'])
    assert.deepEqual(message.from.map(({ kind }) => kind), ['phone', 'lid']) // prettier-ignore
    assert.equal(message.from[0]!.value, customer)
    await until(async () => (await sandbox.network.told(customer)).some((told) => told.id === id), 'arrival told')
  })

  test('hears what is typed on the handset as the business’s own', async () => {
    const id = await sandbox.network.typeOnHandset(business, customer, { conversation: 'yo sigo' })
    const message = await until(() => product.happenings().find((one) => one.type === 'message' && one.providerMessageId === id), 'the message')
    assert.ok(message.type === 'message' && message.origin === 'handset' && message.from[0]!.value === customer)
  })

  test('sends under an id made of ours, and hears what became of it; its own message is no news', async () => {
    await send(product.host, 'm1', { type: 'text', text: 'buen día' })
    const [arrived] = await until(async () => (await got('m1')).length > 0 && got('m1'), 'arrived')
    assert.equal(arrived!.message.extendedTextMessage?.text, 'buen día')
    await sandbox.network.tell(customer, business, messageIdOf('m1'), 'read')
    const statuses = () => product.happenings().flatMap((one) => (one.type === 'status' && one.providerMessageId === messageIdOf('m1') ? [one.status] : []))
    await until(() => statuses().includes('read'), 'read')
    assert.deepEqual([...new Set(statuses())], ['sent', 'delivered', 'read'])
    assert.ok(!product.happenings().some((one) => one.type === 'message' && one.providerMessageId === messageIdOf('m1')))
  })

  test('sends again as the same message', async () => {
    await send(product.host, 'm1', { type: 'text', text: 'buen día' })
    await until(async () => (await got('m1')).length === 2, 'both copies')
    assert.equal(new Set((await got('m1')).map(({ id }) => id)).size, 1)
  })

  test('files go both ways', async () => {
    const bytes = Buffer.from('%PDF-1.4 un precio'.repeat(100))
    await send(product.host, 'm2', { type: 'document', bytes, mime: 'application/pdf', name: 'precios.pdf', caption: 'los precios' })
    const [sent] = await until(async () => (await got('m2')).length > 0 && got('m2'), 'the document')
    const { documentWithCaptionMessage } = sent!.message
    assert.deepEqual(Buffer.from(await sandbox.network.openFile('document', documentWithCaptionMessage?.message ?? sent!.message)), bytes)
    const id = await sandbox.network.say(customer, business, await sandbox.network.file('document', bytes, { mimetype: 'application/pdf', fileName: 'a.pdf' }))
    const message = await until(() => product.happenings().find((one) => one.type === 'message' && one.providerMessageId === id), 'the document')
    assert.ok(message.type === 'message' && message.content.type === 'document')
    const media = readMediaId(message.content.file.providerMediaId!)!
    const fetched = (await product.host.ask({ type: 'download', session: 'one', media })) as { result: string; bytes: Uint8Array }
    assert.deepEqual(Buffer.from(fetched.bytes), bytes)
    await sandbox.network.forgetFiles()
    assert.equal(((await product.host.ask({ type: 'download', session: 'one', media })) as { result: string }).result, 'gone')
  })

  test('knows whether a number is in use', async () => {
    await sandbox.network.unused(['5491100000000'])
    assert.deepEqual(await product.host.ask({ type: 'find', session: 'one', phone: '5491100000000' }), { exists: false, jid: null })
    assert.deepEqual(await product.host.ask({ type: 'find', session: 'one', phone: customer }), { exists: true, jid: customerJid })
  })

  test('a restricted account is told of by the message that it refused', async () => {
    await sandbox.network.restrict(business, true)
    await product.host.ask({ type: 'send', session: 'one', to: '5491199999999@s.whatsapp.net', id: messageIdOf('cold'), content: { type: 'text', text: 'x' }, quotes: null }) // prettier-ignore
    const status = await until(() => product.happenings().find((one) => one.type === 'status' && one.status === 'failed'), 'refused')
    assert.ok(status.type === 'status' && status.error?.code === 'whatsapp-web.463')
    await sandbox.network.restrict(business, false)
  })

  for (const how of ['cut', 'unavailable', 'restart', 'silent'] as const) {
    test(`comes back after the line ended (${how}), and has what came meanwhile`, async () => {
      await sandbox.network.hangUp(business, how)
      const id = await sandbox.network.say(customer, business, { conversation: `durante ${how}` })
      await until(() => product.happenings().some((one) => one.type === 'message' && one.providerMessageId === id), 'what came meanwhile')
      await product.is('connected')
    })
  }

  test('comes back when its process is killed', async () => {
    const [pid] = product.host.processes()
    const before = product.states.length
    process.kill(pid!, 'SIGKILL')
    await product.fell(before)
    const id = await sandbox.network.say(customer, business, { conversation: 'sigo aquí' })
    await until(() => product.happenings().some((one) => one.type === 'message' && one.providerMessageId === id), 'what came meanwhile')
    assert.notEqual(product.host.processes()[0], pid)
  })

  test('stops where another program took its place, and keeps its credentials', async () => {
    await sandbox.network.hangUp(business, 'replaced')
    assert.equal((await product.is('error')).cause, 'replaced')
    assert.ok(product.kept.has('one creds self'))
    await product.host.stop('one')
    product.host.start('one')
    await product.is('connected')
  })

  test('is logged out when the device is removed, and forgets what is worthless then', async () => {
    await sandbox.network.hangUp(business, 'logged-out')
    assert.equal((await product.is('logged_out')).cause, 'device_removed')
    assert.deepEqual([...product.kept.keys()].filter((key) => key.startsWith('one ')), []) // prettier-ignore
  })
})

describe('numbers beside each other', () => {
  test('links by code, and one process’s end leaves the numbers of another connected', async () => {
    const sandbox = await startWhatsAppWeb()
    const product = startHost(sandbox, { perProcess: 1 })
    await link(product, sandbox, business, 'one')
    product.host.start('two', '5491150000002')
    const { code } = await product.is('code', 'two')
    await until(() => sandbox.network.enterCode(code, '5491150000002').then(() => true, () => false), 'the code is known') // prettier-ignore
    await product.is('connected', 'two')
    const [first, second] = product.host.processes()
    assert.ok(first !== undefined && second !== undefined)
    const before = product.states.length
    process.kill(first, 'SIGKILL')
    await product.fell(before, 'one')
    assert.equal(product.host.state('two')?.state, 'connected')
    await product.is('connected', 'one')
    await product.host.stop('two', true)
    await until(async () => (await sandbox.network.person('5491150000002')).companions.length === 0, 'the device is removed')
    await product.host.close()
    await sandbox.stop()
  })
})
