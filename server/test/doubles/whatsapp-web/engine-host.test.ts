import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { link, startHost, type Product } from './host-kit.ts'
import { startWhatsAppWeb, type WhatsAppWeb } from './start.ts'
import { createUntil } from '../../kit/until.ts'
import { messageIdOf } from '../../../src/adapters/kits/whatsapp/message-id.ts'
import { readMediaId } from '../../../src/adapters/channels/whatsapp-web/media-ref.ts'
import type { EngineHost } from '../../../src/adapters/channels/whatsapp-web/engine/host.ts'

const until = createUntil(() => () => {})
const business = '5491150000001'
const customer = '5491122334455'
const customerJid = `${customer}@s.whatsapp.net`

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

  test('hears what was said while nobody held the line, whoever said it, in its order and once', async () => {
    await product.host.stop('one')
    await until(async () => (await sandbox.network.person(business)).companions.every(({ connected }) => !connected), 'away')
    const ids = [
      await sandbox.network.say(customer, business, { conversation: 'uno' }),
      await sandbox.network.typeOnHandset(business, customer, { conversation: 'dos' }),
      await sandbox.network.sayInGroup(customer, await sandbox.network.makeGroup([customer, business], 'Vecinos'), { conversation: 'a todos' }),
      await sandbox.network.say(customer, business, { conversation: 'tres' }, { addressing: 'lid' }),
    ]
    product.host.start('one')
    await product.is('connected')
    const heard = () => product.happenings().flatMap((one) => (one.type === 'message' && ids.includes(one.providerMessageId) ? [one.providerMessageId] : []))
    await until(() => heard().length >= 3, 'all of it')
    await until(async () => (await sandbox.network.person(business)).companions[0]!.waiting.length === 0, 'nothing waits at the network')
    assert.deepEqual(heard(), [ids[0], ids[1], ids[3]])
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
    await sandbox.network.loseFiles()
    const anew = (await product.host.ask({ type: 'download', session: 'one', media })) as { result: string; bytes: Uint8Array }
    assert.deepEqual([anew.result, anew.bytes], ['fetched', fetched.bytes], 'the telephone puts it there anew')
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

  test('a telephone that asks for a message again gets it, also after the process began anew', async () => {
    await send(product.host, 'm9', { type: 'text', text: 'otra vez' })
    await until(async () => (await got('m9')).length === 1, 'arrived')
    const before = product.states.length
    process.kill(product.host.processes()[0]!, 'SIGKILL')
    await product.fell(before)
    await product.is('connected')
    await sandbox.network.askAgain(customer, business, messageIdOf('m9'))
    const [, again] = await until(async () => (await got('m9')).length === 2 && got('m9'), 'again')
    assert.equal(again!.message.extendedTextMessage?.text, 'otra vez')
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
  test('who was just linked goes before those that wait for their turn; a device that the network knows already opens without being scanned', async () => {
    const sandbox = await startWhatsAppWeb()
    const product = startHost(sandbox, { opening: 1 })
    product.host.start('one')
    const { qr } = await product.is('qr', 'one')
    const others = Array.from({ length: 30 }, (_, index) => `other ${index}`)
    for (const other of others) product.host.start(other)
    await sandbox.network.scan(qr, business)
    await product.is('connected', 'one')
    const connectedAt = product.states.findIndex(([session, { state }]) => session === 'one' && state === 'connected')
    assert.ok(new Set(product.states.slice(0, connectedAt).flatMap(([session, { state }]) => (state === 'qr' ? [session] : []))).size < others.length)
    await product.store.set('known', await sandbox.network.linkAlready('5491150000003'))
    product.host.start('known')
    await product.is('connected', 'known')
    const id = await sandbox.network.say(customer, '5491150000003', { conversation: 'hola' })
    await until(() => product.happenings('known').some((one) => one.type === 'message' && one.providerMessageId === id), 'the message')
    await product.host.close()
    await sandbox.stop()
  })

  test('links by code, and one process’s end leaves the numbers of another connected', async () => {
    const sandbox = await startWhatsAppWeb()
    const product = startHost(sandbox, { perProcess: 1 })
    await link(product, sandbox, business, 'one')
    product.host.start('two', { codeFor: '5491150000002' })
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
    await product.host.ask({ type: 'depart', session: 'two' })
    await product.host.stop('two', true)
    assert.deepEqual((await sandbox.network.person('5491150000002')).companions, [], 'the device is removed')
    await product.host.close()
    await sandbox.stop()
  })

  for (const [what, signal] of [
    ['hangs', 'SIGSTOP'],
    ['keeps more and more bytes outside of its heap', 'SIGALRM'],
  ] as const)
    test(`a process that ${what} is ended, and its number is heard by another one`, async () => {
      const sandbox = await startWhatsAppWeb()
      const product = startHost(sandbox, { silentMs: 2000, memoryMb: 256 }, { healthMs: 100 })
      await link(product, sandbox, business)
      const [pid] = product.host.processes()
      const before = product.states.length
      process.kill(pid!, signal)
      await product.fell(before)
      await product.is('connected')
      assert.notEqual(product.host.processes()[0], pid)
      const id = await sandbox.network.say(customer, business, { conversation: 'sigo aquí' })
      await until(() => product.happenings().some((one) => one.type === 'message' && one.providerMessageId === id), 'the message')
      await product.host.close()
      await sandbox.stop()
    })

  test('whoever closes does not wait for a process that hangs', async () => {
    const sandbox = await startWhatsAppWeb()
    const product = startHost(sandbox)
    await link(product, sandbox, business)
    process.kill(product.host.processes()[0]!, 'SIGSTOP')
    await product.host.close()
    await sandbox.stop()
  })

  test('one line that fails in its own code leaves the other in the same process connected; the process tells how it is', async () => {
    const sandbox = await startWhatsAppWeb()
    const product = startHost(sandbox, {}, { healthMs: 100 })
    await link(product, sandbox, business, 'one')
    await link(product, sandbox, '5491150000002', 'two')
    const [pid] = product.host.processes()
    const before = product.states.length
    process.kill(pid!, 'SIGUSR2')
    await sandbox.network.hangUp('5491150000002', 'cut')
    const cause = () => product.states.slice(before).find(([, state]) => state.state === 'reconnecting' && state.cause === 'line_failed')
    await until(cause, 'the second line failed')
    assert.equal(cause()![0], 'two')
    await product.is('connected', 'two')
    assert.ok(!product.states.slice(before).some(([session]) => session === 'one'))
    assert.deepEqual(product.host.processes(), [pid])
    const [health] = await until(() => product.host.health().processes.length > 0 && product.host.health().processes, 'told how it is')
    assert.ok(health!.memoryBytes > 0 && health!.memoryShare < 1)
    assert.ok(product.host.health().reconnects > 0)
    const loads = await until(() => {
      const both = ['one', 'two'].map((session) => product.host.load(session)?.memory)
      return both.every((memory) => memory?.lines === 2) && both
    }, 'told what each line takes')
    const [all, each] = [loads[0]!.processBytes, loads.map((memory) => memory!.lineBytes)]
    assert.ok(
      each.every((bytes) => bytes > all / 4 && bytes < all * 0.75),
      `${each} of ${all}`,
    )
    assert.equal(product.host.load('three'), null)
    await product.host.close()
    await sandbox.stop()
  })
})
