import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import pg from 'pg'
import { channelRoutes, flowRoutes, type FlowDraft } from '@chasqui/contracts'
import { startGraphApi, type GraphApi } from '../doubles/graph-api/server.ts'
import { startProductProcess } from '../kit/product-process.ts'
import { startProduct } from '../kit/product.ts'
import { createUntil } from '../kit/until.ts'
import { connectNumber } from '../kit/whatsapp.ts'
import { keys } from '../kit/settings.ts'

let graph: GraphApi
before(async () => {
  graph = await startGraphApi()
})
after(() => graph.close())

const customers = 24
/** Rests, comes to the step that lets people through once, rests, and comes to it again. */
const definition: FlowDraft = {
  schema: 1,
  start: 'hello',
  always: { human: ['persona'] },
  nodes: {
    hello: { type: 'message', text: 'hola', next: 'rest' },
    rest: { type: 'delay', seconds: 3600, next: 'once' },
    once: { type: 'once', first: 'first', again: 'again' },
    first: { type: 'message', text: 'primera', next: 'pause' },
    pause: { type: 'delay', seconds: 1, next: 'once' },
    again: { type: 'message', text: 'otra', next: null },
  },
}

test('wherever the process dies, everybody is let through for the first time once, and comes again once', async () => {
  const first = await startProduct({ env: { GRAPH_API_URL: graph.url, TRUST_PROXY: '127.0.0.1' } })
  const { api } = first.owner
  const number = await connectNumber(first.url, api, { flow: false })
  const { id } = await api.ask(flowRoutes.create, { body: { name: 'Una vez', definition } })
  await api.ask(flowRoutes.publish, { params: { id }, body: {} })
  await api.ask(channelRoutes.update, { params: { id: number.channelId }, body: { flowId: id } })
  for (let customer = 0; customer < customers; customer += 1)
    await number.say({ phone: `54911665600${String(customer).padStart(2, '0')}`, name: 'Clienta' }, 'hola')
  await first.idle()
  const { adminUrl, dataDir } = first
  await first.stop()

  const admin = new pg.Client({ connectionString: adminUrl })
  await admin.connect()
  await admin.query(`update platform.job set run_at = now() where payload ->> 'type' = 'flow_timer'`)
  await admin.query(`update platform.lane set ready_at = now() where queue = 'due'`)
  const said = async (word: string) =>
    (
      await admin.query<{ count: number }>(`select count(*)::integer as count from conversations.message where content ->> 'text' = $1 and direction = 'out'`, [
        word,
      ])
    ).rows[0]!.count
  const until = createUntil(() => () => {})
  for (const [word, enough] of [
    ['primera', 5],
    ['primera', 15],
    ['otra', 8],
    ['otra', customers],
  ] as const) {
    const { kill } = await startProductProcess({ adminUrl, dataDir, graphUrl: graph.url, keys })
    await until(async () => (await said(word)) >= enough, `${enough} heard ${word}`)
    await kill()
  }

  const { rows } = await admin.query<{ said: string }>(
    `select string_agg(content ->> 'text', ', ' order by seq) as said from conversations.message m
     where direction = 'out' and content ->> 'text' in ('hola', 'primera', 'otra') and conversation_id in (select conversation_id from flows.run where flow_id = $1)
     group by conversation_id`,
    [id],
  )
  assert.deepEqual([rows.length, [...new Set(rows.map((row) => row.said))]], [customers, ['hola, primera, otra']])
  await admin.end()
})
