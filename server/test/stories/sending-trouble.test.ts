import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { channelRoutes, conversationRoutes as routes, operationRoutes as queue, type Message } from '@chasqui/contracts'
import { noFaults, type Failure } from '../doubles/graph-api/faults.ts'
import { change, status, webhookBody } from '../doubles/graph-api/inbound.ts'
import { startGraphApi, type GraphApi } from '../doubles/graph-api/server.ts'
import { startBesideGraph } from '../kit/beside-graph.ts'
import type { Person, RunningProduct } from '../kit/product.ts'
import { connectNumber, conversationsOf, threadOf, type Number } from '../kit/whatsapp.ts'

let graph: GraphApi
let the: RunningProduct
let number: Number
let owner: Person
before(async () => {
  ;({ graph, the } = await startBesideGraph())
  owner = the.owner
})
// The one of the moment: a test ends it and begins another.
after(() => graph.close())

let people = 0
let phone: string
let id: string
/** Each test has a number and a customer of its own, whose window is open. */
beforeEach(async () => {
  Object.assign(graph.faults, noFaults())
  number = await connectNumber(the.url, owner.api, { flow: false })
  phone = `549116666${String((people += 1)).padStart(4, '0')}`
  await number.say({ phone, name: `Cliente ${people}` }, 'hola')
  await the.idle()
  id = (await conversationsOf(owner.api, number.channelId))[0]!.id
})

const fail = (...failures: Failure[]) => void Object.assign(graph.faults, { failures })
const say = (words: string): Promise<Message> =>
  owner.api.ask(routes.send, { params: { id }, body: { content: { type: 'text', text: words }, takeFloor: true } })
const shown = async (message: Message) => (await threadOf(owner.api, id)).find((one) => one.id === message.id)!
const becomes = (message: Message, expected: Message['status']) =>
  the.until(async () => {
    const now = await shown(message)
    return now.status === expected && now
  }, `the message is ${expected}`)
const entry = (message: Message) => owner.api.ask(queue.queueRead, { params: { id: message.id } })
const waits = (message: Message, attempts: number) =>
  the.until(async () => {
    const now = await entry(message)
    return now.state === 'retry' && now.attempts === attempts && now
  }, `try ${attempts} failed`)
const received = () => graph.ledger.received.filter((message) => message.to === phone).map((message) => message.text)
/** A status that Meta reports for one of our messages. */
const report = (wamid: string, name: string, more: object = {}) =>
  number.post(webhookBody([change({ number, statuses: [status(wamid, name, { ...more })] })], number.waba))
/** Time passes; access tokens do not outlive it, so the owner signs in again. */
const later = async (seconds: number) => {
  await the.clock.advance(seconds * 1000)
  if (seconds > 600) owner = await the.signIn(the.owner.email)
}
const stateOf = async () => (await owner.api.ask(channelRoutes.read, { params: { id: number.channelId } })).state

