import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, describe, test } from 'node:test'
import { createUntil } from '../../kit/until.ts'
import { link, startHost, type Product } from './host-kit.ts'
import { memoryStore } from './memory-store.ts'
import { startWhatsAppWeb, type WhatsAppWeb } from './start.ts'

const until = createUntil(() => () => {})
const business = '5491150000001'
const customer = '5491122334455'

/** Causes of waiting that were told since. */
const causes = ({ states }: Product, since: number): string[] =>
  states.slice(since).flatMap(([, state]) => (state.state === 'reconnecting' ? [state.cause] : []))

describe('what a screen would say of a line that does not go on', () => {
  let sandbox: WhatsAppWeb
  let product: Product
  before(async () => {
    sandbox = await startWhatsAppWeb()
    product = startHost(sandbox)
    await link(product, sandbox, business)
  })
  after(async () => {
    await product.host.close()
    await sandbox.stop()
  })

  for (const [how, number, cause] of [
    ['cut', 428, 'line_broken'],
    ['closed', 428, 'line_broken'],
    ['unavailable', 503, 'network_unavailable'],
    ['silent', 408, 'network_silent'],
  ] as const) {
    test(`${number}, ${how}: waits because of ${cause}, tells until when, and comes back`, async () => {
      const since = product.states.length
      await sandbox.network.hangUp(business, how)
      await until(() => causes(product, since).length > 0, 'waiting')
      assert.deepEqual(causes(product, since), [cause])
      const waiting = product.states.slice(since).find(([, { state }]) => state === 'reconnecting')![1]
      assert.ok(waiting.state === 'reconnecting' && waiting.retryAt > Date.now() - 90_000 && waiting.attempts === 1)
      await product.is('connected')
    })
  }

  test('515: comes back at once, without waiting', async () => {
    const since = product.states.length
    await sandbox.network.hangUp(business, 'restart')
    await until(() => product.states.length > since && product.host.state('one')?.state === 'connected', 'back')
    assert.deepEqual(causes(product, since), [])
  })

  for (const [number, cause] of [
    ['403', 'banned'],
    ['405', 'outdated'],
    ['411', 'not_multi_device'],
  ] as const) {
    test(`${number} at login: stops because of ${cause}, and keeps its credentials`, async () => {
      await sandbox.network.refuse(business, number)
      await sandbox.network.hangUp(business, 'cut')
      assert.equal((await product.is('error')).cause, cause)
      await sandbox.network.refuse(business, null)
      await product.host.stop('one')
      product.host.start('one')
      await product.is('connected')
    })
  }

  test('440: stops because it was replaced', async () => {
    await sandbox.network.hangUp(business, 'replaced')
    assert.equal((await product.is('error')).cause, 'replaced')
    await product.host.stop('one')
    product.host.start('one')
    await product.is('connected')
  })

  test('463: the account may only answer, which the refused message tells; the line stays', async () => {
    const since = product.states.length
    await sandbox.network.restrict(business, true)
    await product.host.ask({
      type: 'send',
      session: 'one',
      to: '5491199999999@s.whatsapp.net',
      id: '3EB0COLD',
      content: { type: 'text', text: 'x' },
      quotes: null,
    })
    await until(() => product.happenings().some((one) => one.type === 'status' && one.error?.code === 'whatsapp-web.463'), 'refused')
    assert.equal(product.states.length, since)
    await sandbox.network.restrict(business, false)
  })

  test('401 at login: logged out, because the device was removed', async () => {
    await sandbox.network.refuse(business, '401')
    await sandbox.network.hangUp(business, 'cut')
    assert.equal((await product.is('logged_out')).cause, 'device_removed')
  })
})

describe('an account whose devices have to show a passkey', () => {
  for (const way of ['qr', 'code'] as const) {
    test(`by ${way}: stops because of it, keeps nothing, and is linked once none is asked for`, async () => {
      const sandbox = await startWhatsAppWeb()
      const product = startHost(sandbox)
      const { network } = sandbox
      const begin = async (): Promise<void> => {
        product.host.start('one', { codeFor: way === 'code' ? business : null })
        if (way === 'qr') return network.scan((await product.is('qr')).qr, business)
        const { code } = await product.is('code')
        await until(() => network.enterCode(code, business).then(() => true, () => false), 'the code is known') // prettier-ignore
      }
      await network.askPasskey(business, true)
      await begin()
      assert.equal((await product.is('error')).cause, 'passkey_required')
      assert.deepEqual([...product.kept.keys()], [])
      await product.host.stop('one')
      await network.askPasskey(business, false)
      await begin()
      await product.is('connected')
      await product.host.close()
      await sandbox.stop()
    })
  }
})

