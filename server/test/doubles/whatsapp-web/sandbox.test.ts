import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { createUntil } from '../../kit/until.ts'
import type { BareClientActs } from './bare-client.ts'
import { startRemote, type Remote } from './remote.ts'
import { startWhatsAppWeb, type WhatsAppWeb } from './start.ts'

const until = createUntil(() => () => {})
const business = '5491150000001'
const customer = '5491122334455'

type Client = Remote<BareClientActs>
type Update = { connection?: string; qr?: string; isNewLogin?: boolean; lastDisconnect?: { error?: { output?: { statusCode: number } } } }

const updates = async (client: Client): Promise<Update[]> =>
  (await client.seen()).flatMap((event) => (event.name === 'connection.update' ? [event.data as unknown as Update] : []))
const closedWith = async (client: Client): Promise<number | undefined> =>
  (await updates(client)).findLast(({ connection }) => connection === 'close')?.lastDisconnect?.error?.output?.statusCode
const closings = async (client: Client) => (await updates(client)).filter(({ connection }) => connection === 'close').length
const openings = async (client: Client) => (await updates(client)).filter(({ connection }) => connection === 'open').length

/** Connects again and waits until the line is open. */
const logIn = async (client: Client): Promise<void> => {
  const before = await openings(client)
  await client.connect()
  await until(async () => (await openings(client)) > before, 'logged in')
}

const isRefusal = ({ name, data }: { name: string; data: unknown }): boolean =>
  ['messages.upsert', 'messages.update'].includes(name) && JSON.stringify(data).includes('"messageStubParameters":["463"')

