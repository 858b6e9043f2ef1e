import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Tx } from '#platform/database/transaction'
import { newId } from '#platform/ids'
import { draftsText, rememberNumbers } from '../src/modules/flows/known-numbers.ts'
import { listFlows, listText } from '../src/modules/flows/list.ts'
import { openPlatform, type PlatformStage } from './platform-setup.ts'

/** What a page of the list of flows costs among 5,000 flows, and how often drafts are looked at for it. */
const [tenantId, otherTenant] = [newId(), newId()]
const now = new Date('2026-05-04T12:00:00Z')
/** Its one step leads to a step that is not there. */
const broken = { schema: 1, start: 'a', nodes: { a: { type: 'message', text: 'Hola', next: 'nowhere' } } }
let stage: PlatformStage
before(async () => {
  stage = await openPlatform(() => now)
  await stage.admin.query('set session_replication_role = replica')
  await stage.admin.query(
    `insert into flows.flow (tenant_id, id, name, draft, created_at, updated_at)
     select case when n % 2 = 0 then $1::uuid else $2::uuid end, gen_random_uuid(), 'Flow ' || n, $3, $4, $4 from generate_series(1, 10000) n`,
    [tenantId, otherTenant, JSON.stringify(broken), now],
  )
  await stage.admin.query('analyze flows.flow')
})
after(() => stage.close())

type Plan = { 'Node Type': string; 'Relation Name'?: string; 'Actual Rows': number; 'Actual Loops': number; 'Rows Removed by Filter'?: number; Plans?: Plan[] }
const nodes = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodes)]
const looksAt = async (tx: Tx, text: string, values: unknown[]): Promise<{ rows: number; ways: string }> => {
  const { rows } = await tx.query<{ 'QUERY PLAN': { Plan: Plan }[] }>(`explain (analyze, format json) ${text}`, values)
  const scans = nodes(rows[0]!['QUERY PLAN'][0]!.Plan).filter((node) => node['Relation Name'] === 'flow')
  return {
    rows: scans.reduce((sum, node) => sum + (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops'], 0),
    ways: scans.map((node) => node['Node Type']).join(),
  }
}
/** The transaction, noting which drafts are read through it. */
const noting = (tx: Tx, drafts: string[][]): Tx => ({
  ...tx,
  query: (text, values) => {
    if (text === draftsText) drafts.push(values![1] as string[])
    return tx.query(text, values)
  },
})

test('a page looks at a page of flows, and at the drafts of those that it does not know', async () => {
  await stage.database.inTenant(tenantId, async (tx) => {
    const page = await looksAt(tx, listText, [tenantId, null, 51])
    assert.ok(page.rows <= 51 && !page.ways.includes('Seq Scan'), `${page.rows} ${page.ways}`)
    const { rows } = await tx.query<{ id: string }>('select id from flows.flow where tenant_id = $1 order by id limit 50', [tenantId])
    const drafts = await looksAt(tx, draftsText, [tenantId, rows.map(({ id }) => id)])
    assert.ok(drafts.rows <= 50 && !drafts.ways.includes('Seq Scan'), `${drafts.rows} ${drafts.ways}`)
  })
})

test('a draft is read and checked once; after a change it is again, and no other', async () => {
  const numbersOf = rememberNumbers({ isPattern: () => true })
  const list = () =>
    stage.database.inTenant(tenantId, async (tx) => {
      const drafts: string[][] = []
      const { items } = await listFlows(noting(tx, drafts), { numbersOf }, { limit: 50 })
      return { items, drafts }
    })
  const first = await list()
  assert.deepEqual([first.items.length, first.drafts.length, first.drafts[0]!.length], [50, 1, 50])
  assert.ok(first.items.every(({ steps, problems }) => steps === 1 && problems.errors > 0))
  assert.deepEqual((await list()).drafts, [])

  const { id } = first.items[7]!
  const mended = { ...broken, nodes: { a: { ...broken.nodes.a, next: null } } }
  await stage.admin.query('update flows.flow set draft = $3, revision = revision + 1 where tenant_id = $1 and id = $2', [tenantId, id, JSON.stringify(mended)])
  const third = await list()
  assert.deepEqual(third.drafts, [[id]])
  assert.deepEqual(
    third.items.filter(({ problems }) => problems.errors === 0).map((flow) => flow.id),
    [id],
  )
})
