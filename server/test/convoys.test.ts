import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { testClock } from '#platform/clock'
import type { Tx } from '#platform/database/transaction'
import { newId } from '#platform/ids'
import type { QueueHandler, WorkItem } from '#platform/lanes/handler'
import { createHeldLanes } from '#platform/lanes/held'
import { createWorker, type Worker } from '#platform/lanes/worker'
import { silentLog } from '#platform/log'
import { openPlatform, type PlatformStage } from './platform-setup.ts'
import { createUntil } from './kit/until.ts'

type Step = { person: string; number: number }
const clock = testClock()
let stage: PlatformStage

before(async () => {
  stage = await openPlatform(() => clock.now())
})
after(() => stage.close())
const until = createUntil((ring) => stage.hints.onWork(ring))

const stepOf = (items: WorkItem[]) => items[0]!.payload as Step
const letterText = `insert into platform.dead_letter (tenant_id, id, queue, key, payload, error, attempts, failed_at)
select $1, id, 'noted', person, to_json(number), '', 0, now() from unnest($2::uuid[], $3::text[], $4::int[]) as input (id, person, number)`
const note = (tx: Tx, { person, number }: Step) => tx.queryEach(letterText, [[newId(), person, number]])

/** Works at a queue of its own until nothing is left to do. */
const working = async (queue: string, handle: QueueHandler['handle'], more: Partial<QueueHandler> = {}): Promise<Worker> => {
  const worker = createWorker([{ queue, concurrency: 2, convoy: 8, handle, ...more }], {
    node: newId(),
    held: createHeldLanes(),
    database: stage.database,
    clock,
    hints: stage.hints,
    log: silentLog(),
    observe: () => {},
    underPressure: () => false,
  })
  worker.start()
  return worker
}

const add = (tenantId: string, queue: string, steps: Step[]) =>
  stage.database.inTenant(tenantId, async (tx) => {
    for (const step of steps) tx.enqueue({ queue, key: step.person, payload: step })
  })
const left = async (queue: string) => (await stage.admin.query('select 1 from platform.job where queue = $1', [queue])).rowCount
const lanesLeft = async (queue: string) => (await stage.admin.query('select 1 from platform.lane where queue = $1', [queue])).rowCount
const noted = async (tenantId: string): Promise<Record<string, number[]>> => {
  const { rows } = await stage.admin.query<{ key: string; payload: number }>(
    `select key, payload from platform.dead_letter where tenant_id = $1 and queue = 'noted' order by id`,
    [tenantId],
  )
  const byPerson = Map.groupBy(rows, (row) => row.key)
  return Object.fromEntries([...byPerson].map(([person, own]) => [person, own.map((row) => row.payload)]))
}
const people = (count: number) => Array.from({ length: count }, (_, index) => `person ${index}`)
const stepsOf = (names: string[], each: number): Step[] => Array.from({ length: each }, (_, number) => names.map((person) => ({ person, number }))).flat()

test('many lanes travel together, each in its order, and nothing is done twice', async () => {
  const [tenant, other] = [newId(), newId()]
  const names = people(30)
  let together = 0
  const worker = await working('many', async (tx, items) => {
    together += 1
    await note(tx, stepOf(items))
  })
  await Promise.all([add(tenant, 'many', stepsOf(names, 5)), add(other, 'many', stepsOf(names.slice(0, 3), 2))])
  await until(async () => (await left('many')) === 0, 'all jobs done')
  await worker.stop()
  assert.equal(together, 156)
  assert.deepEqual(await noted(tenant), Object.fromEntries(names.map((name) => [name, [0, 1, 2, 3, 4]])))
  assert.deepEqual(await noted(other), Object.fromEntries(names.slice(0, 3).map((name) => [name, [0, 1]])))
  assert.equal(await lanesLeft('many'), 0)
})

