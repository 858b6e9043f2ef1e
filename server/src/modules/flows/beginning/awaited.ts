import type { RunState, Variables } from '@chasqui/flow'
import { isAwaited, type Occurrence } from '@chasqui/flow/steps/wait_for/awaited'
import type { Tx } from '#platform/database/transaction'

/** Something happened that a run waits for: it is woken in a transaction of its own, like by a timer. */
export type AwaitedTimer = { type: 'flow_event'; conversationId: string; runId: string; token: number; variables: Variables }

/**
 * Wakes the run of a conversation that waits for this. What it stood at when this happened counts: the token is the one of then, so that what the run went on
 * by meanwhile makes it stale. False when nothing waits for it.
 */
export const wakeByOccurrence = async (
  tx: Tx,
  conversationId: string,
  occurrence: Occurrence,
  of: { flowId?: string; variables?: Variables } = {},
): Promise<boolean> => {
  const { rows } = await tx.query<{ id: string; flow_id: string; wait: RunState['wait']; calls: RunState['calls'] | null }>(
    `select id, flow_id, state -> 'wait' as wait, state -> 'calls' as calls from flows.run where tenant_id = $1 and conversation_id = $2 and status = 'active' and state #> '{wait,event}' is not null limit 1`,
    [tx.tenantId, conversationId],
  )
  const [run] = rows
  if (!run?.wait?.event || !isAwaited(occurrence, run.wait.event)) return false
  const isIn = [run.flow_id, ...(run.calls ?? []).map(({ flow }) => flow)].some((flow) => flow === of.flowId)
  if (of.flowId !== undefined && !isIn) return false
  const payload: AwaitedTimer = { type: 'flow_event', conversationId, runId: run.id, token: run.wait.token, variables: of.variables ?? {} }
  tx.enqueue({ queue: 'due', key: conversationId, payload })
  return true
}
