import type { QueueHandler } from '#platform/lanes/handler'
import type { Tx } from '#platform/database/transaction'
import { drain } from './drain.ts'
import type { CampaignFacts, RoutingPorts } from './ports.ts'
import { enqueueRoute, laneQueue, type RouteJob } from './wake.ts'

/** As many conversations as one transaction takes back from somebody, or places anew. */
const perTransaction = 50

const isAway = async (tx: Tx, userId: string): Promise<boolean> =>
  ((await tx.query<{ state: string }>('select state from presence.standing_fact where tenant_id = $1 and user_id = $2', [tx.tenantId, userId])).rows[0]
    ?.state ?? 'offline') === 'offline'

/** Whose conversations go back when their agent goes: those whose customer waits, all, or none. */
const goesBack = (campaign: CampaignFacts | null, waitingSince: Date | null): boolean =>
  campaign?.state === 'active' && (campaign.whenAbsent === 'all' || (campaign.whenAbsent === 'waiting' && waitingSince !== null))

const takeBackFrom = async (tx: Tx, ports: RoutingPorts, userId: string, conversationId: string | null): Promise<void> => {
  if (!(await isAway(tx, userId))) return
  const { rows } = await tx.query<{ id: string; campaign_id: string; waiting_since: Date | null }>(
    `select f.id, f.campaign_id, f.waiting_since from conversations.conversation_fact f where f.tenant_id = $1 and f.assignee_id = $2 and f.state <> 'closed' and f.state <> 'pending'
       and f.snoozed_until is null and f.campaign_id is not null and ($3::uuid is null or f.id = $3) order by f.waiting_since nulls last, f.id`,
    [tx.tenantId, userId, conversationId],
  )
  let done = 0
  for (const row of rows) {
    const campaign = await ports.campaigns.find(tx.tenantId, row.campaign_id)
    if (!goesBack(campaign, row.waiting_since)) continue
    if (done >= perTransaction) return enqueueRoute(tx, { type: 'left', userId })
    const outcome = await ports.conversations.takeBack(tx, row.id, {
      from: userId,
      end: 'agent_left',
      still: ({ waitingSince, snoozedUntil }) => snoozedUntil === null && goesBack(campaign, waitingSince),
    })
    if (outcome === 'held') enqueueRoute(tx, { type: 'absent_owner', conversationId: row.id, userId })
    else done += 1
  }
}

/** Conversations of a campaign that wait in none of its queues, because it rested when they began to; in the order of their ids. */
const adopt = async (tx: Tx, ports: RoutingPorts, campaignId: string, after: string | null): Promise<void> => {
  const { rows } = await tx.query<{ id: string }>(
    `select f.id from conversations.conversation_fact f where f.tenant_id = $1 and f.campaign_id = $2 and f.state <> 'closed' and f.assignee_id is null and f.queue_id is null
       and f.snoozed_until is null and ($3::uuid is null or f.id > $3) order by f.id limit $4`,
    [tx.tenantId, campaignId, after, perTransaction],
  )
  for (const { id } of rows) await placeAgain(tx, ports, id)
  if (rows.length === perTransaction) enqueueRoute(tx, { type: 'adopt', campaignId, after: rows.at(-1)!.id })
}

const placeAgain = async (tx: Tx, ports: RoutingPorts, conversationId: string): Promise<void> => {
  if ((await ports.conversations.placeAgain(tx, conversationId)) === 'held') enqueueRoute(tx, { type: 'place', conversationId })
}

/** Who came into a queue in the very moment in which it was removed goes on where their campaign says. */
const leaveRemoved = async (tx: Tx, ports: RoutingPorts): Promise<void> => {
  const { rows } = await tx.query<{ id: string }>(
    `select w.conversation_id as id from routing.queue q join routing.wait w on w.tenant_id = q.tenant_id and w.queue_id = q.id and w.ended_at is null
     where q.tenant_id = $1 and q.removed_at is not null order by w.conversation_id limit $2`,
    [tx.tenantId, perTransaction],
  )
  for (const { id } of rows) await ports.conversations.moveWaiting(tx, id, { queueId: null, because: {} })
}

/** The lane of a tenant: conversations come back from who is gone, then what waits is given out. One look serves all that called for it. */
export const routeHandler = (ports: RoutingPorts): QueueHandler => ({
  queue: laneQueue,
  concurrency: 2,
  batch: 50,
  handle: async (tx, jobs) => {
    const asked = new Map(jobs.map(({ payload }) => [JSON.stringify(payload), payload as RouteJob]))
    for (const job of asked.values()) {
      if (job.type === 'left') await takeBackFrom(tx, ports, job.userId, null)
      if (job.type === 'absent_owner') await takeBackFrom(tx, ports, job.userId, job.conversationId)
      if (job.type === 'adopt') await adopt(tx, ports, job.campaignId, job.after ?? null)
      if (job.type === 'place') await placeAgain(tx, ports, job.conversationId)
    }
    await leaveRemoved(tx, ports)
    await drain(tx, ports)
  },
})