test('a poisonous job leaves its companions alone, waits for its next try, and becomes a dead letter in the end', async () => {
  const tenant = newId()
  const names = people(6)
  const worker = await working(
    'poison',
    async (tx, items) => {
      const step = stepOf(items)
      if (step.person === 'person 3' && step.number === 1) throw new Error('cannot be done')
      await note(tx, step)
    },
    { maxAttempts: 2 },
  )
  await add(tenant, 'poison', stepsOf(names, 3))
  await until(async () => (await left('poison')) === 2, 'the others done')
  assert.deepEqual(await noted(tenant), Object.fromEntries(names.map((name) => [name, name === 'person 3' ? [0] : [0, 1, 2]])))
  clock.advance(60_000)
  await until(async () => (await left('poison')) === 0, 'all jobs done')
  await worker.stop()
  assert.deepEqual((await noted(tenant))['person 3'], [0, 2])
  const { rows } = await stage.admin.query(`select key, error, attempts from platform.dead_letter where tenant_id = $1 and queue = 'poison'`, [tenant])
  assert.deepEqual(rows, [{ key: 'person 3', error: 'cannot be done', attempts: 2 }])
})

test('lanes that want the same thing are done one after the other', async () => {
  const tenant = newId()
  const names = people(5)
  const worker = await working('entangled', async (tx, items) => {
    tx.own('the one thing')
    await note(tx, stepOf(items))
  })
  await add(tenant, 'entangled', stepsOf(names, 2))
  await until(async () => (await left('entangled')) === 0, 'all jobs done')
  await worker.stop()
  assert.deepEqual(await noted(tenant), Object.fromEntries(names.map((name) => [name, [0, 1]])))
})

test('convoys of two nodes that hold the same things in any order are all done, each once, and none by a second try', async () => {
  const tenant = newId()
  const names = people(16)
  let tries = 0
  const handle: QueueHandler['handle'] = async (tx, items) => {
    const step = stepOf(items)
    // Each thing is wanted by lanes of both halves of the queue, whose convoys come to it the other way round.
    await tx.hold(`thing ${(Number(step.person.split(' ')[1]) * (step.number % 2 === 0 ? 1 : 3)) % 5}`)
    tries = Math.max(tries, items[0]!.attempts)
    await note(tx, step)
  }
  const nodes = [await working('held', handle), await working('held', handle)]
  await add(tenant, 'held', stepsOf(names, 6))
  await until(async () => (await left('held')) === 0, 'all jobs done')
  for (const node of nodes) await node.stop()
  assert.deepEqual(await noted(tenant), Object.fromEntries(names.map((name) => [name, [0, 1, 2, 3, 4, 5]])))
  assert.equal(tries, 0)
  assert.equal((await stage.admin.query(`select 1 from platform.dead_letter where queue = 'held'`)).rowCount, 0)
})

test('a convoy that takes its time holds up nobody who is not in it', async () => {
  const tenant = newId()
  const [begun, others] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const worker = await working('slow', async (tx, items) => {
    const step = stepOf(items)
    begun.resolve()
    if (step.person === 'slow') await others.promise
    await note(tx, step)
    if (step.person === 'quick') others.resolve()
  })
  await add(tenant, 'slow', stepsOf(['slow'], 1))
  await begun.promise
  await add(tenant, 'slow', stepsOf(['quick'], 1))
  await until(async () => (await left('slow')) === 0, 'both done')
  await worker.stop()
  assert.deepEqual(await noted(tenant), { quick: [0], slow: [0] })
})

test('a stop in the middle hands back what was not begun', async () => {
  const tenant = newId()
  const names = people(20)
  let begun: () => void = () => {}
  const first = new Promise<void>((resolve) => (begun = resolve))
  const worker = await working('stopped', async (tx, items) => {
    begun()
    await note(tx, stepOf(items))
  })
  await add(tenant, 'stopped', stepsOf(names, 3))
  await first
  await worker.stop()
  const { rowCount } = await stage.admin.query(`select 1 from platform.lane where queue = 'stopped' and lease_until is not null`)
  assert.equal(rowCount, 0)
  const next = await working('stopped', (tx, items) => note(tx, stepOf(items)).then(() => {}))
  await until(async () => (await left('stopped')) === 0, 'all jobs done')
  await next.stop()
  assert.deepEqual(await noted(tenant), Object.fromEntries(names.map((name) => [name, [0, 1, 2]])))
})