describe('trouble on our side and lines that only seem to live', () => {
  test('a line that answers and brings nothing is opened anew, and what waited is heard', async () => {
    const sandbox = await startWhatsAppWeb()
    const product = startHost(sandbox, {}, { deafMs: 2000 })
    await link(product, sandbox, business)
    const since = product.states.length
    await sandbox.network.hangUp(business, 'deaf')
    const id = await sandbox.network.say(customer, business, { conversation: 'nadie me oye' })
    await until(() => product.happenings().some((one) => one.type === 'message' && one.providerMessageId === id), 'what waited')
    assert.equal(causes(product, since)[0], 'network_deaf')
    await product.host.close()
    await sandbox.stop()
  })

  test('a message that cannot be stored ends the line, and is heard later, once', async () => {
    const sandbox = await startWhatsAppWeb()
    const heard: unknown[] = []
    let broken = false
    const product = startHost(sandbox, {
      heard: async (_, payload) => {
        if (broken) throw new Error('the disk is full')
        heard.push(payload)
      },
    })
    await link(product, sandbox, business)
    const since = product.states.length
    broken = true
    const id = await sandbox.network.say(customer, business, { conversation: 'a pesar de todo' })
    await until(() => causes(product, since).includes('store_unavailable'), 'trouble of ours is told as such')
    assert.ok(!JSON.stringify(heard).includes(id))
    broken = false
    await until(() => JSON.stringify(heard).includes(id), 'heard')
    await product.is('connected')
    assert.equal(heard.filter((payload) => JSON.stringify(payload).includes(`"id":"${id}"`)).length, 1)
    await product.host.close()
    await sandbox.stop()
  })

  test('keys that cannot be kept end the line before anything is said to the network; the message waits there', async () => {
    const sandbox = await startWhatsAppWeb()
    const { store } = memoryStore()
    let broken = false
    const set: typeof store.set = async (session, changes) => {
      if (broken) throw new Error('the disk is full')
      await store.set(session, changes)
    }
    const product = startHost(sandbox, { store: { ...store, set } })
    await link(product, sandbox, business)
    const since = product.states.length
    broken = true
    const id = await sandbox.network.say(customer, business, { conversation: 'sin perder nada' })
    await until(() => causes(product, since).includes('store_unavailable'), 'trouble of ours is told as such')
    assert.deepEqual((await sandbox.network.person(business)).companions[0]!.waiting, [id])
    assert.deepEqual(await sandbox.network.told(customer), [])
    broken = false
    await until(() => product.happenings().some((one) => one.type === 'message' && one.providerMessageId === id), 'heard')
    await product.host.close()
    await sandbox.stop()
  })
})

describe('a server that does not get to the network', () => {
  /** What answers in the network's place, and by which address it is sought; `status`: what it says to whoever wants a line. */
  const somebodyElse = async (status: number) => {
    const server = createServer()
    server.on('upgrade', (_, socket) => void socket.end(`HTTP/1.1 ${status} No\r\n\r\n`))
    await new Promise<void>((ready) => void server.listen(0, '127.0.0.1', ready))
    return { at: `127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() }
  }
  const ways: [string, { status?: number; url(at: string): string }, string][] = [
    ['whose name nobody knows', { url: () => 'ws://nobody.invalid/' }, 'network_name_unknown'],
    ['where nobody answers', { url: () => 'ws://127.0.0.1:9/' }, 'network_unreachable'],
    ['where something answers that does not speak its secret', { url: (at) => `wss://${at}/` }, 'network_untrusted'],
    ['behind a proxy that wants to know who asks', { status: 401, url: (at) => `ws://${at}/` }, 'network_barred'],
    ['behind a filter that forbids it', { status: 403, url: (at) => `ws://${at}/` }, 'network_barred'],
    ['that has too much to do', { status: 503, url: (at) => `ws://${at}/` }, 'network_unavailable'],
  ]
  let sandbox: WhatsAppWeb
  let linked: Product
  before(async () => {
    sandbox = await startWhatsAppWeb()
    linked = startHost(sandbox)
    await link(linked, sandbox, business)
    await linked.host.close()
  })
  after(() => sandbox.stop())

  for (const [where, { status = 200, url }, cause] of ways)
    test(`${where}: says so to who links a number and to who has one, tries again, and keeps its keys`, async () => {
      const other = await somebodyElse(status)
      const product = startHost({ ...sandbox, where: { ...sandbox.where, url: url(other.at) } }, { store: linked.store })
      const keys = linked.kept.size
      for (const session of ['one', 'new']) product.host.start(session)
      for (const session of ['one', 'new']) {
        const waiting = await product.is('reconnecting', session)
        assert.deepEqual([waiting.cause, waiting.attempts], [cause, 1])
      }
      assert.equal(linked.kept.size, keys)
      await product.host.close()
      other.close()
    })
})
