import type { Tx } from '#platform/database/transaction'
import { remind } from './schedule.ts'

/**
 * What is to be said in one conversation is to be said in another from now on: all of it, or only these. The jobs for the old place find nothing there.
 * Both are locked by whoever calls. Answers what moved.
 */
export const moveScheduled = async (tx: Tx, fromId: string, toId: string, only: readonly string[] | null = null): Promise<string[]> => {
  const { rows } = await tx.query<{ id: string; due_at: Date; state: string }>(
    `update conversations.scheduled_message set conversation_id = $3
     where tenant_id = $1 and conversation_id = $2 and ($4::uuid[] is null or id = any($4)) returning id, due_at, state`,
    [tx.tenantId, fromId, toId, only],
  )
  for (const { id, due_at, state } of rows) if (state === 'waiting') remind(tx, toId, id, due_at)
  if (rows.length > 0) for (const conversationId of [fromId, toId]) tx.publish({ type: 'conversation.changed', payload: { conversationId, what: 'scheduled' } })
  return rows.map(({ id }) => id)
}
