import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Reach } from '@chasqui/contracts'
import { newId } from '#platform/ids'
import { lookedAt, type Looking } from './kit/list-plans.ts'
import { openPlatform, type PlatformStage } from './platform-setup.ts'

/** What a page of the inbox costs where there are 50,000 conversations: how many of them are looked at, whatever is asked for and whoever asks. */
const tenantId = newId()
const agents = Array.from({ length: 60 }, () => newId())
const me = agents[0]!
const [channels, queues, campaigns] = [3, 20, 10].map((count) => Array.from({ length: count }, () => newId()))
const [rare, common] = [newId(), newId()]
const now = new Date('2026-05-04T12:00:00Z')

let stage: PlatformStage
before(async () => {
  stage = await openPlatform(() => now)
  await stage.admin.query('set session_replication_role = replica')
  // One in ten is open; each number that decides something is prime, so that nothing goes by the same beat.
  await stage.admin.query(
    `insert into conversations.conversation (tenant_id, id, contact_id, channel_id, identity_id, state, floor, assignee_id, priority, unread, last_activity_at, snoozed_until, closed_at, created_at, updated_at,
       queue_id, campaign_id, due_metric, due_at, waiting_since, window_expires_at)
     select $1, id, gen_random_uuid(), case when n % 1009 = 0 then ($2::uuid[])[3] when n % 3 = 0 then ($2::uuid[])[2] else ($2::uuid[])[1] end, id, state, 'nobody', case when n % 7 < 5 then ($3::uuid[])[1 + n % 59] end,
       case when n % 211 = 0 then 'urgent' when n % 53 = 0 then 'high' else 'normal' end, case when n % 13 = 0 and state <> 'closed' or n % 997 = 0 then 1 else 0 end, at,
       case when state <> 'closed' and n % 17 = 0 then $6 + interval '1 day' end, case when state = 'closed' then at end, at, at,
       case when n % 19 < 17 then ($4::uuid[])[1 + n % 19] when n % 1013 = 0 then ($4::uuid[])[20] end, ($5::uuid[])[1 + n % 10],
       case when state not in ('closed', 'bot') and n % 2 = 0 then 'resolution' end, case when state not in ('closed', 'bot') and n % 2 = 0 then at + interval '3 hours' end,
       case when state not in ('closed', 'bot') and n % 3 = 0 then at end, at + interval '24 hours'
     from (select n, gen_random_uuid() as id, $6::timestamptz - n * interval '7 minutes' as at,
       case when n % 10 > 0 then 'closed' when n % 50 = 0 then 'bot' when n % 20 = 0 then 'queued' else 'active' end as state from generate_series(1, 50000) n) input`,
    [tenantId, channels, agents, queues, campaigns, now],
  )
  await stage.admin.query(
    `insert into conversations.conversation_tag (tenant_id, conversation_id, tag_id)
     select tenant_id, id, tag from (select *, row_number() over (order by id) as n from conversations.conversation) c, unnest(array[$1, $2]::uuid[]) as tag where n % 3 = 0 and (tag = $2 or n % 501 = 0)`,
    [rare, common],
  )
  // Everybody has one conversation; of their stages one is rare, one nearly too common to be taken by its people, one just too common, one common.
  await stage.admin.query(
    `insert into contacts.contact (tenant_id, id, stage, stage_changed_at, created_at, updated_at)
     select tenant_id, contact_id, case when n % 503 = 0 then 'lost' when n % 26 = 0 then 'proposal' when n % 17 = 0 then 'won' else 'new' end, $1, $1, $1
     from (select *, row_number() over (order by id) as n from conversations.conversation) c`,
    [now],
  )
  await stage.admin.query(
    `insert into conversations.mention (tenant_id, message_id, conversation_id, user_id, created_at)
     select tenant_id, gen_random_uuid(), id, ($1::uuid[])[1 + n % 60], $2 from (select *, row_number() over (order by id) as n from conversations.conversation) c where n % 11 = 0`,
    [agents, now],
  )
  const teamId = newId()
  await stage.admin.query(`insert into identity.team_member (tenant_id, team_id, user_id) select $1, $2, unnest($3::uuid[])`, [
    tenantId,
    teamId,
    agents.slice(0, 5),
  ])
  await stage.admin.query('analyze conversations.conversation, conversations.conversation_tag, conversations.mention, contacts.contact')
})
after(() => stage.close())

const seen = (reach: Reach): Looking => ({ stage, tenantId, me, now, reach })

/** So many of 50,000 may be looked at by all parts of a page together: what has a campaign or the open ones, never all. */
const most = 17_000

const narrowed: object[] = [
  {},
  { channelId: channels![2] },
  { queueId: queues![3] },
  { queueId: queues![19] },
  { campaignId: campaigns![4] },
  { assigneeId: agents[7] },
  { tagId: rare },
  { tagId: common },
  { stage: 'lost' },
  { stage: 'proposal' },
  { stage: 'won' },
  { stage: 'new' },
  { state: 'queued' },
  { priority: 'urgent' },
  { unread: 'true' },
  { windowClosesWithin: '120' },
  { waitingLongerThan: '30' },
]
for (const reach of ['own', 'queue', 'team', 'all'] as const)
  for (const sort of ['needs_me', 'newest', 'oldest', 'priority'])
    test(`by ${sort}, where ${reach} is seen`, async () => {
      for (const view of ['mine_unassigned', 'all'])
        for (const narrowing of narrowed) {
          const { looked, by } = await lookedAt(seen(reach), { view, sort, ...narrowing })
          const what = `${view} ${JSON.stringify(narrowing)}: ${by.join()}`
          assert.ok(looked <= most, `${what} looked at ${looked}`)
          assert.ok(!by.includes('Seq Scan'), what)
        }
    })

for (const reach of ['own', 'queue', 'team', 'all'] as const)
  test(`without a filter a page looks at some of the open ones at most, and by who needs one at all of them, where ${reach} is seen`, async () => {
    for (const sort of ['needs_me', 'newest', 'oldest', 'priority'])
      for (const tab of ['open', 'closed']) {
        const { looked, by } = await lookedAt(seen(reach), { view: 'all', sort, tab })
        assert.ok(looked <= (sort === 'needs_me' ? 10_000 : 5000), `${sort} ${tab} looked at ${looked}: ${by.join()}`)
      }
  })

for (const reach of ['own', 'queue', 'team', 'all'] as const)
  test(`whose window closes soon is read by when it closes, where ${reach} is seen`, async () => {
    for (const sort of ['needs_me', 'newest', 'oldest', 'priority'])
      for (const tab of ['open', 'closed', 'any']) {
        const { looked, by } = await lookedAt(seen(reach), { view: 'all', sort, tab, windowClosesWithin: '120' })
        assert.ok(looked <= 1000, `${sort} ${tab} looked at ${looked}: ${by.join()}`)
      }
  })
