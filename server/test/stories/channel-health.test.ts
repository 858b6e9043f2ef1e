import assert from 'node:assert/strict'
import { before, beforeEach, describe, test } from 'node:test'
import { channelHealthRoutes, channelRoutes, conversationRoutes, type ChannelHealth, type Message } from '@chasqui/contracts'
import { noFaults } from '../doubles/graph-api/faults.ts'
import { text } from '../doubles/graph-api/inbound.ts'
import type { GraphApi } from '../doubles/graph-api/server.ts'
import { startBesideGraph } from '../kit/beside-graph.ts'
import type { RunningProduct } from '../kit/product.ts'
import { connectNumber, conversationsOf, threadOf, type Number } from '../kit/whatsapp.ts'

/** A channel's page tells how it has been doing: messages of today, what failed and how long it took, in which states it was. */
let graph: GraphApi
let the: RunningProduct
let number: Number
let id: string
let people = 0
/** What the customer writes has the time of the product's clock, which the tests move. */
const writes = async (words: string) => {
  const customer = { phone: `549117777${String(people).padStart(4, '0')}`, name: `Cliente ${people}` }
  await number.write(customer, [text(customer, words, { at: await the.clock.now() })])
  await the.idle()
}
before(async () => {
  ;({ graph, the } = await startBesideGraph())
})
/** Each test has a number and a customer of its own, who wrote once; it begins at noon of the business, so that no day ends in it. */
beforeEach(async () => {
  Object.assign(graph.faults, noFaults())
  const noon = new Date(await the.clock.now())
  noon.setUTCHours(15 + 24, 0, 0, 0)
  await the.clock.set(noon)
  await the.signInAgain(the.owner)
  number = await connectNumber(the.url, the.owner.api, { flow: false })
  people += 1
  await writes('hola')
  id = (await conversationsOf(the.owner.api, number.channelId))[0]!.id
})

const hour = 3_600_000
const passes = async (milliseconds: number) => {
  await the.clock.advance(milliseconds)
  await the.signInAgain(the.owner)
}
const say = (words: string): Promise<Message> =>
  the.owner.api.ask(conversationRoutes.send, { params: { id }, body: { content: { type: 'text', text: words }, takeFloor: true } })
const becomes = (message: Message, expected: Message['status']) =>
  the.until(async () => (await threadOf(the.owner.api, id)).find((one) => one.id === message.id)?.status === expected, `the message is ${expected}`)
const health = (): Promise<ChannelHealth> => the.owner.api.ask(channelHealthRoutes.read, { params: { id: number.channelId } })
const today = async () => (await the.owner.api.ask(channelHealthRoutes.traffic)).items.find(({ channelId }) => channelId === number.channelId)?.today
const counted = (sent: number, failed: number) =>
  the.until(async () => {
    const { sending } = await health()
    return sending.day.sent === sent && sending.day.failed === failed && sending
  }, `${sent} are sent and ${failed} failed`)

describe('what a channel carries', () => {
  test('is counted today in and out, on its card and on its page, and on the next day anew', async () => {
    await becomes(await say('Buen día'), 'sent')
    await becomes(await say('¿En qué te ayudo?'), 'sent')
    await the.until(async () => (await today())?.out === 2, 'both are counted')
    assert.deepEqual(await today(), { in: 1, out: 2 })
    assert.deepEqual((await health()).today, { in: 1, out: 2 })
    await passes(24 * hour)
    assert.deepEqual(await today(), { in: 0, out: 0 })
    assert.deepEqual((await health()).today, { in: 0, out: 0 })
  })

  test('is sent or fails, and one day later it is counted in the week alone', async () => {
    assert.equal((await health()).sending.day.seconds, null, 'nothing was sent yet')
    await becomes(await say('uno'), 'sent')
    graph.faults.failures = [{ times: 1, code: 131026 }]
    await becomes(await say('dos'), 'failed')
    const { day, week } = await counted(1, 1)
    assert.deepEqual([week.sent, week.failed], [1, 1])
    await passes(25 * hour)
    const later = await health()
    assert.deepEqual([later.sending.day.sent, later.sending.day.failed, later.sending.day.seconds], [0, 0, null])
    assert.deepEqual([later.sending.week.sent, later.sending.week.failed], [1, 1])
    assert.ok(Date.parse(day.from) < Date.parse(later.sending.day.from))
    await passes(7 * 24 * hour)
    assert.deepEqual([(await health()).sending.week.sent, (await health()).sending.week.failed], [0, 0])
  })

  test('took as long as it waited for the vendor, and what was sent at once is told apart from what was not', async () => {
    await becomes(await say('enseguida'), 'sent')
    const quick = (await counted(1, 0)).day.seconds!
    await the.owner.api.ask(channelRoutes.disconnect, { params: { id: number.channelId } })
    const late = await say('cuando vuelva')
    await passes(2 * hour)
    await the.owner.api.ask(channelRoutes.connect, { params: { id: number.channelId } })
    await becomes(late, 'sent')
    const both = (await counted(2, 0)).day.seconds!
    assert.ok(both.p95 > 1.8 * 3600 && both.p95 < 2.1 * 3600, `95 of 100 took ${both.p95} s`)
    assert.ok(both.median > quick.median && both.median < both.p95, `half took ${both.median} s`)
  })

  test('is told with the minute in which most left, beside how many may leave in one', async () => {
    assert.deepEqual([(await health()).sending.day.busiestMinute, (await health()).perMinute], [0, 60 * 1000])
    for (const words of ['uno', 'dos', 'tres']) await becomes(await say(words), 'sent')
    await passes(hour)
    await becomes(await say('cuatro'), 'sent')
    const { day, week } = await counted(4, 0)
    assert.ok(day.busiestMinute >= 2 && day.busiestMinute <= 3, `${day.busiestMinute} of the first three, which a minute may part`)
    assert.equal(week.busiestMinute, day.busiestMinute)
    await passes(25 * hour)
    const later = (await health()).sending
    assert.deepEqual([later.day.busiestMinute, later.week.busiestMinute], [0, day.busiestMinute])
  })

  test('on another channel is not its', async () => {
    await becomes(await say('de este número'), 'sent')
    await counted(1, 0)
    const other = await connectNumber(the.url, the.owner.api, { flow: false })
    const { today: traffic, sending } = await the.owner.api.ask(channelHealthRoutes.read, { params: { id: other.channelId } })
    assert.deepEqual([traffic, sending.week.sent], [{ in: 0, out: 0 }, 0])
  })
})

