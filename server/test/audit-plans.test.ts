import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { AuditFilter, AuditRecord } from '@chasqui/contracts'
import { connectionFor } from '#platform/database/roles'
import { newId } from '#platform/ids'
import { pageText } from '../src/modules/audit/list.ts'
import { clientTo, databaseSecret } from './kit/cluster.ts'
import { startProduct, type RunningProduct } from './kit/product.ts'

/** What a page of a long trail costs: the rows of the page, found by an index in their order, whatever the filter and however deep the page. */
let the: RunningProduct
const other = newId()
before(async () => {
  the = await startProduct()
  await the.admin.query('set session_replication_role = replica')
  await the.admin.query(
    `insert into audit.record (tenant_id, seq, at, actor_kind, actor_id, actor_name, action, subject_kind, subject_id, address, agent, request_id, result, previous_hash, hash)
     select tenant, 1000000 + n, '2026-01-01'::timestamptz + n * interval '1 minute', 'user', 'person ' || n % 500, 'Ana', (array['contact.changed', 'conversation.closed', 'message.sent', 'tag.created'])[1 + n % 4],
       'contact', 'thing ' || n % 5000, '192.0.2.1', 'Browser', 'r' || n, case when n % 1000 = 0 then 'refused' else 'done' end, '\\x00', sha256(n::text::bytea)
     from unnest(array[$1, $2]::uuid[]) as tenant, generate_series(1, 40000) as n`,
    [the.owner.tenantId, other],
  )
  await the.admin.query('set session_replication_role = default')
  await the.admin.query('analyze audit.record')
})
after(() => the.stop())

type Plan = { 'Node Type': string; 'Index Name'?: string; 'Rows Removed by Filter'?: number; 'Actual Rows': number; Plans?: Plan[] }
const nodes = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodes)]

/** The plan as the application gets it: with its role, its tenant and what row-level security adds. */
const planOf = async (filter: AuditFilter, deep: boolean): Promise<Plan[]> =>
  clientTo(await connectionFor(the.adminUrl, 'cq_app', databaseSecret), async (app) => {
    await app.query(`set app.tenant_id = '${the.owner.tenantId}'`)
    const { text, values } = pageText(the.owner.tenantId, filter, deep ? { at: '2026-01-20 00:00:00+00', seq: 1_020_000 } : null, 50)
    const { rows } = await app.query<{ 'QUERY PLAN': { Plan: Plan }[] }>(`explain (analyze, format json) ${text}`, values)
    return nodes(rows[0]!['QUERY PLAN'][0]!.Plan)
  })

const cases: [filter: AuditFilter, index: string][] = [
  [{}, 'record_at'],
  [{ actorId: 'person 7' }, 'record_actor'],
  [{ subjectId: 'thing 77' }, 'record_subject'],
  [{ action: 'tag.created' }, 'record_action'],
  [{ action: 'tag' }, 'record_kind'],
  [{ result: 'refused' }, 'record_refused'],
  [{ from: '2026-01-10T00:00:00Z', to: '2026-01-12T00:00:00Z' }, 'record_at'],
  [{ actorId: 'person 7', from: '2026-01-10T00:00:00Z', to: '2026-01-20T00:00:00Z' }, 'record_actor'],
]
for (const [filter, index] of cases)
  for (const deep of [false, true])
    test(`${JSON.stringify(filter)}${deep ? ', far down,' : ''} is read from ${index} in its order`, async () => {
      const plan = await planOf(filter, deep)
      assert.deepEqual(
        plan.flatMap((node) => node['Index Name'] ?? []),
        [index],
      )
      assert.ok(!plan.some((node) => /Seq Scan|Sort|Bitmap/.test(node['Node Type'])), plan.map((node) => node['Node Type']).join())
      assert.ok(plan.every((node) => (node['Rows Removed by Filter'] ?? 0) < 100))
    })

test('a download of many pages has every record once, in its order', async () => {
  const { body } = await the.owner.api.send<AuditRecord[]>('GET', '/api/audit/export?format=json&action=tag.created')
  const numbers = body.map(({ seq }) => seq)
  assert.equal(numbers.length, 10_000)
  assert.deepEqual(
    numbers,
    [...new Set(numbers)].toSorted((a, b) => b - a),
  )
})
