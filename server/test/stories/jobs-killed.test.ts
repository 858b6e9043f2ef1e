import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import pg from 'pg'
import { bulkRoutes, conversationRoutes, jobRoutes } from '@chasqui/contracts'
import { startGraphApi, type GraphApi } from '../doubles/graph-api/server.ts'
import { createApi } from '../kit/api.ts'
import { openCentre } from '../kit/centre.ts'
import { startProductProcess } from '../kit/product-process.ts'
import { startProduct } from '../kit/product.ts'
import { keys } from '../kit/settings.ts'

let graph: GraphApi
before(async () => {
  graph = await startGraphApi()
})
after(() => graph.close())

const count = 40
/** The process dies when so many conversations are done. */
const enough = 7

test('a job that is killed in its middle does each conversation once and comes to its end', async () => {
  const env = { GRAPH_API_URL: graph.url, TRUST_PROXY: '127.0.0.1' }
  const first = await startProduct({ env })
  const centre = await openCentre(first)
  const { boss } = centre
  await Promise.all(Array.from({ length: count }, () => centre.number.say(centre.customer(), 'hola')))
  await first.idle()
  const { adminUrl, dataDir } = first
  const { rows } = await first.admin.query<{ id: string }>('select id from conversations.conversation where tenant_id = $1', [boss.tenantId])
  assert.equal(rows.length, count)
  await first.stop()

  const admin = new pg.Client({ connectionString: adminUrl })
  await admin.connect()
  const { url, kill } = await startProductProcess({ adminUrl, dataDir, graphUrl: graph.url, keys })
  const { id: jobId } = await createApi(url, boss.api.token).ask(bulkRoutes.close, { body: { ids: rows.map(({ id }) => id), reason: 'Resuelto' } })
  const behindIt = async () => (await admin.query<{ done: number }>('select done from jobs.job where id = $1', [jobId])).rows[0]!.done
  while ((await behindIt()) < enough);
  await kill()
  const done = await behindIt()
  const closed = await admin.query(`select 1 from conversations.conversation where tenant_id = $1 and state = 'closed'`, [boss.tenantId])
  assert.ok(done < count, 'it died in the middle')
  assert.equal(closed.rowCount, done, 'what is counted is what was done')
  await admin.end()

  const last = await startProduct({ env, adminUrl, dataDir })
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
  await last.stop()
})