describe('the states of a channel', () => {
  test('are told one by one and day by day: that somebody stopped it, that the vendor refused it, that it came back', async () => {
    const connectedAt = await the.clock.now()
    await passes(30 * hour)
    await the.owner.api.ask(channelRoutes.disconnect, { params: { id: number.channelId } })
    await passes(3 * hour)
    await the.owner.api.ask(channelRoutes.connect, { params: { id: number.channelId } })
    await passes(hour)
    graph.faults.failures = [{ times: 1, code: 190, details: 'Session has expired' }]
    await writes('sigo acá')
    await say('ya voy')
    const told = await the.until(async () => {
      const { timeline } = await health()
      return timeline.stretches[0]?.state === 'paused' && timeline
    }, 'it is stopped')
    assert.deepEqual(
      told.stretches.map(({ state }) => state),
      ['paused', 'connected', 'disconnected', 'connected'],
    )
    const [paused, , stopped, first] = told.stretches
    assert.equal(paused!.until, null)
    assert.equal(paused!.detail, 'The access token is invalid or expired')
    assert.ok(Date.parse(first!.from) <= connectedAt.getTime())
    const stopFor = Date.parse(stopped!.until!) - Date.parse(stopped!.from)
    assert.ok(Math.abs(stopFor - 3 * hour) < hour / 10, `it was stopped for ${stopFor} ms`)

    assert.equal(told.days.length, 30)
    const sum = (state: 'connected' | 'disconnected') => told.days.reduce((seconds, day) => seconds + (day.seconds[state] ?? 0), 0)
    assert.ok(Math.abs(sum('disconnected') - stopFor / 1000) < 1)
    assert.ok(Math.abs(sum('connected') - 31 * 3600) < 360, `${sum('connected')} s`)
    assert.deepEqual(told.days[0]!.seconds, {}, 'before it was there nothing is known')
    for (const { day, seconds } of told.days) assert.ok(Object.values(seconds).reduce((all, one) => all + one, 0) <= 86_400, day)
  })

  test('that it is asked to take on again are not a change', async () => {
    await passes(hour)
    await the.owner.api.ask(channelRoutes.connect, { params: { id: number.channelId } })
    assert.deepEqual(
      (await health()).timeline.stretches.map(({ state }) => state),
      ['connected'],
    )
  })

  test('are forgotten after a month, but for the one that it was in when the month began', async () => {
    await the.owner.api.ask(channelRoutes.disconnect, { params: { id: number.channelId } })
    await passes(hour)
    await the.owner.api.ask(channelRoutes.connect, { params: { id: number.channelId } })
    await passes(40 * 24 * hour)
    await the.owner.api.ask(channelRoutes.disconnect, { params: { id: number.channelId } })
    const { timeline } = await the.until(async () => {
      const kept = await the.admin.query('select 1 from channels.state_change where channel_id = $1', [number.channelId])
      return kept.rowCount === 2 && health()
    }, 'what is old is forgotten')
    assert.deepEqual(
      timeline.stretches.map(({ state }) => state),
      ['disconnected', 'connected'],
    )
    assert.equal(Math.round(timeline.days[0]!.seconds.connected!), 86_400)
  })
})

test('another organisation is told nothing of it', async () => {
  const stranger = await the.addTenant('Otra empresa')
  await stranger.api.refused(404, channelHealthRoutes.read, { params: { id: number.channelId } })
  assert.ok(!(await stranger.api.ask(channelHealthRoutes.traffic)).items.some(({ channelId }) => channelId === number.channelId))
})