describe('the sandbox of WhatsApp Web, with the bare library', () => {
  let sandbox: WhatsAppWeb
  let client: Client
  let stop: () => Promise<void>
  before(async () => {
    sandbox = await startWhatsAppWeb()
    const remote = await startRemote<BareClientActs, null>(join(import.meta.dirname, 'bare-client.ts'), JSON.stringify(sandbox.where))
    ;[client, stop] = [remote.acts, remote.stop]
  })
  after(async () => {
    await stop()
    await sandbox.stop()
  })

  test('a QR that somebody scans makes a linked device, which has to come again', async () => {
    await client.connect()
    const { qr } = await until(async () => (await updates(client)).find(({ qr }) => qr), 'a QR')
    await sandbox.network.scan(qr!, business)
    await until(async () => (await closedWith(client)) === 515, 'sent away to come again')
    assert.ok((await updates(client)).some(({ isNewLogin }) => isNewLogin))
    await logIn(client)
    const { companions, lid } = await sandbox.network.person(business)
    assert.deepEqual([companions.length, companions[0]!.connected], [1, true])
    await until(async () => (await sandbox.network.person(business)).companions[0]!.preKeys > 100, 'keys for others')
    assert.match(lid, /@lid$/)
  })

  test('a QR is good for one device', async () => {
    const { qr } = (await updates(client)).find(({ qr }) => qr)!
    await assert.rejects(sandbox.network.scan(qr!, business), /not valid any more/)
  })

  test('texts go both ways, sealed for each side, under either name', async () => {
    for (const addressing of ['pn', 'lid'] as const) {
      const id = await sandbox.network.say(customer, business, { conversation: `hola ${addressing}` }, { addressing })
      const got = await until(() => client.message(id), 'the text')
      assert.equal(got.message.conversation, `hola ${addressing}`)
      assert.match(got.key.remoteJid, addressing === 'lid' ? /@lid$/ : /@s\.whatsapp\.net$/)
      await until(async () => (await sandbox.network.told(customer)).some((told) => told.id === id), 'its arrival told')
      await until(async () => (await sandbox.network.person(business)).companions[0]!.waiting.length === 0, 'acknowledged')
    }
    await client.send(`${customer}@s.whatsapp.net`, { text: 'bom dia' }, 'OURS1')
    const [answer] = await until(async () => (await sandbox.network.got(customer)).filter(({ id }) => id === 'OURS1'), 'the answer')
    assert.equal(answer?.message.extendedTextMessage?.text, 'bom dia')
    assert.ok(
      (await sandbox.network.got(business)).some(({ id }) => id === 'OURS1'),
      'the handset has a copy',
    )
    await sandbox.network.tell(customer, business, 'OURS1', 'read')
    const statuses = async () =>
      (await client.seen()).flatMap((event) => (event.name === 'messages.update' ? event.data : [])).filter(({ key }) => key.id === 'OURS1')
    await until(async () => (await statuses()).some(({ update }) => Number(update.status) === 4), 'read')
  })

  test('what is typed on the handset arrives as one’s own', async () => {
    const id = await sandbox.network.typeOnHandset(business, customer, { conversation: 'desde el teléfono' })
    const got = await until(() => client.message(id), 'the copy')
    assert.deepEqual([got.key.fromMe, got.key.remoteJid, got.message.conversation], [true, `${customer}@s.whatsapp.net`, 'desde el teléfono'])
  })

  test('files go both ways', async () => {
    const picture = Buffer.from('not really a picture, and as good as one'.repeat(50))
    const message = await sandbox.network.file('document', picture, { mimetype: 'application/pdf', fileName: 'a.pdf' })
    const id = await sandbox.network.say(customer, business, message)
    await until(() => client.message(id), 'the document')
    assert.deepEqual(Buffer.from(await client.download(id)), picture)
    await client.send(`${customer}@s.whatsapp.net`, { document: picture, mimetype: 'application/pdf', fileName: 'b.pdf' }, 'OURS2')
    const [got] = await until(async () => (await sandbox.network.got(customer)).filter(({ id }) => id === 'OURS2'), 'our document')
    assert.deepEqual(Buffer.from(await sandbox.network.openFile('document', got!.message)), picture)
  })

  test('what cannot be read is asked for again, and comes', async () => {
    const id = await sandbox.network.say(customer, business, { conversation: 'otra vez' }, { garbled: true })
    await until(async () => ((await client.message(id)) || null)?.message?.conversation === 'otra vez', 'the second copy')
    assert.ok((await sandbox.network.told(customer)).some((told) => told.id === id && told.type === 'retry'))
  })

  test('what comes while nobody listens waits for the next login', async () => {
    await sandbox.network.hangUp(business, 'cut')
    await until(async () => (await sandbox.network.person(business)).companions.every(({ connected }) => !connected), 'gone')
    const id = await sandbox.network.say(customer, business, { conversation: 'mientras tanto' })
    await logIn(client)
    assert.equal((await until(() => client.message(id), 'what waited')).message.conversation, 'mientras tanto')
  })

  for (const [how, code] of [
    ['closed', 428],
    ['cut', 428],
    ['restart', 515],
    ['unavailable', 503],
    ['silent', 408],
    ['replaced', 440],
  ] as const) {
    test(`a line that ends as ${how} gives ${code}`, async () => {
      const before = await closings(client)
      await sandbox.network.hangUp(business, how)
      await until(async () => (await closings(client)) > before, 'closed')
      assert.equal(await closedWith(client), code)
      await logIn(client)
    })
  }

  test('a restricted account may only answer', async () => {
    await sandbox.network.restrict(business, true)
    await client.send('5491199999999@s.whatsapp.net', { text: 'cold' }, 'COLD1')
    // The library folds a refusal that comes at once into the message that it tells of.
    await until(async () => (await client.seen()).some(isRefusal), 'refused')
    await client.send(`${customer}@s.whatsapp.net`, { text: 'warm' }, 'WARM1')
    await until(async () => (await sandbox.network.got(customer)).some(({ id }) => id === 'WARM1'), 'an answer')
  })

  test('a number is in use or not', async () => {
    await sandbox.network.unused(['5491100000000'])
    assert.equal((await client.exists('5491100000000'))?.exists ?? false, false)
    assert.equal((await client.exists(customer))?.exists, true)
  })

  test('logins are turned down, for a ban and for a device that was removed', async () => {
    for (const [reason, code] of [
      ['403', 403],
      ['401', 401],
    ] as const) {
      await sandbox.network.refuse(business, reason)
      const before = await closings(client)
      await (before === 0 ? client.connect() : sandbox.network.hangUp(business, 'cut'))
      await client.connect()
      await until(async () => (await closings(client)) > before && (await closedWith(client)) === code, `closed with ${code}`)
    }
  })
})

describe('linking by code', () => {
  test('a person types the code that the client shows', async () => {
    const sandbox = await startWhatsAppWeb()
    const { acts: client, stop } = await startRemote<BareClientActs, null>(join(import.meta.dirname, 'bare-client.ts'), JSON.stringify(sandbox.where))
    await client.connect()
    await until(async () => (await updates(client)).find(({ qr }) => qr), 'ready to link')
    const code = await client.code(business)
    assert.match(code, /^[0-9A-Z]{8}$/)
    await until(() => sandbox.network.enterCode(code, business).then(() => true, () => false), 'the code is known') // prettier-ignore
    await until(async () => (await closedWith(client)) === 515, 'sent away to come again')
    await logIn(client)
    assert.equal((await sandbox.network.person(business)).companions.length, 1)
    await stop()
    await sandbox.stop()
  })
})
