import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import pg from 'pg'
import { scheduledRoutes } from '@chasqui/contracts'
import { startGraphApi, type GraphApi } from '../doubles/graph-api/server.ts'
import { openCentre } from '../kit/centre.ts'
import { startProductProcess } from '../kit/product-process.ts'
import { startProduct } from '../kit/product.ts'
import { createUntil } from '../kit/until.ts'
import { keys } from '../kit/settings.ts'

let graph: GraphApi
before(async () => {
  graph = await startGraphApi()
})
after(() => graph.close())

const talks = 5
const each = 6
/** So many have gone out before the process dies. */
const sentBeforeDeath = [3, 12]

test('a process that dies while the time of messages comes says each of them once', async () => {
  const first = await startProduct({ env: { GRAPH_API_URL: graph.url, TRUST_PROXY: '127.0.0.1' } })
  const centre = await openCentre(first)
  const at = new Date((await first.clock.now()).getTime() + 3_600_000).toISOString()
  for (let talk = 0; talk < talks; talk += 1) {
    const { id } = await centre.says(centre.customer())
    for (let count = 0; count < each; count += 1)
      await centre.boss.api.ask(scheduledRoutes.create, { params: { id }, body: { content: { type: 'text', text: `plan ${talk} ${count}` }, at } })
  }
  const { adminUrl, dataDir } = first
  await first.stop()

  const admin = new pg.Client({ connectionString: adminUrl })
  await admin.connect()
  // Their time comes as the product starts.
  const due = new Date(Date.now() - 1000).toISOString()
  await admin.query('update conversations.scheduled_message set due_at = $1', [due])
  await admin.query(
    `update platform.job set run_at = $1::text::timestamptz, payload = jsonb_set(payload::jsonb, '{at}', to_jsonb($1::text)) where payload ->> 'type' = 'send_scheduled'`,
    [due],
  )
  await admin.query(`update platform.lane set ready_at = $1 where queue = 'due'`, [due])
  const said = async () =>
    (
      await admin.query<{ text: string; count: number }>(
        `select content ->> 'text' as text, count(*)::integer as count from conversations.message where content ->> 'text' like 'plan %' group by 1`,
      )
    ).rows
  const until = createUntil(() => () => {})
  for (const enough of [...sentBeforeDeath, talks * each]) {
    const { kill } = await startProductProcess({ adminUrl, dataDir, graphUrl: graph.url, keys })
    await until(async () => (await said()).length >= enough, `${enough} are said`)
    await kill()
  }
  const rows = await said()
  assert.deepEqual([rows.length, rows.filter(({ count }) => count !== 1)], [talks * each, []])
  assert.equal((await admin.query('select 1 from conversations.scheduled_message')).rowCount, 0, 'nothing waits any more')
  const sent = graph.ledger.received.map(({ text }) => text).filter((text) => text.startsWith('plan '))
  assert.equal(new Set(sent).size, sent.length, 'no customer read anything twice')
  await admin.end()
})
