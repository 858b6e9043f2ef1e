import type { Tx } from '#platform/database/transaction'
import type { Because, CampaignFacts, ConversationFacts, Moved, RoutingPorts } from './ports.ts'

/** Who has it: what is closed is in nobody's hands. */
export const holderOf = (conversation: ConversationFacts | null): string | null =>
  conversation === null || conversation.state === 'closed' ? null : conversation.assigneeId

const endReasonOf = (now: ConversationFacts, because: Because): string => {
  if (now.state === 'closed') return 'closed'
  if (because.end) return because.end
  if (now.floor === 'flow' || now.floor === 'assistant') return 'handed_back'
  return holderOf(now) === null ? 'unassigned' : 'reassigned'
}

/** Ends what is open in the log; whether whoever had it had accepted it, null where nobody had it. */
export const endAssignment = async (tx: Tx, ports: RoutingPorts, { now, because }: Moved): Promise<boolean | null> => {
  const { rows } = await tx.query<{ agent_id: string | null; accepted_at: Date | null }>(
    `update routing.assignment set ended_at = $3, end_reason = $4 where tenant_id = $1 and conversation_id = $2 and ended_at is null returning agent_id, accepted_at`,
    [tx.tenantId, now.id, ports.now(), endReasonOf(now, because)],
  )
  const ended = rows[0]
  return ended?.agent_id ? ended.accepted_at !== null : null
}

/** Whoever wrote, or said that they are at work on it, has accepted it. */
export const isAccepted = ({ state }: ConversationFacts): boolean => state === 'active'

/** Writes down who has it from now on, or that it was sent back or away. Whoever is given one by the product has some time to begin. */
export const noteAssignment = async (
  tx: Tx,
  ports: RoutingPorts,
  { was, now, because }: Moved,
  { queueId, campaign }: { queueId: string | null; campaign: CampaignFacts | null },
): Promise<void> => {
  const [id, at, agentId] = [ports.newId(), ports.now(), holderOf(now)]
  const kind = because.kind ?? 'manual'
  await tx.query(
    `insert into routing.assignment (tenant_id, id, conversation_id, queue_id, kind, agent_id, from_agent_id, by_user_id, at, accepted_at, why)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      tx.tenantId,
      id,
      now.id,
      queueId,
      kind,
      agentId,
      holderOf(was),
      because.byUserId ?? null,
      at,
      agentId !== null && isAccepted(now) ? at : null,
      because.why ? JSON.stringify(because.why) : null,
    ],
  )
  if (agentId !== null)
    await tx.query('update routing.callback set done_at = $3 where tenant_id = $1 and conversation_id = $2 and done_at is null', [tx.tenantId, now.id, at])
  if (kind === 'automatic' && campaign?.acceptanceSeconds)
    tx.enqueue({
      queue: 'due',
      key: now.id,
      payload: { type: 'not_accepted', conversationId: now.id, assignmentId: id },
      runAt: new Date(at.getTime() + campaign.acceptanceSeconds * 1000),
    })
}

export const acceptAssignment = (tx: Tx, ports: RoutingPorts, conversationId: string): Promise<unknown> =>
  tx.query(
    'update routing.assignment set accepted_at = $3 where tenant_id = $1 and conversation_id = $2 and ended_at is null and agent_id is not null and accepted_at is null',
    [tx.tenantId, conversationId, ports.now()],
  )

/** An assignment that is still open and was not accepted. */
export const unaccepted = async (tx: Tx, id: string): Promise<{ agentId: string } | null> => {
  const { rows } = await tx.query<{ agent_id: string }>(
    'select agent_id from routing.assignment where tenant_id = $1 and id = $2 and ended_at is null and accepted_at is null and agent_id is not null',
    [tx.tenantId, id],
  )
  return rows[0] ? { agentId: rows[0].agent_id } : null
}
