import type { Tx } from '#platform/database/transaction'
import { sentAfter } from '#platform/outbox/amend'
import { advanceStatuses } from './message-status.ts'
import type { Address, ConversationsPorts } from './ports.ts'
import { reachedBy } from './reachability.ts'

/** Everything that went to this person on the channel before an instant got so far. */
export type ReceiptUntil = { channelId: string; status: 'delivered' | 'read'; until: string; recipient: Address[] }

/** When a message left is known by when its answer was stored, which a slow answer delays. */
const answerMilliseconds = 30_000

// The newest of two threads: the open one and, when it is fresh, the one before it.
const findText = `select m.id, m.status, m.created_at from unnest($3::text[], $4::text[]) as asked (kind, value)
join contacts.identity_card i on i.tenant_id = $1 and i.channel_id = $2 and i.kind = asked.kind and i.value = asked.value
cross join lateral (
  select id from conversations.conversation where tenant_id = $1 and channel_id = $2 and contact_id = i.contact_id order by id desc limit 2) c
cross join lateral (
  select id, status, created_at from conversations.message where tenant_id = $1 and conversation_id = c.id and direction = 'out' and created_at <= $5
    and status in ('pending', 'processing', 'sent', 'delivered') and conversations.status_rank(status) < conversations.status_rank($6) order by seq desc limit 200) m`

/** Moves up what the instant covers, never down. `again`: a message was on its way whose answer is still to come, so it is worth another look. */
export const takeReceiptUntil = async (
  tx: Tx,
  ports: Pick<ConversationsPorts, 'noteReached'>,
  { channelId, status, until, recipient }: ReceiptUntil,
): Promise<{ again: boolean }> => {
  const instant = new Date(until)
  const { rows } = await tx.query<{ id: string; status: string }>(findText, [
    tx.tenantId,
    channelId,
    recipient.map(({ kind }) => kind),
    recipient.map(({ value }) => value),
    instant,
    status,
  ])
  const left = rows.filter((row) => row.status === 'sent' || row.status === 'delivered').map(({ id }) => id)
  // What was written before that instant and waited to be sent until after it is not among them.
  const later = new Set(left.length > 0 ? await sentAfter(tx, left, new Date(instant.getTime() + answerMilliseconds)) : [])
  const moved = await advanceStatuses(
    tx,
    left.filter((id) => !later.has(id)).map((messageId) => ({ messageId, status, providerMessageId: null, error: null })),
  )
  await reachedBy(tx, ports, moved)
  return { again: left.length < rows.length }
}