describe('trouble that passes', () => {
  test('WhatsApp is busy: tried again after 2, 4 and 8 seconds, then failed, and a person may send it again', async () => {
    fail({ times: 4, code: 131016 })
    const message = await say('con paciencia')
    for (const [attempt, seconds] of [
      [1, 2],
      [2, 4],
      [3, 8],
    ] as const) {
      const { notBefore } = await waits(message, attempt)
      const wait = (Date.parse(notBefore) - (await the.clock.now()).getTime()) / 1000
      assert.ok(wait > seconds - 1.5 && wait <= seconds * 1.25, `try ${attempt} waits ${wait} s`)
      await later(seconds * 1.25)
      // Several failures in a row open the breaker of the channel; a probe follows after it.
      await later(1)
    }
    const failed = await becomes(message, 'failed')
    assert.deepEqual([failed.error?.code, failed.error?.retryable, received()], ['whatsapp.131016', true, []])
    assert.equal((await owner.api.ask(queue.queue, { query: { state: 'failed', channelId: number.channelId } })).items[0]!.id, message.id)
    const again = await owner.api.ask(routes.retry, { params: { id, messageId: message.id } })
    assert.deepEqual([again.status, again.error], ['pending', null])
    await becomes(message, 'sent')
    assert.deepEqual(received(), ['con paciencia'])
    await owner.api.refused(409, routes.retry, { params: { id, messageId: message.id } })
  })

  test('Retry-After is honoured', async () => {
    fail({ times: 1, status: 429, retryAfter: 40, text: '{}' })
    const message = await say('más tarde')
    const { notBefore } = await waits(message, 1)
    const wait = (Date.parse(notBefore) - (await the.clock.now()).getTime()) / 1000
    assert.ok(wait >= 38 && wait <= 50, `${wait} s`)
    await later(51)
    await becomes(message, 'sent')
    assert.deepEqual(received(), ['más tarde'])
  })

  test('WhatsApp cannot be reached at all: what is written leaves when it is back, once and in order', async () => {
    const port = Number(new URL(graph.url).port)
    await graph.close()
    const written = [await say('uno'), await say('dos'), await say('tres')]
    await the.until(async () => (await entry(written[0]!)).attempts >= 1, 'the first try failed')
    graph = await startGraphApi({ port })
    for (let minute = 0; minute < 4; minute++) await later(60)
    await becomes(written[2]!, 'sent')
    assert.deepEqual(received(), ['uno', 'dos', 'tres'])
  })

  test('what waits keeps its order', async () => {
    fail({ times: 1, code: 131016, to: phone })
    const first = await say('primero')
    await waits(first, 1)
    const second = await say('segundo')
    assert.deepEqual(received(), [])
    await later(4)
    await becomes(second, 'sent')
    assert.deepEqual(received(), ['primero', 'segundo'])
  })
})

