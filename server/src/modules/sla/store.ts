import type { ServiceMetric } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import type { Clock } from './domain/clock.ts'
import type { Ended } from './domain/follow.ts'
import type { ConversationFacts } from './ports.ts'

export type ClockRow = {
  id: string
  conversation_id: string
  metric: ServiceMetric
  target_seconds: number
  warn_seconds: number
  state: 'running' | 'paused'
  started_at: Date
  due_at: Date | null
  warn_at: Date | null
  remaining_seconds: number | null
  warned_at: Date | null
  breached_at: Date | null
}

export const clockOf = (row: ClockRow): Clock => ({
  id: row.id,
  metric: row.metric,
  target: { seconds: row.target_seconds, warnSeconds: row.warn_seconds },
  startedAt: row.started_at,
  warnedAt: row.warned_at,
  breachedAt: row.breached_at,
  ...(row.due_at !== null
    ? { state: 'running', dueAt: row.due_at, warnAt: row.warn_at, remainingSeconds: null }
    : { state: 'paused', dueAt: null, warnAt: null, remainingSeconds: row.remaining_seconds ?? 0 }),
})

/** Those of a conversation that have not ended, locked: what falls due for them at this moment waits. */
export const openClocks = async (tx: Tx, conversationId: string): Promise<Clock[]> =>
  (
    await tx.query<ClockRow>('select * from sla.clock where tenant_id = $1 and conversation_id = $2 and ended_at is null order by id for update', [
      tx.tenantId,
      conversationId,
    ])
  ).rows.map(clockOf)

/** Ended ones first: of each metric one is open at most. */
export const storeClocks = async (
  tx: Tx,
  now: ConversationFacts,
  { changed, ended, hoursKey }: { changed: Clock[]; ended: Ended[]; hoursKey: string | null },
  at: Date,
): Promise<void> => {
  for (const { clock, end, spentSeconds } of ended)
    await tx.query(
      `update sla.clock set state = $3, due_at = null, warn_at = null, remaining_seconds = null, ended_at = $4, spent_seconds = $5, target_seconds = $6, warn_seconds = $7,
         breached_at = case when $3 = 'missed' then coalesce(breached_at, $8, $4) else breached_at end, agent_id = coalesce($9, agent_id)
       where tenant_id = $1 and id = $2 and ended_at is null`,
      [tx.tenantId, clock.id, end, at, spentSeconds, clock.target.seconds, clock.target.warnSeconds, clock.breachedAt ?? clock.dueAt, now.assigneeId],
    )
  for (const clock of changed)
    await tx.query(
      `insert into sla.clock as c (tenant_id, id, conversation_id, metric, campaign_id, queue_id, agent_id, target_seconds, warn_seconds, state, started_at, due_at, warn_at, remaining_seconds, warned_at, breached_at, hours_key)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
       on conflict (tenant_id, id) do update set campaign_id = excluded.campaign_id, queue_id = coalesce(excluded.queue_id, c.queue_id), agent_id = coalesce(excluded.agent_id, c.agent_id),
         target_seconds = excluded.target_seconds, warn_seconds = excluded.warn_seconds, state = excluded.state, due_at = excluded.due_at, warn_at = excluded.warn_at,
         remaining_seconds = excluded.remaining_seconds, warned_at = excluded.warned_at, breached_at = excluded.breached_at,
         hours_key = case when c.due_at is not distinct from excluded.due_at then c.hours_key else excluded.hours_key end`,
      [
        tx.tenantId,
        clock.id,
        now.id,
        clock.metric,
        now.campaignId,
        now.queueId,
        now.assigneeId,
        clock.target.seconds,
        clock.target.warnSeconds,
        clock.state,
        clock.startedAt,
        clock.dueAt,
        clock.warnAt,
        clock.remainingSeconds,
        clock.warnedAt,
        clock.breachedAt,
        hoursKey,
      ],
    )
}

/** Those that run by these hours, locked. */
export const clocksBy = async (tx: Tx, conversationId: string, hoursKey: string): Promise<Clock[]> =>
  (
    await tx.query<ClockRow>(
      `select * from sla.clock where tenant_id = $1 and conversation_id = $2 and state = 'running' and coalesce(hours_key, $3) = $3 order by id for update`,
      [tx.tenantId, conversationId, hoursKey],
    )
  ).rows.map(clockOf)

/** When a clock is over by other hours. */
export const storeInstants = (tx: Tx, clock: Clock, hoursKey: string): Promise<unknown> =>
  tx.query('update sla.clock set state = $3, due_at = $4, warn_at = $5, remaining_seconds = $6, hours_key = $7 where tenant_id = $1 and id = $2', [
    tx.tenantId,
    clock.id,
    clock.state,
    clock.dueAt,
    clock.warnAt,
    clock.remainingSeconds,
    hoursKey,
  ])
