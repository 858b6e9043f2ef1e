import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { ConversationListQuery } from '@chasqui/contracts'
import { newId } from '#platform/ids'
import { rowsText } from '../src/modules/conversations/lists/conversations.ts'
import { lookedAt } from './kit/list-plans.ts'
import { openPlatform, type PlatformStage } from './platform-setup.ts'

/** What a page costs on the day on which everybody wrote: of 50,000 conversations a third is open, and all of those wait for a person. */
const [tenantId, me, channelId] = [newId(), newId(), newId()]
const now = new Date('2026-05-04T12:00:00Z')

let stage: PlatformStage
before(async () => {
  stage = await openPlatform(() => now)
  await stage.admin.query('set session_replication_role = replica')
  await stage.admin.query(
    `insert into conversations.conversation (tenant_id, id, contact_id, channel_id, identity_id, state, floor, priority, unread, last_activity_at, closed_at, waiting_since, window_expires_at, created_at, updated_at)
     select $1, id, gen_random_uuid(), $2, id, state, 'nobody', 'normal', 1, at, case when state = 'closed' then at end, case when state = 'queued' then at end, at + interval '24 hours', at, at
     from (select gen_random_uuid() as id, $3::timestamptz - n * interval '1 minute' as at, case when n % 3 = 0 then 'queued' else 'closed' end as state from generate_series(1, 50000) n) input`,
    [tenantId, channelId, now],
  )
  await stage.admin.query('analyze conversations.conversation')
})
after(() => stage.close())

for (const reach of ['queue', 'all'] as const)
  for (const sort of ['needs_me', 'newest', 'oldest', 'priority'])
    test(`a page by ${sort} is read from where it begins, where ${reach} is seen`, async () => {
      for (const view of ['mine_unassigned', 'all'])
        for (const tab of ['open', 'any'])
          for (const narrowing of [{}, { waitingLongerThan: '30' }]) {
            const { looked, by } = await lookedAt({ stage, tenantId, me, now, reach }, { view, tab, sort, ...narrowing })
            assert.ok(looked <= 1000, `${view} ${tab} ${JSON.stringify(narrowing)} looked at ${looked}: ${by.join()}`)
          }
    })

test('who waits longer than was asked is all that comes, also where many wait', async () => {
  const query = ConversationListQuery.parse({ view: 'all', tab: 'any', sort: 'oldest', waitingLongerThan: String(48_000), limit: 200 })
  const { rows } = await stage.database.inTenant(tenantId, async (tx) => {
    const { ids, values } = await rowsText(tx, now, me, { ...query, limit: 5000 })
    return tx.query<{ waits: Date | null }>(
      `select waiting_since as waits from conversations.conversation where id in ${ids} order by waiting_since desc`,
      values,
    )
  })
  // Every third of the last 2,001 minutes before that.
  assert.equal(rows.length, 667)
  assert.ok(rows[0]!.waits!.getTime() <= now.getTime() - 48_000 * 60_000)
  const more = await stage.database.inTenant(tenantId, async (tx) => {
    const { ids, values } = await rowsText(tx, now, me, { ...query, waitingLongerThan: 40_000, limit: 5000 })
    return tx.query(`select id from conversations.conversation where id in ${ids}`, values)
  })
  assert.equal(more.rows.length, 3333)
})
