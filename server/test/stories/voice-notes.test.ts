import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { conversationRoutes as routes, fileRoutes, type Message } from '@chasqui/contracts'
import type { Customer } from '../doubles/graph-api/inbound.ts'
import type { GraphApi } from '../doubles/graph-api/server.ts'
import { startBesideGraph } from '../kit/beside-graph.ts'
import { recording } from '../kit/media.ts'
import type { RunningProduct } from '../kit/product.ts'
import { upload } from '../kit/upload.ts'
import { connectNumber, conversationsOf, threadOf, type Number } from '../kit/whatsapp.ts'

let graph: GraphApi
let the: RunningProduct
let number: Number
let id: string
const customer: Customer & { phone: string } = { phone: '5491144440001', name: 'Ana' }
before(async () => {
  ;({ graph, the } = await startBesideGraph())
  number = await connectNumber(the.url, the.owner.api)
  await number.say(customer, 'hola')
  await the.idle()
  id = (await conversationsOf(the.owner.api, number.channelId))[0]!.id
})

const file = (fileId: string, mime: string) => ({ fileId, state: 'stored' as const, mime, name: null, size: null, providerMediaId: null })
const speak = (fileId: string, mime = 'audio/webm'): Promise<Message> =>
  the.owner.api.ask(routes.send, { params: { id }, body: { content: { type: 'audio', voice: true, file: file(fileId, mime) }, takeFloor: true } })

test('what a browser records arrives as a native voice note', async () => {
  const sent = await upload(the.owner.api, { bytes: await recording(2), type: 'audio/webm;codecs=opus', name: 'nota.webm' })
  assert.equal(sent.status, 201, sent.text)
  assert.equal(sent.body.mime, 'audio/webm')
  const message = await speak(sent.body.id)
  assert.ok(message.content.type === 'audio')
  assert.notEqual(message.content.file.fileId, sent.body.id)
  assert.deepEqual([message.content.file.mime, message.content.file.name], ['audio/ogg; codecs=opus', 'nota.ogg'])
  await the.idle()
  const last = graph.ledger.received.filter(({ to }) => to === customer.phone).at(-1)
  assert.equal(last?.type, 'audio')
  const [shown] = (await threadOf(the.owner.api, id)).filter((one) => one.id === message.id)
  assert.ok(shown?.content.type === 'audio')
  assert.equal(shown.status !== 'failed', true)
  const { look, size, url } = shown.content.file
  assert.ok(Math.abs((look?.seconds ?? 0) - 2) < 0.1)
  assert.ok(look?.waveform && look.waveform.length > 20 && Math.max(...look.waveform) === 100 && Math.min(...look.waveform) < 60)
  const heard = await fetch(`${the.url}${url}`)
  const bytes = Buffer.from(await heard.arrayBuffer())
  assert.deepEqual([heard.headers.get('content-type'), bytes.toString('latin1', 0, 4), bytes.byteLength], ['audio/ogg; codecs=opus', 'OggS', size])
})

test('the same recording said twice is made once; one that is a voice note already stays itself', async () => {
  const { body } = await upload(the.owner.api, { bytes: await recording(1), type: 'audio/webm', name: 'a.webm' })
  const [first, second] = [await speak(body.id), await speak(body.id)]
  assert.ok(first.content.type === 'audio' && second.content.type === 'audio')
  assert.equal(first.content.file.fileId, second.content.file.fileId)
  const native = await upload(the.owner.api, { bytes: await recording(1, 'ogg'), type: 'audio/ogg; codecs=opus', name: 'b.ogg' })
  const third = await speak(native.body.id, 'audio/ogg')
  assert.ok(third.content.type === 'audio')
  assert.equal(third.content.file.fileId, native.body.id)
})

test('cut off while it was being made, it is made again by whoever needs it', async () => {
  const { body } = await upload(the.owner.api, { bytes: await recording(1), type: 'audio/webm', name: 'corte.webm' })
  const message = await speak(body.id)
  assert.ok(message.content.type === 'audio')
  await the.idle()
  const made = message.content.file.fileId!
  const state = async () => (await the.owner.api.ask(fileRoutes.read, { params: { id: made } })).state
  // As a kill leaves it: the bytes may lie there, or half of nothing, and the row does not know.
  await the.admin.query(`update files.file set state = 'making', sha256 = '', size = 0 where id = $1`, [made])
  assert.equal(await state(), 'making')
  const { url } = await the.owner.api.ask(fileRoutes.read, { params: { id: made } })
  const bodies = await Promise.all([1, 2, 3].map(async () => Buffer.from(await (await fetch(`${the.url}${url}`)).arrayBuffer())))
  assert.deepEqual(
    bodies.map((bytes) => bytes.toString('latin1', 0, 4)),
    ['OggS', 'OggS', 'OggS'],
  )
  assert.equal(await state(), 'stored')
})

test('what ended the process whenever it was read is not read for ever', async () => {
  const { body } = await upload(the.owner.api, { bytes: await recording(1), type: 'audio/webm', name: 'veneno.webm' })
  const message = await speak(body.id)
  assert.ok(message.content.type === 'audio')
  await the.idle()
  const params = { id: message.content.file.fileId! }
  await the.admin.query(`update files.file set state = 'making', openings = 3 where id = $1`, [params.id])
  assert.equal((await fetch(`${the.url}${(await the.owner.api.ask(fileRoutes.read, { params })).url}`)).status, 404)
  const left = await the.owner.api.ask(fileRoutes.read, { params })
  assert.deepEqual([left.state, Boolean(left.failure)], ['failed', true])
})

test('a recording that cannot become one is refused with the reason, a broken one fails with it', async () => {
  const document = await upload(the.owner.api, { bytes: 'hola', type: 'text/plain', name: 'hola.txt' })
  const problem = await the.owner.api.refused(422, routes.send, {
    params: { id },
    body: { content: { type: 'audio', voice: true, file: file(document.body.id, 'audio/webm') }, takeFloor: true },
  })
  assert.equal(problem.code, 'file.voice_not_convertible')
  const whole = await recording(2)
  const broken = await upload(the.owner.api, { bytes: whole.slice(0, 60), type: 'audio/webm', name: 'c.webm' })
  assert.equal(broken.status, 201, broken.text)
  const message = await speak(broken.body.id)
  await the.idle()
  const [shown] = (await threadOf(the.owner.api, id)).filter((one) => one.id === message.id)
  assert.deepEqual([shown?.status, shown?.error?.code], ['failed', 'file.not_convertible'])
  assert.ok(shown?.content.type === 'audio')
  const made = await the.owner.api.ask(fileRoutes.read, { params: { id: shown.content.file.fileId! } })
  assert.equal(made.state, 'failed')
  assert.ok(made.failure)
})
