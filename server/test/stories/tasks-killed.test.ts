import assert from 'node:assert/strict'
import { test } from 'node:test'
import { contactRoutes, taskRoutes, type FlowDraft } from '@chasqui/contracts'
import { publishFlow, someone } from '../kit/flows.ts'
import { startMortal } from '../kit/killed.ts'
import { connectNumber } from '../kit/whatsapp.ts'

const many = 24

test('a process that dies while the time of tasks comes reminds of each of them once', async () => {
  const { the, livesAfter } = await startMortal()
  const { api, userId } = the.owner
  const { id: contactId } = await api.ask(contactRoutes.create, { body: { name: 'Rosa' } })
  const dueAt = new Date((await the.clock.now()).getTime() + 3_600_000).toISOString()
  for (let task = 0; task < many; task += 1) await api.ask(taskRoutes.create, { body: { title: `Llamar ${task}`, contactId, assigneeId: userId, dueAt } })

  const lives = await livesAfter()
  // Their time comes as the product starts.
  const due = new Date(Date.now() - 1000).toISOString()
  await lives.admin.query('update tasks.task set due_at = $1', [due])
  await lives.admin.query(
    `update platform.job set run_at = $1::text::timestamptz, payload = jsonb_set(payload::jsonb, '{at}', to_jsonb($1::text)) where payload ->> 'type' = 'remind_task'`,
    [due],
  )
  await lives.admin.query(`update platform.lane set ready_at = $1 where queue = 'due'`, [due])
  const told = async () =>
    (
      await lives.admin.query<{ id: string; count: number }>(
        `select payload ->> 'taskId' as id, count(*)::integer as count from
           (select type, payload from platform.event union all select type, payload from platform.event_pending) e where type = 'task.due' group by 1`,
      )
    ).rows
  for (const enough of [4, 13, many]) await lives.endAs(async () => (await told()).length >= enough, `${enough} are reminded of`)
  const rows = await told()
  assert.deepEqual([rows.length, rows.filter(({ count }) => count !== 1)], [many, []])
})

/** Rests, leaves a task, and says that it did. */
const definition: FlowDraft = {
  schema: 1,
  start: 'rest',
  nodes: {
    rest: { type: 'delay', seconds: 3600, next: 'leave' },
    leave: { type: 'task', title: 'Llamar', to: 'nobody', people: [], priority: 'medium', next: 'said' },
    said: { type: 'message', text: 'Te llamamos', next: null },
  },
}

test('wherever the process dies, a flow leaves each customer’s task once', async () => {
  const { the, livesAfter } = await startMortal()
  const number = await connectNumber(the.url, the.owner.api, { flow: false })
  await publishFlow(the.owner.api, definition, { channelId: number.channelId })
  for (let customer = 0; customer < many; customer += 1) await number.say(someone(), 'hola')
  await the.idle()
  const lives = await livesAfter()
  await lives.makeTimersDue()
  const left = () => lives.count('from tasks.task')
  for (const enough of [5, 15, many]) await lives.endAs(async () => (await left()) >= enough, `${enough} are left`)
  const { rows } = await lives.admin.query<{ contacts: number; tasks: number }>(
    'select count(distinct contact_id)::integer as contacts, count(*)::integer as tasks from tasks.task',
  )
  assert.deepEqual(rows, [{ contacts: many, tasks: many }])
})
