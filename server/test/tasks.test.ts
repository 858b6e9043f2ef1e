import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { TaskListQuery, type QueryInput, type taskRoutes } from '@chasqui/contracts'
import { createTasks } from '#tasks'
import { newId } from '#platform/ids'
import { pageText } from '../src/modules/tasks/views.ts'
import { openPlatform, type PlatformStage } from './platform-setup.ts'

/** Tasks below the API: what the database refuses, what two contacts that are one leave, and what a page costs where there are many. */
const now = new Date('2026-05-04T12:00:00Z')
const tasks = createTasks({ now: () => now, newId })
const [tenantId, many, me] = [newId(), newId(), newId()]
let stage: PlatformStage
before(async () => {
  stage = await openPlatform(() => now)
  for (const [id, slug] of [
    [tenantId, 'pocos'],
    [many, 'muchos'],
  ])
    await stage.admin.query(`insert into tenancy.tenant (tenant_id, name, slug, created_at, updated_at) values ($1, $2, $2, now(), now())`, [id, slug])
})
after(() => stage.close())

const newContact = async () => {
  const id = newId()
  await stage.admin.query('insert into contacts.contact (tenant_id, id, created_at, updated_at) values ($1, $2, now(), now())', [tenantId, id])
  return id
}
const insert = (contactId: string, more: Record<string, unknown> = {}) => {
  const row = {
    title: 'Llamar',
    details: '',
    priority: 'low',
    state: 'pending',
    creator_kind: 'flow',
    due_at: null,
    remind_minutes: null,
    ended_at: null,
    ...more,
  }
  const names = Object.keys(row)
  return stage.admin.query(
    `insert into tasks.task (tenant_id, id, contact_id, created_by, created_at, updated_at, ${names.join(', ')}) values ($1, $2, $3, $2, now(), now(), ${names.map((_, index) => `$${index + 4}`).join(', ')})`,
    [tenantId, newId(), contactId, ...Object.values(row)],
  )
}

test('the database takes no other state or priority, no ended task without its instant, and no reminder of no time', async () => {
  const contact = await newContact()
  await insert(contact)
  await assert.rejects(insert(contact, { state: 'overdue' }), /task_state_check/)
  await assert.rejects(insert(contact, { priority: 'urgent' }), /task_priority_check/)
  await assert.rejects(insert(contact, { state: 'completed' }), /task_ended/)
  await assert.rejects(insert(contact, { ended_at: now }), /task_ended/)
  await assert.rejects(insert(contact, { remind_minutes: 5 }), /task_reminded_before_its_time/)
  await assert.rejects(insert(newId()), /foreign key/)
})

test('what is to be done for two contacts that turn out to be one is to be done for that one', async () => {
  const [from, into] = [await newContact(), await newContact()]
  for (const contact of [from, from, into]) await insert(contact)
  await stage.database.inTenant(tenantId, (tx) => tasks.movePerson(tx, { from, into }))
  const { rows } = await stage.admin.query<{ contact_id: string }>('select contact_id from tasks.task where contact_id = any($1)', [[from, into]])
  assert.deepEqual(
    rows.map(({ contact_id }) => contact_id),
    [into, into, into],
  )
})

describe('a page of tasks where there are 40,000', () => {
  const mates = [me, ...Array.from({ length: 39 }, () => newId())]
  const busy = newId()
  before(async () => {
    await stage.admin.query('set session_replication_role = replica')
    await stage.admin.query(
      `insert into tasks.task (tenant_id, id, contact_id, title, details, assignee_id, due_at, priority, state, creator_kind, created_by, created_at, updated_at, ended_at)
       select $1, gen_random_uuid(), case when n % 400 = 0 then $4::uuid else gen_random_uuid() end, 'x', '', case when n % 3 > 0 then ($2::uuid[])[1 + n % 40] end,
         case when n % 5 > 0 then $3::timestamptz + (n % 4000 - 200) * interval '1 hour' end, 'low', state, 'flow', gen_random_uuid(), $3, $3,
         case when state in ('completed', 'cancelled') then $3::timestamptz - n * interval '1 minute' end
       from (select n, case when n % 4 > 0 then 'completed' when n % 97 = 0 then 'in_progress' when n % 101 = 0 then 'cancelled' else 'pending' end as state
         from generate_series(1, 40000) n) input`,
      [many, mates, now, busy],
    )
    await stage.admin.query('analyze tasks.task')
  })

  type Plan = {
    'Relation Name'?: string
    'Index Name'?: string
    'Actual Rows': number
    'Rows Removed by Filter'?: number
    'Actual Loops': number
    Plans?: Plan[]
  }
  const nodes = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodes)]
  const lookedAt = (query: QueryInput<typeof taskRoutes.list>) =>
    stage.database.inTenant(
      many,
      async (tx) => {
        const { text, values } = pageText(tx, now, me, TaskListQuery.parse(query))
        const { rows } = await tx.query<{ 'QUERY PLAN': { Plan: Plan }[] }>(`explain (analyze, format json) ${text}`, values)
        const scans = nodes(rows[0]!['QUERY PLAN'][0]!.Plan).filter((node) => node['Relation Name'] === 'task')
        return scans.reduce((sum, node) => sum + (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops'], 0)
      },
      { userId: me, reach: 'all', hides: [] },
    )

  for (const query of [
    {},
    { assigneeId: 'me' },
    { assigneeId: 'nobody' },
    { state: 'overdue' },
    { state: 'overdue', assigneeId: 'me' },
    { state: 'completed' },
    { state: 'completed', assigneeId: 'me' },
    { state: 'cancelled' },
    { dueBefore: now.toISOString() },
    { contactId: busy },
    { cursor: `open_2026-06-04T12:00:00.000Z_80000000-0000-4000-8000-000000000000` },
    { cursor: `open_infinity_80000000-0000-4000-8000-000000000000`, assigneeId: 'me' },
    { state: 'completed', cursor: `ended_2026-04-24T12:00:00.000Z_80000000-0000-4000-8000-000000000000` },
  ] satisfies QueryInput<typeof taskRoutes.list>[])
    test(`${JSON.stringify(query)} looks at little more than it shows`, async () => {
      const looked = await lookedAt(query)
      assert.ok(looked <= 210, `${looked} rows`)
    })
})
