import type { WaitOutcome } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import { priorityOfWait } from './domain/turn.ts'
import type { ConversationFacts, RoutingPorts } from './ports.ts'
import type { Served } from './people.ts'

export type Wait = { id: string; conversationId: string; queueId: string; priority: number; since: Date; passedOver: string[] }

/** What a customer brings along who waited already: for how long, and who let them pass. */
export type Patience = { since: Date; passedOver: string[] }

export const rankOf = (conversation: Pick<ConversationFacts, 'priority'>, { queue, campaign }: Served): number =>
  priorityOfWait(conversation.priority, campaign.priority, queue.priority)

/** Begins to wait. The longest wait counts the hours in which somebody could come. */
export const beginWait = async (tx: Tx, ports: RoutingPorts, now: ConversationFacts, served: Served, { since, passedOver }: Patience): Promise<string> => {
  const { queue, campaign } = served
  const [id, at] = [ports.newId(), ports.now()]
  const leaveAt = queue.maxWaitSeconds === null || queue.overflow.to === 'stay' ? null : campaign.time.addBusinessTime(at, queue.maxWaitSeconds)
  await tx.query(
    `insert into routing.wait (tenant_id, id, conversation_id, queue_id, priority, since, entered_at, leave_at, passed_over, hours_key) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [tx.tenantId, id, now.id, queue.id, rankOf(now, served), since, at, leaveAt, passedOver, campaign.hoursKey],
  )
  tx.publish({ type: 'conversation.queued', payload: { conversationId: now.id, waitId: id, queueId: queue.id, since: since.toISOString() } })
  if (leaveAt) tx.enqueue({ queue: 'due', key: now.id, payload: { type: 'wait_over', conversationId: now.id, waitId: id }, runAt: leaveAt })
  if (queue.tellPosition) tx.enqueue({ queue: 'due', key: now.id, payload: { type: 'tell_position', conversationId: now.id, waitId: id } })
  return id
}

/** Ends the wait of a conversation, if there is one; what the customer takes along. */
export const endWait = async (
  tx: Tx,
  ports: RoutingPorts,
  conversationId: string,
  { outcome, agentId }: { outcome: WaitOutcome; agentId: string | null },
): Promise<Patience | null> => {
  const { rows } = await tx.query<{ id: string; queue_id: string; since: Date; passed_over: string[] }>(
    `update routing.wait set ended_at = $3, outcome = $4, agent_id = $5 where tenant_id = $1 and conversation_id = $2 and ended_at is null returning id, queue_id, since, passed_over`,
    [tx.tenantId, conversationId, ports.now(), outcome, agentId],
  )
  const wait = rows[0]
  if (!wait) return null
  tx.publish({ type: 'conversation.left_queue', payload: { conversationId, waitId: wait.id, queueId: wait.queue_id, outcome, agentId } })
  return { since: wait.since, passedOver: wait.passed_over }
}

/** Of the stay before this one. */
export const lastPatience = async (tx: Tx, conversationId: string): Promise<Patience | null> => {
  const { rows } = await tx.query<{ since: Date; passed_over: string[] }>(
    'select since, passed_over from routing.wait where tenant_id = $1 and conversation_id = $2 order by entered_at desc, id desc limit 1',
    [tx.tenantId, conversationId],
  )
  return rows[0] ? { since: rows[0].since, passedOver: rows[0].passed_over } : null
}

export const setRank = (tx: Tx, conversationId: string, rank: number): Promise<unknown> =>
  tx.query('update routing.wait set priority = $3 where tenant_id = $1 and conversation_id = $2 and ended_at is null', [tx.tenantId, conversationId, rank])

export const countWaiting = async (tx: Tx, queueId: string): Promise<number> =>
  (
    await tx.query<{ count: number }>('select count(*)::int as count from routing.wait where tenant_id = $1 and queue_id = $2 and ended_at is null', [
      tx.tenantId,
      queueId,
    ])
  ).rows[0]!.count

type WaitRow = { id: string; conversation_id: string; queue_id: string; priority: number; since: Date; passed_over: string[] }
const waitOf = (row: WaitRow): Wait => ({
  id: row.id,
  conversationId: row.conversation_id,
  queueId: row.queue_id,
  priority: row.priority,
  since: row.since,
  passedOver: row.passed_over,
})
const columns = 'w.id, w.conversation_id, w.queue_id, w.priority, w.since, w.passed_over::text[] as passed_over'

/** The next of each queue, so many as asked for it. */
export const nextWaits = async (tx: Tx, asked: { queueId: string; limit: number }[]): Promise<Wait[]> =>
  (
    await tx.query<WaitRow>(
      `select ${columns} from unnest($2::uuid[], $3::int[]) as asked (queue_id, size) cross join lateral (
         select * from routing.wait w where w.tenant_id = $1 and w.queue_id = asked.queue_id and w.ended_at is null order by w.priority desc, w.since, w.id limit asked.size) w`,
      [tx.tenantId, asked.map(({ queueId }) => queueId), asked.map(({ limit }) => limit)],
    )
  ).rows.map(waitOf)

/** The open wait by its id: what was due for it may come too late. */
export const openWait = async (tx: Tx, id: string): Promise<(Wait & { leaveAt: Date | null; told: { position: number; at: Date } | null }) | null> => {
  const { rows } = await tx.query<WaitRow & { told_position: number | null; told_at: Date | null; leave_at: Date | null }>(
    `select ${columns}, w.told_position, w.told_at, w.leave_at from routing.wait w where w.tenant_id = $1 and w.id = $2 and w.ended_at is null`,
    [tx.tenantId, id],
  )
  const row = rows[0]
  return row
    ? { ...waitOf(row), leaveAt: row.leave_at, told: row.told_position !== null && row.told_at ? { position: row.told_position, at: row.told_at } : null }
    : null
}
