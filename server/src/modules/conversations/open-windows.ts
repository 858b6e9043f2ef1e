import type { Tx } from '#platform/database/transaction'

/** Of these conversations, those in which free words arrive at an instant because the customer said something of late. */
export const openWindows = async (tx: Tx, conversationIds: readonly string[], at: Date): Promise<ReadonlySet<string>> => {
  const { rows } = await tx.query<{ id: string }>(
    'select id from conversations.conversation where tenant_id = $1 and id = any($2::uuid[]) and window_expires_at > $3',
    [tx.tenantId, conversationIds, at],
  )
  return new Set(rows.map(({ id }) => id))
}
