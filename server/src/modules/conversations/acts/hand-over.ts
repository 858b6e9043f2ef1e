import type { Tx } from '#platform/database/transaction'
import type { ConversationsPorts } from '../ports.ts'
import { assignTo, requireMember } from './assign.ts'

/**
 * Everything open that one member holds goes to another, or waits for anybody, whatever of it the one who says so sees. In the order of ids, so that
 * two who do this never deadlock.
 */
export const handOver = async (
  tx: Tx,
  ports: ConversationsPorts,
  { from, to, byUserId }: { from: string; to: string | null; byUserId: string },
): Promise<void> => {
  if (to !== null) await requireMember(tx, ports, to)
  await tx.beyondReach(async () => {
    const { rows } = await tx.query<{ id: string }>(
      `select id from conversations.conversation where tenant_id = $1 and assignee_id = $2 and state <> 'closed' order by id for update`,
      [tx.tenantId, from],
    )
    for (const { id } of rows) await assignTo(tx, ports, id, { userId: byUserId, keyId: null }, to)
  })
}
