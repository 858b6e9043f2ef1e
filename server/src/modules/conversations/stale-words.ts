import type { Tx } from '#platform/database/transaction'
import { failWaiting, waitingSince } from '#platform/outbox/amend'
import { advanceStatuses } from './message-status.ts'
import type { ConversationsPorts } from './ports.ts'

/** Minutes after which a machine's answer is to a question that nobody asks any more. */
const staleAfter = 15

const suspended = {
  code: 'tenant.suspended',
  title: 'The organisation was suspended when this was to leave, and it is too old to be sent now',
  retryable: true,
}

/**
 * After the tenant could not send: what machines said long ago does not leave now, and its threads say so. What people wrote leaves, because they
 * meant it.
 */
export const letGoOfStaleWords = async (tx: Tx, ports: Pick<ConversationsPorts, 'now'>): Promise<void> => {
  const now = ports.now()
  const waiting = await waitingSince(tx, new Date(now.getTime() - staleAfter * 60_000))
  if (waiting.length === 0) return
  const { rows } = await tx.query<{ id: string }>(
    `select id from conversations.message where tenant_id = $1 and id = any($2::uuid[]) and sender_kind in ('flow', 'assistant')`,
    [tx.tenantId, waiting],
  )
  const ids = rows.map(({ id }) => id)
  const held = await failWaiting(tx, ids, suspended, now)
  await advanceStatuses(
    tx,
    held.map((messageId) => ({ messageId, status: 'failed' as const, providerMessageId: null, error: suspended })),
  )
}
