import type { Tx } from '#platform/database/transaction'

/** The message that this browser's write has made already, if it did. */
export const byClientId = async (tx: Tx, conversationId: string, clientId: string): Promise<string | null> =>
  (
    await tx.query<{ id: string }>('select id from conversations.message where tenant_id = $1 and conversation_id = $2 and client_id = $3', [
      tx.tenantId,
      conversationId,
      clientId,
    ])
  ).rows[0]?.id ?? null
