import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bulkRoutes, conversationRoutes, jobRoutes } from '@chasqui/contracts'
import { openCentre } from '../kit/centre.ts'
import { startMortal } from '../kit/killed.ts'

const count = 40
/** The process dies when so many conversations are done. */
const enough = 7

test('a job that is killed in its middle does each conversation once and comes to its end', async () => {
  const { the, livesAfter } = await startMortal()
  const centre = await openCentre(the)
  const { boss } = centre
  await Promise.all(Array.from({ length: count }, () => centre.number.say(centre.customer(), 'hola')))
  await the.idle()
  const { rows } = await the.admin.query<{ id: string }>('select id from conversations.conversation where tenant_id = $1', [boss.tenantId])
  assert.equal(rows.length, count)

  const lives = await livesAfter()
  let jobId = ''
  const behindIt = async () => (await lives.admin.query<{ done: number }>('select done from jobs.job where id::text = $1', [jobId])).rows[0]?.done ?? 0
  await lives.endAs(
    async () => (await behindIt()) >= enough,
    `${enough} are closed`,
    async ({ apiOf }) => void (jobId = (await apiOf(boss).ask(bulkRoutes.close, { body: { ids: rows.map(({ id }) => id), reason: 'Resuelto' } })).id),
  )
  const done = await behindIt()
  const closed = await lives.count(`from conversations.conversation where tenant_id = $1 and state = 'closed'`, [boss.tenantId])
  assert.ok(done < count, 'it died in the middle')
  assert.equal(closed, done, 'what is counted is what was done')

  const last = await lives.goOn()
  await last.idle()
  const { api } = await last.signIn(boss.email)
  const job = await api.ask(jobRoutes.get, { params: { id: jobId } })
  assert.deepEqual([job.state, job.done, job.failed, job.skipped], ['done', count, 0, 0])
  const each = await last.admin.query<{ times: number }>(
    `select count(*)::int as times from platform.event where tenant_id = $1 and type = 'conversation.closed' group by payload ->> 'conversationId'`,
    [boss.tenantId],
  )
  assert.deepEqual(
    each.rows.map(({ times }) => times),
    Array.from({ length: count }, () => 1),
    'each was closed once',
  )
  const told = await last.admin.query(`select 1 from platform.event where tenant_id = $1 and type = 'job.moved'`, [boss.tenantId])
  assert.ok(told.rowCount! >= 3, 'it went on piece by piece, and made room for others between them')
  const records = await last.admin.query<{ times: number }>(
    `select count(*)::int as times from audit.record where tenant_id = $1 and action = 'conversation.closed' and after ->> 'job' = $2`,
    [boss.tenantId, jobId],
  )
  assert.equal(records.rows[0]!.times, count)
  assert.equal((await api.ask(conversationRoutes.list, { query: { tab: 'closed', limit: 200 } })).items.length, count)
  assert.deepEqual((await last.admin.query('select error from platform.dead_letter')).rows, [])
})
