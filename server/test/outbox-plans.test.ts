import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { OutboxEntry } from '@chasqui/contracts'
import { newId } from '#platform/ids'
import { sendingOf } from '#platform/outbox/sending-of'
import { listOutbox, pageText, type Filter } from '../src/modules/operations/outbox-list.ts'
import { openPlatform, type PlatformStage } from './platform-setup.ts'

/** What a page of one channel's outbox costs where there are 60,000 messages and that channel has hardly any: it is found, and few of the others are looked at. */
const [tenantId, busy, quiet] = [newId(), newId(), newId()]
const now = new Date('2026-05-04T12:00:00Z')
const states = ['failed', 'uncertain', 'cancelled', 'pending', 'processing', 'sent'] as const

let stage: PlatformStage
before(async () => {
  stage = await openPlatform(() => now)
  await stage.admin.query('set session_replication_role = replica')
  // Every twelve-thousandth is the quiet channel's. Ids are in the order of time, as the product's are.
  await stage.admin.query(
    `insert into platform.outbox (tenant_id, id, sender, recipient, kind, payload, state, not_before, attempts, created_at, updated_at)
     select $1, lpad(to_hex(n), 32, '0')::uuid, case when n % 12000 = 0 then $3::uuid else $2::uuid end, 'phone:' || n % 500, 'message', '{"content": {"type": "text"}}',
       case when n % 12000 = 0 then ($5::text[])[n / 12000] when n % 100 < 3 then ($5::text[])[1 + n % 100] else 'sent' end, $4, 0, $4, $4 from generate_series(1, 72000) n`,
    [tenantId, busy, quiet, now, states],
  )
  await stage.admin.query('analyze platform.outbox')
})
after(() => stage.close())

type Plan = { 'Node Type': string; 'Relation Name'?: string; 'Actual Rows': number; 'Actual Loops': number; 'Rows Removed by Filter'?: number; Plans?: Plan[] }
const nodes = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodes)]

const looked = async (filter: Filter): Promise<number> => {
  const { text, values } = pageText(tenantId, filter, now)
  const { rows } = await stage.database.inTenant(tenantId, (tx) =>
    tx.query<{ 'QUERY PLAN': { Plan: Plan }[] }>(`explain (analyze, format json) ${text}`, values),
  )
  return nodes(rows[0]!['QUERY PLAN'][0]!.Plan)
    .filter((node) => node['Relation Name'] === 'outbox')
    .reduce((sum, node) => sum + (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops'], 0)
}

const page = (filter: Filter) => {
  const ports = { now: () => now, requeue: () => Promise.resolve(false), showCancelled: () => Promise.resolve() }
  return stage.database.inTenant(tenantId, (tx) => listOutbox(tx, ports, filter))
}

for (const state of ['failed', 'uncertain', 'cancelled', 'pending', 'processing', 'scheduled', 'retry'] as const)
  test(`what is ${state} on a channel is found without looking at the others'`, async () => {
    for (const channelId of [quiet, busy]) {
      const rows = await looked({ limit: 50, channelId, state })
      assert.ok(rows <= 51, `${rows} rows`)
    }
  })

for (const state of [undefined, 'sent'] as const)
  test(`${state ?? 'all'} of a channel comes to its end page by page, however little there is between the others'`, async () => {
    const filter = { limit: 50, channelId: quiet, state }
    assert.ok((await looked(filter)) <= 5001)
    const found: OutboxEntry['state'][] = []
    let cursor: string | null | undefined
    let pages = 0
    for (; cursor !== null; pages++) {
      const { items, nextCursor }: Awaited<ReturnType<typeof page>> = await page({ ...filter, cursor })
      found.push(...items.map((entry) => entry.state))
      cursor = nextCursor
    }
    assert.deepEqual(found, state ? ['sent'] : states.toReversed())
    assert.ok(pages > 5, `${pages} pages`)
  })

test('how each channel fares is read from what waits and what failed there', async () => {
  const found = await stage.database.inTenant(tenantId, (tx) => sendingOf(tx, [busy, quiet], new Date(now.getTime() - 1000)))
  assert.deepEqual(
    found.map(({ sender, waiting, failed }) => [sender, waiting, failed]),
    [
      // One in a hundred failed; six of those are the quiet channel's.
      [busy, 0, 714],
      [quiet, 1, 1],
    ],
  )
})

test('a full page leads on from its last row', async () => {
  const first = await page({ limit: 50, channelId: busy })
  assert.deepEqual([first.items.length, first.nextCursor], [50, first.items.at(-1)!.id])
  const second = await page({ limit: 50, channelId: busy, cursor: first.nextCursor ?? undefined })
  assert.ok(second.items[0]!.id < first.nextCursor!)
})
