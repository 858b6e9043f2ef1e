import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { createUntil } from '../../kit/until.ts'
import type { BareClientActs } from './bare-client.ts'
import { link, startHost, type Product } from './host-kit.ts'
import { startRemote, type Remote } from './remote.ts'
import { startWhatsAppWeb, type WhatsAppWeb } from './start.ts'

const until = createUntil(() => () => {})
const business = '5491150000001'
const [first, second, third] = ['5491122334455', '5491122334466', '5491122334477'] as const
const channel = '120363099999999999@newsletter'

const waiting = async ({ network }: WhatsAppWeb) => (await network.person(business)).companions.flatMap((companion) => companion.waiting)

describe('groups of the sandbox, with the bare library', () => {
  let sandbox: WhatsAppWeb
  let client: Remote<BareClientActs>
  let stop: () => Promise<void>
  let group: string
  before(async () => {
    sandbox = await startWhatsAppWeb()
    const remote = await startRemote<BareClientActs, null>(join(import.meta.dirname, 'bare-client.ts'), JSON.stringify(sandbox.where))
    ;[client, stop] = [remote.acts, remote.stop]
    const updates = async () => (await client.seen()).flatMap((event) => (event.name === 'connection.update' ? [event.data] : []))
    await client.connect()
    const { qr } = await until(async () => (await updates()).find(({ qr }) => qr), 'a QR')
    await sandbox.network.scan(qr!, business)
    await until(async () => (await updates()).some(({ connection }) => connection === 'close'), 'sent away to come again')
    await client.connect()
    await until(async () => (await updates()).some(({ connection }) => connection === 'open'), 'open')
    group = await sandbox.network.makeGroup([first, second, business], 'Vecinos', true)
  })
  after(async () => {
    await stop()
    await sandbox.stop()
  })

  test('are opened by the keys of those who write there, which come with the first message of each', async () => {
    const ids = [
      await sandbox.network.sayInGroup(first, group, { conversation: 'uno' }),
      await sandbox.network.sayInGroup(first, group, { conversation: 'dos' }),
      await sandbox.network.sayInGroup(second, group, { conversation: 'tres' }),
    ]
    const read = await until(async () => {
      const messages = await Promise.all(ids.map((id) => client.message(id)))
      return messages.every(Boolean) && messages.map((message) => message && [message.key.remoteJid, message.key.participant, message.message.conversation])
    }, 'all read')
    assert.deepEqual(read, [
      [group, `${first}@s.whatsapp.net`, 'uno'],
      [group, `${first}@s.whatsapp.net`, 'dos'],
      [group, `${second}@s.whatsapp.net`, 'tres'],
    ])
    await until(async () => (await sandbox.network.told(first)).some(({ id }) => id === ids[0]), 'who wrote is told that it arrived')
  })

  test('so are what people show of their day and what a channel publishes', async () => {
    const status = await sandbox.network.postStatus(first, [business], { conversation: 'mi día' })
    const news = await sandbox.network.publish(channel, business, { conversation: 'novedades' })
    for (const [id, text, from] of [
      [status, 'mi día', 'status@broadcast'],
      [news, 'novedades', channel],
    ] as const) {
      const got = await until(() => client.message(id), text)
      assert.deepEqual([got.message.conversation, got.key.remoteJid], [text, from])
    }
  })

  test('are described to their members, who are told of changes', async () => {
    const { subject, size, announce } = await client.group(group)
    assert.deepEqual([subject, size, announce], ['Vecinos', 3, true])
    await sandbox.network.renameGroup(first, group, 'Vecinos del barrio')
    const renamed = async () => (await client.seen()).some(({ name, data }) => name === 'groups.update' && JSON.stringify(data).includes('del barrio'))
    await until(renamed, 'told of the new name')
    const foreign = await sandbox.network.makeGroup([first, second], 'Otros')
    await assert.rejects(client.group(foreign), /forbidden/)
  })
})

