import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Entangled, type Tx } from '#platform/database/transaction'
import { newId } from '#platform/ids'
import { takeFirstTime, type Once } from '../src/modules/flows/once/first-time.ts'
import { createUntil } from './kit/until.ts'
import { openPlatform, type PlatformStage } from './platform-setup.ts'

/** Turns that come to several first times in opposite order, at the same moment. */
let stage: PlatformStage
const tenantId = newId()
const flowId = newId()
const now = new Date()
before(async () => {
  stage = await openPlatform(() => now)
  await stage.admin.query(`insert into tenancy.tenant (tenant_id, name, slug, created_at, updated_at) values ($1, 'Negocio', 'negocio', now(), now())`, [
    tenantId,
  ])
  await stage.admin.query(`insert into flows.flow (tenant_id, id, name, draft, created_at, updated_at) values ($1, $2, 'Una vez', '{}', now(), now())`, [
    tenantId,
    flowId,
  ])
})
after(() => stage.close())
const until = createUntil(() => () => {})

const newContact = async (): Promise<string> => {
  const id = newId()
  await stage.admin.query('insert into contacts.contact (tenant_id, id, created_at, updated_at) values ($1, $2, now(), now())', [tenantId, id])
  return id
}
const waitsForAnother = async () =>
  ((await stage.admin.query(`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`)).rowCount ?? 0) > 0

type Course = { first: Once; second: Once; strands: boolean }
/** What became of both: which first times each took, or why it came to nothing. Neither goes on to its second before the other came to its first. */
const cross = async (courses: [Course, Course]): Promise<PromiseSettledResult<boolean[]>[]> => {
  let begun = 0
  const both = until(async () => begun === 2 || (begun === 1 && (await waitsForAnother())), 'both came to their first')
  const walk = ({ first, second, strands }: Course) =>
    stage.database.inTurn(tenantId, async (tx: Tx) => {
      const sibling = strands ? tx.strand() : tx
      const one = await takeFirstTime(tx, first, now)
      begun += 1
      await both
      return [one, await takeFirstTime(sibling, second, now)]
    })
  return Promise.allSettled(courses.map(walk))
}
const reasonOf = (result: PromiseSettledResult<boolean[]>): unknown => (result.status === 'rejected' ? result.reason : null)

test('two conversations of a contact that come to the same steps the other way round are let through once by each, and none comes to nothing', async () => {
  const contactId = await newContact()
  const [one, other] = ['one', 'other'].map((step) => ({ contactId, flowId, step }))
  const results = await cross([
    { first: one!, second: other!, strands: false },
    { first: other!, second: one!, strands: false },
  ])
  assert.deepEqual(results.map(reasonOf), [null, null])
  const taken = results.map((result) => (result.status === 'fulfilled' ? result.value : []))
  assert.deepEqual(taken.toSorted(), [
    [false, false],
    [true, true],
  ])
})

test('of two convoys with the same contacts the other way round one gives way before it waits, and its turns are taken one by one', async () => {
  const [ana, eva] = [
    { contactId: await newContact(), flowId },
    { contactId: await newContact(), flowId },
  ]
  const results = await cross([
    { first: ana, second: eva, strands: true },
    { first: eva, second: ana, strands: true },
  ])
  for (const result of results) assert.ok(result.status === 'fulfilled' || result.reason instanceof Entangled, String(reasonOf(result)))
  const taken = results.flatMap((result) => (result.status === 'fulfilled' ? result.value : []))
  for (const result of results)
    if (result.status === 'rejected') for (const once of [ana, eva]) taken.push(await stage.database.inTurn(tenantId, (tx) => takeFirstTime(tx, once, now)))
  assert.equal(taken.length, 4)
  assert.equal(taken.filter((first) => first).length, 2, 'each contact once')
})
