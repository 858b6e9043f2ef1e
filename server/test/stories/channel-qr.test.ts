import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import sharp from 'sharp'
import { channelRoutes, numberRoutes } from '@chasqui/contracts'
import { channelCalled } from '../../src/cli/commands/channel-qr.ts'
import { followLinking, type LinkingNews } from '../../src/cli/linking/follow-linking.ts'
import type { WhatsAppWeb } from '../doubles/whatsapp-web/start.ts'
import type { RunningProduct } from '../kit/product.ts'
import { simulatorOf } from '../kit/simulator.ts'
import { addNumber, lineIs, linkNumber, startBesideWhatsAppWeb } from '../kit/whatsapp-web.ts'

/** What links a number, asked for over HTTP and at the machine’s command line. */
let sandbox: WhatsAppWeb
let the: RunningProduct
let id: string
before(async () => {
  ;({ sandbox, the } = await startBesideWhatsAppWeb())
  ;({ id } = await addNumber(the.owner.api))
  await lineIs(the, id, 'qr')
})

test('the channel and the only number show the code of the line, as text and as a picture, to whoever may manage channels', async () => {
  const { qr } = await lineIs(the, id, 'qr')
  const code = await the.owner.api.ask(channelRoutes.qr, { params: { id } })
  assert.deepEqual([code.status, code.qr], ['connecting', qr])
  assert.equal((await the.owner.api.ask(numberRoutes.qr)).qr, qr)
  for (const path of [`/api/channels/${id}/qr`, '/api/whatsapp/qr']) {
    const answer = await fetch(`${the.url}${path}`, { headers: { authorization: `Bearer ${the.owner.api.token}`, accept: 'image/png' } })
    assert.deepEqual([answer.status, answer.headers.get('content-type'), answer.headers.get('cache-control')], [200, 'image/png', 'no-store'])
    assert.equal((await sharp(Buffer.from(await answer.arrayBuffer())).metadata()).format, 'png')
  }
  const agent = await the.addMember(the.owner.tenantId, 'agent')
  for (const path of [`/api/channels/${id}/qr`, '/api/whatsapp/qr']) assert.equal((await agent.api.send('GET', path)).status, 403)
})

test('its page and the list say that it waits for a telephone, until one has linked it', async () => {
  const own = await addNumber(the.owner.api)
  await lineIs(the, own.id, 'qr')
  const linkOf = async () => [
    (await the.owner.api.ask(channelRoutes.read, { params: { id: own.id } })).link,
    (await the.owner.api.ask(channelRoutes.list)).items.find((one) => one.id === own.id)!.link,
  ]
  assert.deepEqual(await linkOf(), ['scan', 'scan'])
  await linkNumber(the, sandbox, own.id, '5491150000078')
  assert.deepEqual(await linkOf(), [null, null])
  await sandbox.network.hangUp('5491150000078', 'logged-out')
  await the.until(async () => (await linkOf())[0] === 'again', 'it waits for a telephone again')
  await the.owner.api.ask(channelRoutes.remove, { params: { id: own.id } })
})

test('a channel that nothing has to link has no code', async () => {
  const params = { id: await simulatorOf(the.owner.api) }
  assert.deepEqual(await the.owner.api.ask(channelRoutes.qr, { params }), { status: 'connected', qr: null, image: null, code: null, until: null })
})

test('at the command line the code is shown until the telephone has scanned it', async () => {
  const { operations } = the.product
  const channel = channelCalled(await operations.listChannels(), 'WhatsApp por QR')
  assert.equal(channel.id, id)
  const told: LinkingNews[] = []
  const scanned: Promise<void>[] = []
  const tell = (news: LinkingNews) => {
    told.push(news)
    if (news.is === 'qr' && scanned.length === 0) scanned.push(sandbox.network.scan(news.text, '5491150000077'))
  }
  const read = () => operations.readLinking(channel.tenantId, channel.id)
  const end = await followLinking({ read, tell, patience: 60_000, signal: new AbortController().signal, every: 200 })
  await Promise.all(scanned)
  assert.deepEqual(end, { end: 'linked', address: '+5491150000077' })
  assert.equal(told[0]?.is, 'qr')
})

test('a channel is named by its id or its name; what is there twice, or not at all, is refused with what to write', async () => {
  await addNumber(the.owner.api)
  const channels = await the.product.operations.listChannels()
  assert.equal(channelCalled(channels, id.toUpperCase()).id, id)
  assert.throws(() => channelCalled(channels, 'WhatsApp por QR'), /2 channels are called/)
  assert.throws(() => channelCalled(channels, 'nadie'), /no channel "nadie"/)
})