describe('trouble that stays', () => {
  test('131047: failed with its cause, at once or by a later status', async () => {
    fail({ times: 1, code: 131047, details: 'More than 24 hours have passed' })
    const failed = await becomes(await say('tarde'), 'failed')
    assert.deepEqual([failed.error?.code, failed.error?.detail, failed.error?.retryable], ['whatsapp.131047', 'More than 24 hours have passed', false])
    fail()
    const sent = await becomes(await say('otra'), 'sent')
    await report(sent.providerMessageId!, 'failed', { errors: [{ code: 131047, title: 'Re-engagement message', error_data: { details: 'Too late' } }] })
    assert.equal((await becomes(sent, 'failed')).error?.code, 'whatsapp.131047')
  })

  test('a message that failed by a later status can be sent again', async () => {
    const sent = await becomes(await say('de nuevo'), 'sent')
    await report(sent.providerMessageId!, 'failed', { errors: [{ code: 131026, title: 'Undeliverable' }] })
    await becomes(sent, 'failed')
    await owner.api.ask(routes.retry, { params: { id, messageId: sent.id } })
    const again = await becomes(sent, 'sent')
    assert.deepEqual(received(), ['de nuevo', 'de nuevo'])
    await report(graph.ledger.received.findLast((one) => one.to === phone)!.wamid, 'delivered')
    await becomes(again, 'delivered')
  })

  test('a dead token: the channel pauses and says why; what is written waits, and leaves when the account works again', async () => {
    fail({ times: 1, code: 190, details: 'Session has expired EAAB1234567890abc' })
    await becomes(await say('con token muerto'), 'failed')
    const channel = await owner.api.ask(channelRoutes.read, { params: { id: number.channelId } })
    assert.deepEqual([channel.state, typeof channel.stateDetail], ['paused', 'string'])
    assert.ok(!JSON.stringify(await threadOf(owner.api, id)).includes('EAAB1234567890abc'), 'no token on a screen')
    const home = await owner.api.send<{ attention: { kind: string }[] }>('GET', '/api/home')
    assert.ok(home.body.attention.some(({ kind }) => kind === 'channel_down'))
    const waiting = await say('espera')
    await owner.api.ask(channelRoutes.connect, { params: { id: number.channelId } })
    assert.equal(await stateOf(), 'connected')
    await becomes(waiting, 'sent')
    assert.deepEqual(received(), ['espera'])
  })

  test('what only a person can put right stands in the log, and other messages go on', async () => {
    fail({ times: 1, code: 131042, details: 'Payment method missing' })
    await becomes(await say('sin pago'), 'failed')
    const sent = await becomes(await say('otra'), 'sent')
    await report(sent.providerMessageId!, 'failed', { errors: [{ code: 131045, title: 'Not registered' }] })
    await becomes(sent, 'failed')
    await report('wamid.OF_ANOTHER_PROGRAM', 'failed', { errors: [{ code: 131044, title: 'Request limit' }] })
    await the.idle()
    await later(90)
    await the.idle()
    const logged = (await owner.api.ask(channelRoutes.logs, { params: { id: number.channelId } })).items.filter(({ level }) => level === 'error')
    assert.deepEqual(logged.map(({ event }) => event).toSorted(), ['whatsapp.131042', 'whatsapp.131044', 'whatsapp.131045'])
    assert.equal(await stateOf(), 'connected')
  })

  test('a ban that only a later status tells stops the channel', async () => {
    const sent = await becomes(await say('antes'), 'sent')
    await report(sent.providerMessageId!, 'failed', { errors: [{ code: 131031, title: 'Account locked' }] })
    await becomes(sent, 'failed')
    await the.idle()
    assert.equal(await stateOf(), 'paused')
  })

  test('131050: the person wants no more promotions, whether the answer says so or a later status', async () => {
    const allowed = async () =>
      (await the.admin.query<{ marketing_allowed: boolean | null }>('select marketing_allowed from contacts.contact where phone = $1', [`+${phone}`])).rows[0]!
        .marketing_allowed
    assert.equal(await allowed(), null)
    fail({ times: 1, code: 131050 })
    await becomes(await say('promo'), 'failed')
    assert.equal(await allowed(), false)
    await the.admin.query('update contacts.contact set marketing_allowed = true where phone = $1', [`+${phone}`])
    const sent = await becomes(await say('otra promo'), 'sent')
    await report(sent.providerMessageId!, 'failed', { recipient_id: phone, errors: [{ code: 131050 }] })
    await becomes(sent, 'failed')
    assert.equal(await allowed(), false)
    await the.admin.query('update contacts.contact set marketing_allowed = true where phone = $1', [`+${phone}`])
    const last = await becomes(await say('la última'), 'sent')
    await report(last.providerMessageId!, 'failed', { recipient_id: undefined, errors: [{ code: 131050 }] })
    await becomes(last, 'failed')
    assert.equal(await allowed(), false, 'also where the status does not say who that is')
  })

  test('a failure may come without its reason, and a late tick does not revive the message', async () => {
    for (const more of [{ errors: [] }, { errors: null }, { errors: [null, 7, {}] }, { errors: [{ code: 'x', title: 5, error_data: null }] }, {}]) {
      const sent = await becomes(await say('sin motivo'), 'sent')
      await report(sent.providerMessageId!, 'failed', { ...more, recipient_id: null, pricing: null, conversation: 7, timestamp: 5 })
      const failed = await becomes(sent, 'failed')
      assert.deepEqual([failed.error?.code, failed.error?.retryable], ['whatsapp.unknown', false], JSON.stringify(more))
      await report(sent.providerMessageId!, 'sent')
      await the.idle()
      assert.equal((await shown(sent)).status, 'failed')
    }
    const coded = await becomes(await say('con código'), 'sent')
    await report(coded.providerMessageId!, 'failed', { errors: [{ code: '131026', message: 'Undeliverable' }] })
    assert.partialDeepStrictEqual((await becomes(coded, 'failed')).error!, { code: 'whatsapp.131026', detail: 'Undeliverable' })
  })

  test('ticks of every form that Meta has are taken, and those that mean nothing here change nothing', async () => {
    const message = await becomes(await say('con vueltas'), 'sent')
    const blocks = { conversation: { id: 'c', expiration_timestamp: '1', origin: { type: 'utility' } }, pricing: { billable: 'yes', category: null } }
    for (const name of ['warning', 'deleted', 'SENT', '', 7])
      await report(message.providerMessageId!, name as string, { ...blocks, recipient_user_id: 'AR.1', biz_opaque_callback_data: { a: 1 } })
    await the.idle()
    assert.equal((await shown(message)).status, 'sent')
    for (const name of ['played', 'delivered', 'read', 'sent']) await report(message.providerMessageId!, name, blocks)
    await the.idle()
    assert.equal((await shown(message)).status, 'played')
  })

  test('a failure that comes after the delivery changes nothing', async () => {
    const sent = await becomes(await say('llegó'), 'sent')
    await report(sent.providerMessageId!, 'delivered')
    await becomes(sent, 'delivered')
    await report(sent.providerMessageId!, 'failed', { errors: [{ code: 131000 }] })
    await the.idle()
    assert.deepEqual([(await shown(sent)).status, (await shown(sent)).error], ['delivered', null])
  })

  test('connecting with a token that Meta refuses tells so', async () => {
    fail({ times: 1, edge: 'number', code: 190 })
    const channel = await owner.api.ask(channelRoutes.connect, { params: { id: number.channelId } })
    assert.deepEqual([channel.state, typeof channel.stateDetail], ['error', 'string'])
  })
})

