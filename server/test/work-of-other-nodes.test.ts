import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { testClock } from '#platform/clock'
import { newId } from '#platform/ids'
import { Elsewhere, NotBefore, type QueueHandler } from '#platform/lanes/handler'
import { createHeldLanes } from '#platform/lanes/held'
import { createWorker, type Worker } from '#platform/lanes/worker'
import { silentLog } from '#platform/log'
import { createUntil } from './kit/until.ts'
import { openPlatform, type PlatformStage } from './platform-setup.ts'

/** Work that not every node can do, or not yet. */
const clock = testClock()
let stage: PlatformStage
before(async () => {
  stage = await openPlatform(() => clock.now())
})
after(() => stage.close())
const until = createUntil((ring) => stage.hints.onWork(ring))

const working = (queue: string, outside: NonNullable<QueueHandler['outside']>): Worker => {
  const worker = createWorker([{ queue, concurrency: 2, maxAttempts: 1, outside, handle: async () => {} }], {
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
const add = (queue: string, keys: string[]) =>
  stage.database.inTenant(newId(), async (tx) => {
    for (const key of keys) tx.enqueue({ queue, key, payload: key })
  })
const isDone = async (queue: string) => (await stage.admin.query('select 1 from platform.job where queue = $1', [queue])).rowCount === 0
const letters = async () => (await stage.admin.query('select 1 from platform.dead_letter')).rowCount

test('what only another node can do is left to it, as if it had not been tried', async () => {
  const keys = ['a', 'b', 'c']
  const handedOn: unknown[] = []
  const one = working('elsewhere', async (_, [job]) => {
    handedOn.push(job!.payload)
    throw new Elsewhere()
  })
  await add('elsewhere', keys)
  await until(() => keys.every((key) => handedOn.includes(key)), 'the wrong node looked at all of it')
  const done: { key: unknown; attempts: number }[] = []
  const other = working('elsewhere', async (_, [job]) => void done.push({ key: job!.payload, attempts: job!.attempts }))
  await until(() => isDone('elsewhere'), 'all of it is done')
  await Promise.all([one.stop(), other.stop()])
  assert.deepEqual(done.map(({ key }) => key).toSorted(), keys)
  assert.ok(done.every(({ attempts }) => attempts === 0))
  assert.equal(await letters(), 0)
})

test('what cannot be done before an instant waits for it, as if it had not been tried', async () => {
  const opens = clock.now().getTime() + 3_600_000
  let early = 0
  const attempts: number[] = []
  const worker = working('not yet', async (_, [job]) => {
    if (clock.now().getTime() < opens) {
      early += 1
      throw new NotBefore(new Date(opens))
    }
    attempts.push(job!.attempts)
  })
  await add('not yet', ['a'])
  await until(() => early === 1, 'it was looked at')
  clock.advance(3_600_001)
  await until(() => isDone('not yet'), 'it is done')
  await worker.stop()
  assert.deepEqual([early, attempts, await letters()], [1, [0], 0])
})