describe('groups beside a linked number', () => {
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
  const heard = () => product.happenings().flatMap((one) => (one.type === 'message' ? [one.providerMessageId] : []))
  const hears = async (from: string, text: string, options = {}) => {
    const id = await sandbox.network.say(from, business, { conversation: text }, options)
    await until(() => heard().includes(id), text)
    return id
  }
  /** What is kept of the session, without its last state: names of the keys. */
  const kept = () => [...product.kept.keys()].filter((name) => !/ (creds|pre-key|arrival) /.test(name)).toSorted()

  /** Everything that is no conversation with a customer; the ids under which the network waits for an acknowledgement. */
  const noise = async (): Promise<string[]> => {
    const { network } = sandbox
    const ids: string[] = []
    for (const subject of ['Vecinos', 'Familia', 'Anuncios']) {
      const group = await network.makeGroup([first, second, third, business], subject, subject === 'Anuncios')
      for (const member of [first, second, third, first, business]) ids.push(await network.sayInGroup(member, group, { conversation: `en ${subject}` }))
      await network.renameGroup(first, group, `${subject} 2`)
      await network.tellReadInGroup(second, group, `3EB0${subject}`)
    }
    for (const from of [first, second]) ids.push(await network.postStatus(from, [business], { conversation: 'mi día' }))
    ids.push(await network.publish(channel, business, { conversation: 'novedades' }))
    await network.staleGroups(business)
    return ids
  }

  test('what is said there is acknowledged unopened: nothing of it is heard, asked for again or kept', async () => {
    await hears(first, 'primero', { addressing: 'lid' })
    await until(async () => (await waiting(sandbox)).length === 0, 'nothing waits')
    const [before, items] = [kept(), product.happenings().length]
    const ids = await noise()
    await until(async () => (await waiting(sandbox)).length === 0, 'all of it acknowledged')
    const after = await hears(first, 'después')
    assert.deepEqual(product.happenings().slice(items).map((one) => one.type === 'message' && one.providerMessageId), [after]) // prettier-ignore
    assert.deepEqual(kept(), before)
    const told = await Promise.all([first, second, third, business].map((who) => sandbox.network.told(who)))
    assert.deepEqual(told.flat().filter(({ id }) => ids.includes(id)), []) // prettier-ignore
  })

  test('who was only heard of in groups writes by themselves, and is answered', async () => {
    for (const addressing of ['pn', 'lid'] as const) await hears(second, `hola, los vi en el grupo (${addressing})`, { addressing })
    await product.host.ask({
      type: 'send',
      session: 'one',
      to: `${second}@s.whatsapp.net`,
      id: '3EB0AA',
      content: { type: 'text', text: 'hola' },
      quotes: null,
    })
    await until(async () => (await sandbox.network.got(second)).some(({ id }) => id === '3EB0AA'), 'the answer')
  })

  test('a key to a group that comes within a message to the business is not kept', async () => {
    const group = await sandbox.network.makeGroup([third, business], 'Club')
    await hears(third, 'con llave', { keyOf: group })
    assert.deepEqual(kept().filter((name) => name.includes('sender-key')), []) // prettier-ignore
  })

  test('what waited while nobody held the line is passed over as well, and what was said to the business is not', async () => {
    await product.host.stop('one')
    await until(async () => (await sandbox.network.person(business)).companions.every(({ connected }) => !connected), 'away')
    const one = await sandbox.network.say(first, business, { conversation: 'antes' })
    await noise()
    const two = await sandbox.network.say(first, business, { conversation: 'entre medio' })
    const before = heard()
    product.host.start('one')
    await until(() => heard().includes(two), 'both')
    await until(async () => (await waiting(sandbox)).length === 0, 'all of it acknowledged')
    assert.deepEqual(heard().filter((id) => !before.includes(id)), [one, two]) // prettier-ignore
  })
})
