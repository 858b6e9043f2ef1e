import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { newId } from '#platform/ids'
import { abTestText, abTestWithMilestoneText } from '../src/modules/flows/measures/ab-test.ts'
import { armsText, armsWithMilestoneText } from '../src/modules/flows/measures/arms.ts'
import { behindText, cameText, lostText, medianText, waysText } from '../src/modules/flows/measures/drop-off.ts'
import { runsText } from '../src/modules/flows/runs/read.ts'
import { openPlatform, type PlatformStage } from './platform-setup.ts'

/** What the numbers of one flow cost where 400,000 things happened in flows: how many of them are looked at, whatever is asked. */
const [tenantId, flowId, otherFlow, versionId] = [newId(), newId(), newId(), newId()]
const now = new Date('2026-05-04T12:00:00Z')
const month = [new Date('2026-04-04T12:00:00Z'), now]
let stage: PlatformStage
before(async () => {
  stage = await openPlatform(() => now)
  await stage.admin.query('set session_replication_role = replica')
  // Runs of ten happenings each; every other flow's, and one in four within the month that is asked about.
  await stage.admin.query(
    `insert into flows.path (tenant_id, run_id, id, conversation_id, flow_id, version_id, at, step, cause, outcome, from_step, waited_ms, way, lost_as)
     select $1, run, gen_random_uuid(), run, case when n % 2 = 0 then $2::uuid else $3::uuid end, $4, $5::timestamptz - (n % 120) * interval '1 day' - part * interval '1 minute', 's' || part,
       case part when 0 then 'start' when 9 then 'ended' when 4 then 'answered' else 'went_on' end, case part when 9 then 'finished' end,
       case when part > 0 and part <> 4 then 's' || (part - 1) end, n % 5000, 'next', case when part = 9 and n % 7 = 0 then 'silent' end
     from (select n, gen_random_uuid() as run from generate_series(1, 40000) n) runs, generate_series(0, 9) part`,
    [tenantId, flowId, otherFlow, versionId, now],
  )
  await stage.admin.query(
    `insert into flows.run (tenant_id, id, conversation_id, flow_id, version_id, status, state, started_at, updated_at)
     select distinct on (run_id) tenant_id, run_id, conversation_id, flow_id, version_id, 'finished', '{"node": "s9"}', at, at from flows.path`,
  )
  await stage.admin.query(`insert into flows.version (tenant_id, id, flow_id, number, definition, published_at) values ($1, $2, $3, 1, '{}', $4)`, [
    tenantId,
    versionId,
    flowId,
    now,
  ])
  // One run in ten began in a test of the flow against another.
  await stage.admin.query(`update flows.run set ab_test_of = $1 where get_byte(uuid_send(id), 15) % 10 = 0`, [flowId])
  await stage.admin.query(
    `insert into conversations.conversation (tenant_id, id, channel_id, contact_id, identity_id, state, floor, last_activity_at, closed_at, created_at, updated_at)
     select distinct on (run_id) tenant_id, run_id, run_id, run_id, run_id, 'closed', 'nobody', at, at, at, at from flows.path`,
  )
  await stage.admin.query(
    `insert into flows.milestone (tenant_id, contact_id, kind, name, at) select tenant_id, id, 'tag', 'vip', $1 from flows.run where get_byte(uuid_send(id), 14) % 4 = 0`,
    [now],
  )
  await stage.admin.query('analyze flows.path, flows.run, flows.milestone, conversations.conversation')
})
after(() => stage.close())

type Plan = { 'Node Type': string; 'Relation Name'?: string; 'Actual Rows': number; 'Actual Loops': number; 'Rows Removed by Filter'?: number; Plans?: Plan[] }
const nodes = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodes)]
const looksAt = async (text: string, values: unknown[], relation: string): Promise<{ rows: number; ways: string[] }> => {
  const { rows } = await stage.database.inTenant(tenantId, (tx) =>
    tx.query<{ 'QUERY PLAN': { Plan: Plan }[] }>(`explain (analyze, format json) ${text}`, values),
  )
  const scans = nodes(rows[0]!['QUERY PLAN'][0]!.Plan).filter((node) => node['Relation Name'] === relation)
  return {
    rows: scans.reduce((sum, node) => sum + (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops'], 0),
    ways: scans.map((node) => node['Node Type']),
  }
}

const span = [tenantId, flowId, ...month, null]
/** What moved in the flow within the month: a twentieth and more of all that happened. */
const moved = 47_000
const asked: [string, string, unknown[], number][] = [
  ['who came', cameText, span, moved],
  ['who was lost', lostText, span, 2 * moved],
  ['where they went', waysText, span, moved],
  ['how long they stood', medianText, span, moved],
  ['the conversations behind a number', behindText('lost'), [...span, 's8', null, null, null, null, 51], moved],
  ['arms and their goals', armsText, [...span, 's2', 's7', null], 2 * moved],
  ['arms and what counts wherever it happens', armsWithMilestoneText, [...span, 's2', 'tag', 'vip'], moved],
]
for (const [name, text, values, most] of asked)
  test(`${name}: no more is looked at than happened in the flow within the time`, async () => {
    const { rows, ways } = await looksAt(text, values, 'path')
    assert.ok(rows > 0 && rows <= most, `${rows} rows`)
    assert.ok(!ways.includes('Seq Scan'), ways.join())
  })

test('an A/B test of flows looks at the runs that began in it, and at the ends of those', async () => {
  const values = [tenantId, flowId, ...month, 'finished']
  const runs = await looksAt(abTestText, values, 'run')
  assert.ok(runs.rows > 0 && runs.rows <= 5000 && !runs.ways.includes('Seq Scan'), `${runs.rows} ${runs.ways.join()}`)
  const path = await looksAt(abTestText, values, 'path')
  assert.ok(path.rows > 0 && path.rows <= 50_000 && !path.ways.includes('Seq Scan'), `${path.rows} ${path.ways.join()}`)
})

test('what counts wherever it happens is looked up once for each person in the test', async () => {
  const arms = await looksAt(armsWithMilestoneText, [...span, 's2', 'tag', 'vip'], 'milestone')
  assert.ok(arms.rows <= 10_000, `${arms.rows} ${arms.ways.join()}`)
  const values = [tenantId, flowId, ...month, 'tag', 'vip']
  const milestones = await looksAt(abTestWithMilestoneText, values, 'milestone')
  assert.ok(milestones.rows <= 5000, `${milestones.rows} ${milestones.ways.join()}`)
})

test('a page of runs looks at a page of runs', async () => {
  const { rows, ways } = await looksAt(runsText, [tenantId, flowId, null, null, null, null, null, null, null, 51], 'run')
  assert.ok(rows <= 52 && !ways.includes('Seq Scan'), `${rows} ${ways.join()}`)
})

test('a search for words looks at so many runs and no more', async () => {
  const { rows } = await looksAt(runsText, [tenantId, flowId, null, null, null, null, null, null, '%nowhere%', 5000], 'run')
  assert.equal(rows, 5000)
  const path = await looksAt(runsText, [tenantId, flowId, null, null, null, null, null, null, '%nowhere%', 5000], 'path')
  assert.ok(path.rows <= 51_000 && !path.ways.includes('Seq Scan'), `${path.rows} ${path.ways.join()}`)
})
