import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import type { Tx } from '#platform/database/transaction'
import { Entangled } from '#platform/database/transaction'
import { newId } from '#platform/ids'
import { createUntil } from './kit/until.ts'
import { openPlatform, type PlatformStage } from './platform-setup.ts'

let stage: PlatformStage
const tenantId = newId()

before(async () => {
  stage = await openPlatform(() => new Date())
})
after(() => stage.close())

// Executions of one statement have one time stamp; two executions differ.
const stampText = `select asked.position, asked.word, statement_timestamp()::text as stamp from unnest($2::text[]) with ordinality as asked (word, position) where $1::uuid is not null and asked.word <> 'unknown'`
const stamp = (tx: Tx, ...words: string[]) =>
  tx.queryEach<{ word: string; stamp: string }>(
    stampText,
    words.map((word) => [word]),
  )

test('strands that ask the same at the same time share one execution, and each gets its own answers', async () => {
  const [ana, beto, carla] = await stage.database.inTurn(tenantId, (tx) =>
    Promise.all([stamp(tx, 'ana', 'unknown', 'ana again'), stamp(tx.strand(), 'unknown'), stamp(tx.strand(), 'carla')]),
  )
  assert.deepEqual(
    ana.map(({ position, word }) => [position, word]),
    [
      [0, 'ana'],
      [2, 'ana again'],
    ],
  )
  assert.deepEqual(beto, [])
  assert.deepEqual(
    carla.map(({ position, word }) => [position, word]),
    [[0, 'carla']],
  )
  assert.equal(new Set([...ana, ...carla].map((row) => row.stamp)).size, 1)
})

test('nothing is asked for no rows', async () => {
  assert.deepEqual(await stage.database.inTurn(tenantId, (tx) => tx.queryEach('this is no statement', [])), [])
})

const letterText = `insert into platform.dead_letter (tenant_id, id, queue, key, payload, error, attempts, failed_at)
select $1, id, queue, key, 'null', '', 0, now() from unnest($2::uuid[], $3::text[], $4::text[]) as input (id, queue, key)`
const addLetter = (tx: Tx, queue: string, key: string) => tx.queryEach(letterText, [[newId(), queue, key]])

test('each strand sees what it did before, in whatever order the strands ask', async () => {
  // What a strand reads has to hold what it wrote before; writing and reading are two statements, so that their groups could change places.
  const countText = `select asked.position, (select count(*)::int from platform.dead_letter l where l.tenant_id = $1 and l.queue = asked.queue) as count from unnest($2::text[]) with ordinality as asked (queue, position)`
  const course = fc.array(fc.constantFrom('add', 'count', 'wait', 'add directly'), { minLength: 1, maxLength: 8 })
  await fc.assert(
    fc.asyncProperty(fc.array(course, { minLength: 1, maxLength: 6 }), async (courses) => {
      await stage.database.inTurn(newId(), async (tx) => {
        const walk = async (strand: Tx, steps: string[], name: string) => {
          let added = 0
          const pending: Promise<void>[] = []
          for (const step of steps) {
            if (step === 'wait') await Promise.all(pending)
            if (step === 'add') pending.push(addLetter(strand, name, String((added += 1))).then(() => {}))
            if (step === 'add directly')
              pending.push(
                strand
                  .query(
                    `insert into platform.dead_letter (tenant_id, id, queue, key, payload, error, attempts, failed_at) values ($1, $2, $3, '', 'null', '', 0, now())`,
                    [strand.tenantId, newId(), name],
                  )
                  .then(() => {}),
              )
            if (step === 'add directly') added += 1
            if (step === 'count') {
              const expected = added
              pending.push(strand.queryEach<{ count: number }>(countText, [[name]]).then(([row]) => assert.equal(row!.count, expected)))
            }
          }
          await Promise.all(pending)
        }
        await Promise.all(courses.map((steps, index) => walk(index === 0 ? tx : tx.strand(), steps, `strand ${index}`)))
      })
    }),
    { numRuns: 60 },
  )
})

test('a transaction that fails takes everything of all strands back, also what was only gathered', async () => {
  const tenant = newId()
  const broken = stage.database.inTurn(tenant, async (tx) => {
    await addLetter(tx, 'taken back', 'sent')
    tx.alongCommit(addLetter(tx.strand(), 'taken back', 'gathered'))
    throw new Error('the work broke')
  })
  await assert.rejects(broken, /the work broke/)
  const { rowCount } = await stage.admin.query('select 1 from platform.dead_letter where tenant_id = $1', [tenant])
  assert.equal(rowCount, 0)
  // The connection is clean for whoever comes next.
  assert.equal((await stage.database.inTurn(tenant, (tx) => stamp(tx, 'next'))).length, 1)
})

test('two strands cannot have one thing in hand', async () => {
  await assert.rejects(
    stage.database.inTurn(tenantId, async (tx) => {
      const sibling = tx.strand()
      tx.own('a conversation')
      tx.own('a conversation')
      sibling.own('another one')
      sibling.own('a conversation')
    }),
    Entangled,
  )
})

const until = createUntil(() => () => {})
const waiting = async () =>
  (
    await stage.admin.query(
      `select 1 from pg_locks where locktype = 'advisory' and not granted and database = (select oid from pg_database where datname = current_database())`,
    )
  ).rowCount

test('what a transaction holds another waits for, if it is alone; among siblings it gives up', async () => {
  const course: string[] = []
  let letGo = () => {}
  const free = new Promise<void>((resolve) => (letGo = resolve))
  let isHeld = () => {}
  const held = new Promise<void>((resolve) => (isHeld = resolve))
  const first = stage.database.inTurn(tenantId, async (tx) => {
    await Promise.all([tx.hold('a person'), tx.strand().hold('a person'), tx.strand().hold('another one')])
    isHeld()
    await free
    course.push('first')
  })
  await held
  await stage.database.inTurn(newId(), (tx) => tx.hold('a person'))
  await assert.rejects(
    stage.database.inTurn(tenantId, (tx) => tx.strand().hold('another one')),
    Entangled,
  )
  const second = stage.database.inTenant(tenantId, async (tx) => {
    await tx.hold('another one')
    course.push('second')
  })
  await until(async () => (await waiting()) === 1, 'it waits')
  letGo()
  await Promise.all([first, second])
  assert.deepEqual(course, ['first', 'second'])
  await stage.database.inTurn(tenantId, (tx) => tx.strand().hold('another one'))
})
