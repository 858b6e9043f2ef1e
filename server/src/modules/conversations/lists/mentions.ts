import type { Tx } from '#platform/database/transaction'
import { absent } from '#platform/failure'

/** The person has seen where notes of this conversation call them by name. */
export const sawMentions = async (tx: Tx, conversationId: string, userId: string, at: Date): Promise<void> => {
  const { rowCount } = await tx.query('select 1 from conversations.conversation where tenant_id = $1 and id = $2', [tx.tenantId, conversationId])
  if (rowCount === 0) throw absent('conversation')
  await tx.query('update conversations.mention set seen_at = $4 where tenant_id = $1 and conversation_id = $2 and user_id = $3 and seen_at is null', [
    tx.tenantId,
    conversationId,
    userId,
    at,
  ])
}
