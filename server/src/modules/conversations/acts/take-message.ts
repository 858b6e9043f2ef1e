import type { Tx } from '#platform/database/transaction'
import { absent } from '#platform/failure'

type TakenMessage = { id: string; status: string; direction: string; provider_message_id: string | null }
/** A message of the conversation, locked. Absent and foreign alike fail as absent. */
export const takeMessage = async (tx: Tx, conversationId: string, messageId: string): Promise<TakenMessage> => {
  const { rows } = await tx.query<TakenMessage>(
    'select id, status, direction, provider_message_id from conversations.message where tenant_id = $1 and conversation_id = $2 and id = $3 for update',
    [tx.tenantId, conversationId, messageId],
  )
  if (!rows[0]) throw absent('message')
  return rows[0]
}
