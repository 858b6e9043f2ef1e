import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { newId } from '#platform/ids'
import { answeredText, templateAnsweredBy } from '../src/modules/conversations/answered-template.ts'
import { openPlatform, type PlatformStage } from './platform-setup.ts'

/** Which template a message answers, where 50,000 messages were said: what counts, and how many are looked at. */
const [tenantId, channelId, contactId] = [newId(), newId(), newId()]
const now = new Date('2026-05-04T12:00:00Z')
const hour = 3_600_000
let stage: PlatformStage
let talks: string[]

before(async () => {
  stage = await openPlatform(() => now)
  await stage.admin.query('set session_replication_role = replica')
  // One contact in a hundred talks is the one who answers; all of their talks but the last are over.
  await stage.admin.query(
    `insert into conversations.conversation (tenant_id, id, contact_id, channel_id, identity_id, state, floor, last_activity_at, closed_at, created_at, updated_at)
     select $1, ('01900000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, case when n % 100 = 0 then $2::uuid else gen_random_uuid() end, $3, gen_random_uuid(), case when n = 5000 then 'bot' else 'closed' end,
       'nobody', $4, case when n < 5000 then $4::timestamptz end, $4, $4 from generate_series(1, 5000) n`,
    [tenantId, contactId, channelId, now],
  )
  await stage.admin.query(
    `insert into conversations.message (tenant_id, id, conversation_id, channel_id, seq, direction, sender_kind, type, content, status, provider_message_id, created_at)
     select tenant_id, gen_random_uuid(), id, channel_id, seq, case when seq % 2 = 0 then 'out' else 'in' end, case when seq % 2 = 0 then 'agent' else 'contact' end, case when seq in (4, 8) then 'template' else 'text' end,
       jsonb_build_object('name', 'promo_' || seq), case when seq % 2 = 0 then 'sent' else 'received' end, id || ' ' || seq, $1::timestamptz - (11 - seq) * interval '1 hour'
     from conversations.conversation, generate_series(1, 10) seq`,
    [now],
  )
  await stage.admin.query('analyze conversations.conversation, conversations.message')
  talks = (
    await stage.admin.query<{ id: string }>('select id from conversations.conversation where tenant_id = $1 and contact_id = $2 order by id desc', [
      tenantId,
      contactId,
    ])
  ).rows.map(({ id }) => id)
})
after(() => stage.close())

const who = () => ({ channelId, contactId, conversationId: talks[0]!, quotes: null })
const answered = (answer: Parameters<typeof templateAnsweredBy>[2]) =>
  stage.database.inTenant(tenantId, (tx) => templateAnsweredBy(tx, { now: () => now }, answer)())
const change = (seq: number, status: string, sender = 'agent', talk = 0) =>
  stage.admin.query('update conversations.message set status = $4, sender_kind = $5 where tenant_id = $1 and conversation_id = $2 and seq = $3', [
    tenantId,
    talks[talk],
    seq,
    status,
    sender,
  ])

test('what is quoted counts, then what was said last and left, in this talk or, where it only begins, in the last one', async () => {
  assert.equal(await answered(who()), null, 'a text was said last')
  assert.deepEqual(await answered({ ...who(), quotes: `${talks[0]} 4` }), { template: 'promo_4', ageMs: 7 * hour })
  assert.deepEqual(await answered({ ...who(), quotes: `${talks[30]} 8` }), { template: 'promo_8', ageMs: 3 * hour })
  await change(10, 'failed')
  assert.deepEqual(await answered(who()), { template: 'promo_8', ageMs: 3 * hour })
  assert.equal(await answered({ ...who(), quotes: `${talks[0]} 2` }), null, 'a text is quoted')
  assert.deepEqual(await answered({ ...who(), quotes: `${talks[0]} 3` }), { template: 'promo_8', ageMs: 3 * hour }, 'their own words are quoted')
  assert.deepEqual(await answered({ ...who(), quotes: 'nobody knows' }), { template: 'promo_8', ageMs: 3 * hour })
  for (const conversationId of [null, newId()]) assert.equal((await answered({ ...who(), conversationId }))?.template, 'promo_8')
  assert.equal(await answered({ ...who(), conversationId: talks[1]! }), null, 'a text was said last in this one')
  await change(8, 'sent', 'flow')
  assert.equal(await answered(who()), null, 'a flow sent it')
  assert.equal(await answered({ ...who(), channelId: newId() }), null)
})

test('it is looked for when somebody asks, once however often', async () => {
  await stage.database.inTenant(tenantId, async (tx) => {
    let asked = 0
    const counting: typeof tx = { ...tx, queryEach: (text, rows) => ((asked += 1), tx.queryEach(text, rows)) }
    const find = templateAnsweredBy(counting, { now: () => now }, who())
    assert.equal(asked, 0)
    assert.deepEqual(await Promise.all([find(), find()]), [await find(), await find()])
    assert.equal(asked, 1)
  })
})

type Plan = { 'Relation Name'?: string; 'Actual Rows': number; 'Actual Loops': number; 'Rows Removed by Filter'?: number; Plans?: Plan[] }
const looked = (plan: Plan): number => {
  const { 'Relation Name': relation, 'Actual Rows': rows, 'Actual Loops': loops, 'Rows Removed by Filter': removed = 0, Plans: below = [] } = plan
  return (relation ? (rows + removed) * loops : 0) + below.reduce((sum, one) => sum + looked(one), 0)
}

test('no more is looked at than the talks with the person and the end of one', async () => {
  const { rows } = await stage.database.inTenant(tenantId, (tx) =>
    tx.query<{ 'QUERY PLAN': { Plan: Plan }[] }>(`explain (analyze, format json) ${answeredText}`, [
      tenantId,
      [channelId],
      [contactId],
      [talks[0]],
      [`${talks[3]} 4`],
    ]),
  )
  const count = looked(rows[0]!['QUERY PLAN'][0]!.Plan)
  assert.ok(count > 0 && count < 70, `${count} rows`)
})
