import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { simulatorRoutes as routes } from '@chasqui/contracts'
import { setUpSimulator, type SimulatorSetUp } from './simulator-setup.ts'

let world: SimulatorSetUp
before(async () => {
  world = await setUpSimulator()
})
after(() => world.stop())

const maria = '5491123456789'
const params = () => ({ channelId: world.mine.channelId })
const act = (text: string) => world.call(routes.act, world.mine.tenantId, { params: params(), body: { from: { phone: maria }, text } })
const screen = async () => (await world.call(routes.screen, world.mine.tenantId, { params: { ...params(), phone: maria } })).items
const look = () => world.call(routes.look, world.mine.tenantId, { params: { ...params(), phone: maria } })
const setFaults = (body: Record<string, unknown>) => world.call(routes.setFaults, world.mine.tenantId, { params: params(), body })

beforeEach(async () => {
  await world.admin.query('truncate simulator.screen, simulator.phone, simulator.fault, platform.job, platform.lane cascade')
  world.heard.length = 0
  world.eventIds.length = 0
  world.luck.next = 0.5
})

test('nothing goes wrong unless asked, and what was asked is told', async () => {
  const none = { delaySeconds: 0, duplicate: false, reorder: false, neverRead: false, neverDeliver: false, failSends: null, lostAnswers: 0 }
  assert.deepEqual(await world.call(routes.readFaults, world.mine.tenantId, { params: params() }), none)
  await setFaults({ neverRead: true })
  assert.deepEqual(await world.call(routes.readFaults, world.mine.tenantId, { params: params() }), { ...none, neverRead: true })
})

test('delay: receipts and what customers write come later, by the clock', async () => {
  await setFaults({ delaySeconds: 30 })
  await world.send('ref-1', 'hola')
  await act('hola?')
  assert.equal(await world.runDue(), 0)
  assert.deepEqual(world.heard, [])
  assert.deepEqual(
    (await screen()).map((message) => `${message.text} ${message.status}`),
    ['hola delivered', 'hola? sent'],
  )
  world.clock.advance(31_000)
  await world.runDue()
  assert.deepEqual(world.statusesHeard(), ['ref-1 sent', 'ref-1 delivered'])
  assert.deepEqual(world.contentsHeard(), [{ type: 'text', text: 'hola?' }])
  assert.equal((await screen())[1]!.status, 'delivered')
})

test('duplicate: every event comes twice with the same id', async () => {
  await setFaults({ duplicate: true })
  const { id } = await act('hola')
  await world.send('ref-1', 'buen día')
  await world.runDue()
  const sent = (await screen())[1]!.id
  assert.deepEqual(world.eventIds, [id, id, `${sent}:sent`, `${sent}:delivered`, `${sent}:sent`, `${sent}:delivered`])
})

test('reorder: read comes before delivered, and delivered before sent', async () => {
  await setFaults({ reorder: true })
  await world.send('ref-1', 'hola')
  await look()
  await world.runDue()
  world.clock.advance(3_000)
  await world.runDue()
  assert.deepEqual(world.statusesHeard(), ['ref-1 read', 'ref-1 delivered', 'ref-1 sent'])
})

test('reorder: of two messages written one after the other the second arrives first', async () => {
  await setFaults({ reorder: true })
  await act('uno')
  await act('dos')
  assert.deepEqual(world.contentsHeard(), [{ type: 'text', text: 'dos' }])
  assert.deepEqual(
    (await screen()).map((message) => `${message.text} ${message.status}`),
    ['uno sent', 'dos delivered'],
  )
  world.clock.advance(3_000)
  await world.runDue()
  assert.deepEqual(world.contentsHeard(), [
    { type: 'text', text: 'dos' },
    { type: 'text', text: 'uno' },
  ])
})

test('a network without read receipts does not tell that the customer looked', async () => {
  await world.call(routes.setProfile, world.mine.tenantId, { params: params(), body: { profile: 'telegram' } })
  await world.send('ref-1', 'hola')
  await look()
  await world.runDue()
  await world.call(routes.setProfile, world.mine.tenantId, { params: params(), body: { profile: 'cloud' } })
  assert.deepEqual(world.statusesHeard(), ['ref-1 sent', 'ref-1 delivered'])
  assert.equal((await screen())[0]!.status, 'read')
})

test('never read: the customer looks, the business does not hear of it', async () => {
  await setFaults({ neverRead: true })
  await world.send('ref-1', 'hola')
  await look()
  await world.runDue()
  assert.deepEqual(world.statusesHeard(), ['ref-1 sent', 'ref-1 delivered'])
  assert.equal((await screen())[0]!.status, 'read')
})

test('never deliver: the phone is off and shows nothing; switched on, it receives what waited', async () => {
  await setFaults({ neverDeliver: true })
  assert.equal((await world.send('ref-1', 'hola')).result, 'accepted')
  await world.runDue()
  assert.deepEqual([await screen(), world.statusesHeard()], [[], ['ref-1 sent']])
  await setFaults({})
  await world.runDue()
  assert.deepEqual(
    (await screen()).map((message) => message.text),
    ['hola'],
  )
  assert.ok(world.statusesHeard().includes('ref-1 delivered'))
})

const failures: [code: number, outcome: Record<string, unknown>][] = [
  [131047, { result: 'failed', windowClosed: true, pauseChannel: false }],
  [131026, { result: 'failed', windowClosed: false, pauseChannel: false }],
  [190, { result: 'failed', pauseChannel: true }],
  [130429, { result: 'retry', scope: 'channel' }],
  [131056, { result: 'retry', scope: 'recipient' }],
  [500, { result: 'retry', scope: 'message' }],
]
for (const [code, expected] of failures) {
  test(`fail with ${code}: as often as asked, then no more`, async () => {
    await setFaults({ failSends: { code, times: 2 } })
    const outcomes = [await world.send('ref-1', 'uno'), await world.send('ref-1', 'uno')]
    for (const outcome of outcomes) assert.partialDeepStrictEqual(outcome, { ...expected, error: { code: `simulator.${code}` } })
    assert.deepEqual(await screen(), [])
    assert.equal((await world.send('ref-1', 'uno')).result, 'accepted')
    assert.deepEqual((await world.call(routes.readFaults, world.mine.tenantId, { params: params() })).failSends, { code, times: 0 })
  })
}

test('lost answer: the phone shows it, the sender does not know, and the receipts tell by the reference', async () => {
  await setFaults({ lostAnswers: 0.4 })
  assert.equal((await world.send('ref-1', 'llegó')).result, 'accepted')
  world.luck.next = 0.39
  assert.equal((await world.send('ref-2', 'se perdió')).result, 'uncertain')
  assert.deepEqual(
    (await screen()).map((message) => message.text),
    ['llegó', 'se perdió'],
  )
  await world.runDue()
  assert.ok(world.statusesHeard().includes('ref-2 delivered'))
  assert.equal((await world.send('ref-2', 'se perdió')).result, 'accepted')
  assert.equal((await screen()).length, 2)
})

test('a report that the business did not take is made again', async () => {
  await world.send('ref-1', 'hola')
  world.door.open = false
  await assert.rejects(world.runDue())
  world.door.open = true
  await world.admin.query('update platform.lane set lease_until = null, worker = null')
  await world.runDue()
  assert.deepEqual(world.statusesHeard(), ['ref-1 sent', 'ref-1 delivered'])
})
