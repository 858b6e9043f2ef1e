import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { contactStages, type ContactStage } from '@chasqui/contracts/contact-stages'
import fc from 'fast-check'
import { createContacts } from '#contacts'
import { newId } from '#platform/ids'
import { pageText } from '../src/modules/contacts/views.ts'
import { openPlatform, type PlatformStage } from './platform-setup.ts'

/** What becomes of the stages of people, below the API: two who turn out to be one, and what a page of one stage costs. */
let now = new Date('2026-05-04T12:00:00Z')
let stage: PlatformStage
const [tenantId, many] = [newId(), newId()]
const contacts = createContacts({
  now: () => now,
  newId,
  channelNamed: (_, reference) => Promise.resolve(reference),
  stageChanged: () => Promise.resolve(),
})

before(async () => {
  stage = await openPlatform(() => now)
  for (const [id, slug] of [
    [tenantId, 'pocos'],
    [many, 'muchos'],
  ])
    await stage.admin.query(`insert into tenancy.tenant (tenant_id, name, slug, created_at, updated_at) values ($1, $2, $2, now(), now())`, [id, slug])
})
after(() => stage.close())

const pass = () => {
  now = new Date(now.getTime() + 60_000)
}
const moves = async (id: string, to: ContactStage) => {
  pass()
  await stage.database.inTenant(tenantId, (tx) => contacts.update(tx, id, { stage: to }))
}
const newContact = () => stage.database.inTenant(tenantId, async (tx) => (await contacts.create(tx, { name: 'Ana' })).id)
const read = async (id: string) =>
  (
    await stage.admin.query<{ stage: ContactStage; changed: Date | null }>(
      'select stage, stage_changed_at as changed from contacts.contact where tenant_id = $1 and id = $2',
      [tenantId, id],
    )
  ).rows[0]!
const told = async (id: string) =>
  (
    await stage.admin.query<{ payload: { from: ContactStage; to: ContactStage } }>(
      `select payload from (select id, type, payload from platform.event_pending) e where type = 'contact.stage_changed' and payload ->> 'contactId' = $1 order by id`,
      [id],
    )
  ).rows.map(({ payload: { from, to } }) => `${from} → ${to}`)

describe('two contacts that are one person', () => {
  test('have the stage that was set last; where nobody set one, the other one’s holds, whatever it is', async () => {
    const move = fc.record({ whose: fc.constantFrom<'from' | 'into'>('from', 'into'), to: fc.constantFrom(...contactStages) })
    await fc.assert(
      fc.asyncProperty(fc.array(move, { maxLength: 5 }), async (all) => {
        const ids = { from: await newContact(), into: await newContact() }
        const stages: Record<'from' | 'into', ContactStage> = { from: 'new', into: 'new' }
        let last: 'from' | 'into' | null = null
        for (const { whose, to } of all) {
          await moves(ids[whose], to)
          // To where the person is already is no move.
          if (stages[whose] !== to) last = whose
          stages[whose] = to
        }
        const before = await told(ids.into)
        await stage.database.inTenant(tenantId, (tx) => contacts.join(tx, ids))
        const { stage: kept, changed } = await read(ids.into)
        assert.deepEqual([kept, changed !== null], [last === null ? 'new' : stages[last], last !== null])
        assert.deepEqual((await told(ids.into)).slice(before.length), kept === stages.into ? [] : [`${stages.into} → ${kept}`])
      }),
      { numRuns: 30 },
    )
  })
})

test('the database takes no other stage, and none but “new” that nobody set', async () => {
  const id = await newContact()
  const set = (to: string) => stage.admin.query('update contacts.contact set stage = $3 where tenant_id = $1 and id = $2', [tenantId, id, to])
  await assert.rejects(set('cliente'), /contact_stage_check/)
  await assert.rejects(set('won'), /contact_stage_set/)
})

test('a page of one stage is read from its index in its order, also far down', async () => {
  await stage.admin.query(
    `insert into contacts.contact (tenant_id, id, stage, stage_changed_at, created_at, updated_at)
     select $1, gen_random_uuid(), case when n % 500 = 0 then 'won' else 'lost' end, now(), now(), now() from generate_series(1, 30000) n`,
    [many],
  )
  await stage.admin.query('analyze contacts.contact')
  type Plan = { 'Relation Name'?: string; 'Index Name'?: string; 'Actual Rows': number; 'Rows Removed by Filter'?: number; Plans?: Plan[] }
  const nodes = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodes)]
  for (const wanted of ['won', 'lost', 'new'] as const)
    for (const cursor of [undefined, 'ffffffff-ffff-4fff-bfff-ffffffffffff', '80000000-0000-4000-8000-000000000000']) {
      const scans = await stage.database.inTenant(
        many,
        async (tx) => {
          const { text, values } = pageText(tx, { limit: 50, cursor, stage: wanted })
          const { rows } = await tx.query<{ 'QUERY PLAN': { Plan: Plan }[] }>(`explain (analyze, format json) ${text}`, values)
          return nodes(rows[0]!['QUERY PLAN'][0]!.Plan).filter((node) => node['Relation Name'] === 'contact')
        },
        { userId: newId(), reach: 'all', hides: [] },
      )
      assert.deepEqual(
        scans.map((node) => [node['Index Name'], node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0) <= 61]),
        [['contact_stage', true]],
        `${wanted} from ${cursor}`,
      )
    }
})