describe('an answer that never came', () => {
  test('is uncertain, listed, never repeated; a status with our reference settles it', async () => {
    graph.faults.loseNext = 1
    const message = await becomes(await say('¿llegó?'), 'uncertain')
    const listed = (await owner.api.ask(queue.queue, { query: { state: 'uncertain' } })).items
    assert.deepEqual(
      listed.map((one) => [one.id, one.conversationId, one.recipient]),
      [[message.id, id, phone]],
    )
    assert.equal((await owner.api.ask(queue.queueCounts)).states.uncertain, 1)
    await later(3600)
    await the.idle()
    assert.equal(received().length, 1)
    const wamid = graph.ledger.received.find((one) => one.to === phone)!.wamid
    await report(wamid, 'delivered', { biz_opaque_callback_data: message.id })
    assert.equal((await becomes(message, 'delivered')).error, null)
    assert.deepEqual([(await entry(message)).state, (await shown(message)).providerMessageId], ['sent', wamid])
    assert.deepEqual((await owner.api.ask(queue.queue, { query: { state: 'uncertain' } })).items, [])
  })

  test('a person may decide to send it again', async () => {
    graph.faults.loseNext = 1
    const message = await becomes(await say('lo repito yo'), 'uncertain')
    await owner.api.ask(queue.queueRetry, { params: { id: message.id } })
    await becomes(message, 'sent')
    assert.equal(received().length, 2)
  })

  test('the message after it goes its way', async () => {
    graph.faults.loseNext = 1
    const lost = await say('perdido')
    const next = await say('siguiente')
    await becomes(lost, 'uncertain')
    await becomes(next, 'sent')
  })
})

describe('what has not left yet', () => {
  test('waits while the channel is disconnected and can be cancelled', async () => {
    await owner.api.ask(channelRoutes.disconnect, { params: { id: number.channelId } })
    const [kept, dropped] = [await say('este sí'), await say('este no')]
    const pending = (await owner.api.ask(queue.queue, { query: { state: 'pending', channelId: number.channelId } })).items
    assert.deepEqual(pending.map((one) => one.id).toSorted(), [kept.id, dropped.id].toSorted())
    assert.equal((await owner.api.ask(channelRoutes.status, { params: { id: number.channelId } })).queued, 2)
    assert.equal((await owner.api.ask(queue.queueCancel, { params: { id: dropped.id } })).state, 'cancelled')
    assert.equal((await shown(dropped)).status, 'cancelled')
    assert.equal((await owner.api.refused(409, queue.queueCancel, { params: { id: dropped.id } })).code, 'queue.not_pending')
    await owner.api.ask(channelRoutes.connect, { params: { id: number.channelId } })
    await becomes(kept, 'sent')
    await the.idle()
    assert.deepEqual(received(), ['este sí'])
    await owner.api.refused(409, queue.queueCancel, { params: { id: kept.id } })
  })

  test('is not sent when the channel is removed, and says so', async () => {
    await owner.api.ask(channelRoutes.disconnect, { params: { id: number.channelId } })
    const message = await say('demasiado tarde')
    await owner.api.ask(channelRoutes.remove, { params: { id: number.channelId } })
    assert.equal((await becomes(message, 'failed')).error?.code, 'channel.removed')
    assert.deepEqual(received(), [])
    assert.equal((await threadOf(owner.api, id)).length >= 2, true, 'the talk stays readable')
    assert.equal(
      (await owner.api.refused(422, routes.send, { params: { id }, body: { content: { type: 'text', text: 'x' }, takeFloor: true } })).code,
      'channel.removed',
    )
  })
})
