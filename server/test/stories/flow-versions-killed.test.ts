import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import pg from 'pg'
import { channelRoutes, flowRoutes, type FlowDraft } from '@chasqui/contracts'
import { startGraphApi, type GraphApi } from '../doubles/graph-api/server.ts'
import { startProductProcess } from '../kit/product-process.ts'
import { keys, startProduct } from '../kit/product.ts'
import { createUntil } from '../kit/until.ts'
import { connectNumber } from '../kit/whatsapp.ts'

let graph: GraphApi
before(async () => {
  graph = await startGraphApi()
})
after(() => graph.close())

const customers = 24
const words = ['uno', 'dos', 'tres']
/** Says a word, rests, and says the next. The first rest is long, so that everybody is inside when the next version comes. */
const definition = (version: string): FlowDraft => ({
  schema: 1,
  start: 'uno',
  always: { human: ['persona'] },
  nodes: {
    uno: { type: 'message', text: `uno (${version})`, next: 'rest1' },
    rest1: { type: 'delay', seconds: 3600, next: 'dos' },
    dos: { type: 'message', text: `dos (${version})`, next: 'rest2' },
    rest2: { type: 'delay', seconds: 1, next: 'tres' },
    tres: { type: 'message', text: `tres (${version})`, next: null },
  },
})

test('runs that began on version 3 end on version 3 while version 4 is live, wherever the process dies between their steps: nothing is lost or said twice', async () => {
  const first = await startProduct({ env: { GRAPH_API_URL: graph.url, TRUST_PROXY: '127.0.0.1' } })
  const { api } = first.owner
  const number = await connectNumber(first.url, api, { flow: false })
  const flow = await api.ask(flowRoutes.create, { body: { name: 'Con pausas', definition: definition('v1') } })
  const on = { params: { id: flow.id } }
  const publish = async (version: string) => {
    await api.ask(flowRoutes.update, { ...on, body: { definition: definition(version) } })
    await api.ask(flowRoutes.publish, { ...on, body: {} })
  }
  for (const version of ['v1', 'v2', 'v3']) await publish(version)
  await api.ask(channelRoutes.update, { params: { id: number.channelId }, body: { flowId: flow.id } })
  for (let customer = 0; customer < customers; customer += 1)
    await number.say({ phone: `54911665500${String(customer).padStart(2, '0')}`, name: 'Clienta' }, 'hola')
  await first.idle()
  await publish('v4')
  const { adminUrl, dataDir } = first
  await first.stop()

  const admin = new pg.Client({ connectionString: adminUrl })
  await admin.connect()
  await admin.query(`update platform.job set run_at = now() where payload ->> 'type' = 'flow_timer'`)
  await admin.query(`update platform.lane set ready_at = now() where queue = 'due'`)
  const count = async (text: string) => (await admin.query<{ count: number }>(`select count(*)::integer as count ${text}`)).rows[0]!.count
  const said = (word: string) => count(`from conversations.message where content ->> 'text' like '${word} (v_)'`)
  const until = createUntil(() => () => {})
  for (const [word, enough] of [
    ['dos', 5],
    ['dos', 15],
    ['tres', 8],
    ['tres', customers],
  ] as const) {
    const { kill } = await startProductProcess({ adminUrl, dataDir, graphUrl: graph.url, keys })
    await until(async () => (await said(word)) >= enough, `${enough} heard ${word}`)
    await kill()
  }

  for (const word of words) {
    assert.equal(await said(word), customers, word)
    assert.equal(await count(`from conversations.message where content ->> 'text' = '${word} (v3)'`), customers, word)
  }
  const { rows } = await admin.query<{ status: string; number: number; path: string }>(
    `select r.status, v.number, string_agg(p.step || ' ' || p.cause, ', ' order by p.id) as path from flows.run r join flows.version v on v.tenant_id = r.tenant_id and v.id = r.version_id
     join flows.path p on p.tenant_id = r.tenant_id and p.run_id = r.id where r.flow_id = $1 group by r.id, r.status, v.number`,
    [flow.id],
  )
  assert.equal(rows.length, customers)
  const path = 'uno start, rest1 went_on, rest1 timeout, dos went_on, rest2 went_on, rest2 timeout, tres went_on, tres ended'
  assert.deepEqual(
    [...new Set(rows.map((row) => `${row.number} ${row.status} ${row.path.replaceAll(/, rest\d timeout/g, '')}`))],
    [`3 finished ${path.replaceAll(/, rest\d timeout/g, '')}`],
  )
  await admin.end()
})
