import assert from 'node:assert/strict'
import { test } from 'node:test'
import { scheduledRoutes } from '@chasqui/contracts'
import { openCentre } from '../kit/centre.ts'
import { startMortal } from '../kit/killed.ts'

const talks = 5
const each = 6
/** So many have gone out before the process dies. */
const sentBeforeDeath = [3, 12]

test('a process that dies while the time of messages comes says each of them once', async () => {
  const { graph, the, livesAfter } = await startMortal()
  const centre = await openCentre(the)
  const at = new Date((await the.clock.now()).getTime() + 3_600_000).toISOString()
  for (let talk = 0; talk < talks; talk += 1) {
    const { id } = await centre.says(centre.customer())
    for (let count = 0; count < each; count += 1)
      await centre.boss.api.ask(scheduledRoutes.create, { params: { id }, body: { content: { type: 'text', text: `plan ${talk} ${count}` }, at } })
  }

  const lives = await livesAfter()
  // Their time comes as the product starts.
  const due = new Date(Date.now() - 1000).toISOString()
  await lives.admin.query('update conversations.scheduled_message set due_at = $1', [due])
  await lives.admin.query(
    `update platform.job set run_at = $1::text::timestamptz, payload = jsonb_set(payload::jsonb, '{at}', to_jsonb($1::text)) where payload ->> 'type' = 'send_scheduled'`,
    [due],
  )
  await lives.admin.query(`update platform.lane set ready_at = $1 where queue = 'due'`, [due])
  const said = async () =>
    (
      await lives.admin.query<{ text: string; count: number }>(
        `select content ->> 'text' as text, count(*)::integer as count from conversations.message where content ->> 'text' like 'plan %' group by 1`,
      )
    ).rows
  for (const enough of [...sentBeforeDeath, talks * each]) await lives.endAs(async () => (await said()).length >= enough, `${enough} are said`)
  const rows = await said()
  assert.deepEqual([rows.length, rows.filter(({ count }) => count !== 1)], [talks * each, []])
  assert.equal(await lives.count('from conversations.scheduled_message'), 0, 'nothing waits any more')
  const sent = graph.ledger.received.map(({ text }) => text).filter((text) => text.startsWith('plan '))
  assert.equal(new Set(sent).size, sent.length, 'no customer read anything twice')
})
