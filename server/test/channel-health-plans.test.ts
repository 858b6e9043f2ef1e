import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Sight } from '#platform/database/sight'
import type { Tx } from '#platform/database/transaction'
import { newId } from '#platform/ids'
import { figuresOf, figuresText, figuresValues } from '#platform/outbox/figures'
import { changesText } from '../src/modules/channels/states.ts'
import { openPlatform, type PlatformStage } from './platform-setup.ts'

/** What it costs to tell how a channel has been doing where there are 60,000 messages and another channel comes and goes all the time. */
const [tenantId, busy, quiet] = [newId(), newId(), newId()]
const now = new Date('2026-05-04T12:00:00Z')
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000)

let stage: PlatformStage
before(async () => {
  stage = await openPlatform(() => now)
  await stage.admin.query('set session_replication_role = replica')
  // One a minute, the newest a minute ago; every hundredth is the quiet channel's. Ids are in the order of time, as the product's are. The last ones took n seconds.
  await stage.admin.query(
    `insert into platform.outbox (tenant_id, id, sender, recipient, kind, payload, state, not_before, attempts, created_at, updated_at)
     select $1, lpad(to_hex(60001 - n), 32, '0')::uuid, case when n % 100 = 0 then $3::uuid else $2::uuid end, 'phone:' || n % 500, 'message', '{}',
       case when n % 400 = 0 then 'failed' else 'sent' end, at, 1, at, at + n * interval '10 milliseconds' from (select n, $4::timestamptz - n * interval '1 minute' as at from generate_series(1, 60000) n) input`,
    [tenantId, busy, quiet, now],
  )
  await stage.admin.query(
    `insert into channels.state_change (tenant_id, channel_id, at, state)
     select $1, case when n % 1000 = 0 then $3::uuid else $2::uuid end, $4::timestamptz - n * interval '1 minute', case when n % 2 = 0 then 'connected' else 'connecting' end from generate_series(1, 20000) n`,
    [tenantId, busy, quiet, now],
  )
  await stage.admin.query('analyze platform.outbox, channels.state_change')
})
after(() => stage.close())

type Plan = { 'Node Type': string; 'Relation Name'?: string; 'Actual Rows': number; 'Actual Loops': number; 'Rows Removed by Filter'?: number; Plans?: Plan[] }
const nodes = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodes)]

type Asked = { table: string; text: string; valuesOf(tx: Tx): unknown[] | Promise<unknown[]>; sight?: Sight }

/** Rows of a table that a statement looks at, and by which ways. */
const looked = async ({ table, text, valuesOf, sight }: Asked): Promise<{ rows: number; by: string[] }> => {
  const { rows } = await stage.database.inTenant(
    tenantId,
    async (tx) => tx.query<{ 'QUERY PLAN': { Plan: Plan }[] }>(`explain (analyze, format json) ${text}`, await valuesOf(tx)),
    sight,
  )
  const found = nodes(rows[0]!['QUERY PLAN'][0]!.Plan).filter((node) => node['Relation Name'] === table)
  return {
    rows: found.reduce((sum, node) => sum + (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops'], 0),
    by: found.map((node) => node['Node Type']),
  }
}

test('how sending went is told by the newest 10,000 sends, found by their keys, whatever of them is seen', async () => {
  for (const sender of [busy, quiet])
    for (const reach of ['own', 'all'] as const) {
      const valuesOf = (tx: Tx) => figuresValues(tx, sender, [ago(1440), ago(10_080)])
      const { rows, by } = await looked({ table: 'outbox', text: figuresText, valuesOf, sight: { userId: newId(), reach, hides: [] } })
      assert.ok(rows <= 10_000, `${rows} rows where ${reach} is seen`)
      assert.deepEqual(by, ['Index Scan'])
    }
})

test('it tells from when on it counts where those reach back no further, and how long sends took', async () => {
  const [day, week] = await stage.database.inTenant(tenantId, (tx) => figuresOf(tx, quiet, [ago(1440), ago(10_080)]))
  assert.deepEqual([day!.from, day!.sent, day!.failed], [ago(1440), 11, 3])
  assert.deepEqual([week!.from, week!.sent, week!.failed], [ago(10_000), 75, 25])
  // 100, 200, 300, 500 … 1,400 entries ago, 10 ms each.
  assert.deepEqual([day!.median, Math.round(day!.p95! * 10) / 10], [7, 13.5])
})

test('the states of one channel are found without looking at those of others', async () => {
  const { rows, by } = await looked({ table: 'state_change', text: changesText, valuesOf: () => [tenantId, quiet] })
  assert.equal(rows, 20)
  assert.ok(!by.includes('Seq Scan'), by.join())
})
