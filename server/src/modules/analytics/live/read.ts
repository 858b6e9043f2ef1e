import type { Live, LiveAgent, LiveRisk, LiveTotals } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import { recentlySpokenOf } from '#platform/events/log'
import { absent } from '#platform/failure'
import { countMetrics, today as todayOf, type Period } from '../metrics/count.ts'
import type { AnalyticsPorts } from '../ports.ts'
import { readAgents } from './agents.ts'
import { contactName, dueColumns, dueOf, isAtRisk, isInService, isLate, isWaiting, isWithBot, named, waitsSince, type DueRow } from './facts.ts'
import { readQueues } from './queues.ts'

const shownRisks = 100

/** What goes on now, as far as the transaction sees it; computed from what is stored, so that nothing has to be remembered. */
export const readLive = async (tx: Tx, ports: AnalyticsPorts, campaignId: string | undefined): Promise<Live> => {
  if (campaignId && !(await ports.campaign(tx.tenantId, campaignId))) throw absent('campaign')
  const now = ports.now()
  const today = await todayOf(tx, now)
  const agents = await readAgents(tx, ports, { campaignId, today })
  return {
    at: now.toISOString(),
    totals: await readTotals(tx, now, { campaignId, today, agents }),
    queues: await readQueues(tx, ports, { campaignId, today }),
    agents,
    atRisk: await readRisks(tx, now, campaignId),
  }
}

type Standing = { withBot: number; inService: number; waiting: number; longest: Date | null; atRisk: number; late: number }

const readTotals = async (
  tx: Tx,
  now: Date,
  { campaignId, today, agents }: { campaignId: string | undefined; today: Period; agents: LiveAgent[] },
): Promise<LiveTotals> => {
  const { rows } = await tx.query<Standing>(
    `select count(*) filter (where ${isWithBot})::int as "withBot", count(*) filter (where ${isInService})::int as "inService", count(*) filter (where ${isWaiting})::int as waiting,
       min(${waitsSince}) filter (where ${isWaiting}) as longest, count(*) filter (where ${isAtRisk})::int as "atRisk", count(*) filter (where ${isLate})::int as late
     from conversations.conversation_fact f where f.tenant_id = $1 and f.state <> 'closed' and ($3::uuid is null or f.campaign_id = $3)`,
    [tx.tenantId, now, campaignId ?? null],
  )
  const { longest, ...standing } = rows[0]!
  const { totals } = await countMetrics(tx, now, {
    period: today,
    narrowed: { campaignId },
    groupBy: null,
    ids: ['conversations_begun', 'conversations_closed', 'waits_abandoned', 'abandonment_rate', 'wait_median', 'sla_compliance', 'response_rate'],
  })
  const inState = (state: LiveAgent['state']) => agents.filter((agent) => agent.state === state).length
  return {
    agents: { available: inState('available'), busy: inState('busy'), paused: inState('paused'), offline: inState('offline') },
    ...standing,
    longestSince: longest?.toISOString() ?? null,
    begunToday: totals.conversations_begun ?? 0,
    closedToday: totals.conversations_closed ?? 0,
    abandonedToday: totals.waits_abandoned ?? 0,
    abandonmentRate: totals.abandonment_rate ?? null,
    medianWaitSeconds: totals.wait_median ?? null,
    compliance: totals.sla_compliance ?? null,
    messagesPerMinute: await readPace(tx, now, campaignId),
    responseRate: totals.response_rate ?? null,
  }
}

/** Events that are looked at, newest first: more than five minutes of a busy business. */
const recentEvents = 10_000

const paceMinutes = 5

/** How fast it goes, in whole minutes; known to all who see the board, whatever they see of the conversations. */
const readPace = (tx: Tx, now: Date, campaignId: string | undefined): Promise<number> =>
  tx.beyondReach(async () => {
    const to = new Date(Math.floor(now.getTime() / 60_000) * 60_000)
    const from = new Date(to.getTime() - paceMinutes * 60_000)
    const spokenOf = await recentlySpokenOf(tx, ['message.received', 'message.queued'], { from, to }, recentEvents)
    if (!campaignId || spokenOf.length === 0) return spokenOf.length / paceMinutes
    const { rows } = await tx.query<{ count: number }>(
      `select count(*)::int as count from unnest($2::uuid[]) as i (id) join conversations.conversation_fact f on f.tenant_id = $1 and f.id = i.id and f.campaign_id = $3`,
      [tx.tenantId, spokenOf, campaignId],
    )
    return rows[0]!.count / paceMinutes
  })

type RiskRow = DueRow & {
  id: string
  contact: string | null
  queue: LiveRisk['queue']
  campaign: LiveRisk['campaign']
  assignee: LiveRisk['assignee']
  priority: LiveRisk['priority']
}

const readRisks = async (tx: Tx, now: Date, campaignId: string | undefined): Promise<LiveRisk[]> => {
  const { rows } = await tx.query<RiskRow>(
    `select f.id, ${contactName} as contact, ${named('routing.queue_card', 'f.queue_id')} as queue, ${named('campaigns.campaign_card', 'f.campaign_id')} as campaign,
       ${named('identity.member_card', 'f.assignee_id')} as assignee, f.priority, ${dueColumns}
     from conversations.conversation_fact f where f.tenant_id = $1 and (${isAtRisk} or ${isLate}) and ($3::uuid is null or f.campaign_id = $3)
     order by f.due_at, f.id limit ${shownRisks}`,
    [tx.tenantId, now, campaignId ?? null],
  )
  return rows.map((row) => ({
    conversationId: row.id,
    contact: row.contact ?? '',
    queue: row.queue,
    campaign: row.campaign,
    assignee: row.assignee,
    priority: row.priority,
    due: dueOf(row)!,
  }))
}
