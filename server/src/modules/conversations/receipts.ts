import type { MessageError, UnreachableCause } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import { isId } from '#platform/ids'
import { confirmEntries, failEntries } from '#platform/outbox/amend'
import type { ConversationsPorts } from './ports.ts'
import { advanceStatuses, type StatusNews } from './message-status.ts'
import { notReached, reachedBy } from './reachability.ts'

export type Receipt = {
  channelId: string
  providerMessageId: string
  clientRef: string | null
  status: 'sent' | 'delivered' | 'read' | 'played' | 'failed'
  error: MessageError | null
  unreachable?: UnreachableCause
  optedOut?: true
}

const findText = `select r.position::int, m.id from unnest($2::uuid[], $3::text[], $4::uuid[]) with ordinality as r (channel_id, provider_message_id, client_ref, position)
join lateral (
  select id from conversations.message where tenant_id = $1 and id = r.client_ref and channel_id = r.channel_id
  union all select id from conversations.message where tenant_id = $1 and channel_id = r.channel_id and provider_message_id = r.provider_message_id limit 1) m on true`

/** Whoever these messages were for wants no promotions. */
const heedOptOuts = async (tx: Tx, ports: ConversationsPorts, messageIds: string[]): Promise<void> => {
  if (messageIds.length === 0) return
  const { rows } = await tx.query<{ contact_id: string }>(
    `select distinct c.contact_id from conversations.message m join conversations.conversation c on c.tenant_id = m.tenant_id and c.id = m.conversation_id
     where m.tenant_id = $1 and m.id = any($2::uuid[]) order by c.contact_id`,
    [tx.tenantId, messageIds],
  )
  for (const { contact_id: contactId } of rows) await ports.setMarketing(tx, contactId, false)
}

/**
 * Receipts of many messages at once. A receipt is found by our own reference, or by the provider's id; those found by neither come back to the
 * caller: the answer to the send may still be on its way. A receipt also proves that an uncertain send arrived.
 */
export const takeReceipts = async (tx: Tx, ports: ConversationsPorts, receipts: Receipt[]): Promise<{ unknown: number[] }> => {
  const { rows } = await tx.query<{ position: number; id: string }>(findText, [
    tx.tenantId,
    receipts.map((receipt) => receipt.channelId),
    receipts.map((receipt) => receipt.providerMessageId),
    receipts.map((receipt) => (isId(receipt.clientRef) ? receipt.clientRef : null)),
  ])
  const idAt = new Map(rows.map((row) => [row.position - 1, row.id]))
  const found = receipts.flatMap((receipt, index) => (idAt.has(index) ? [{ ...receipt, messageId: idAt.get(index)! }] : []))
  if (found.length > 0) {
    // In one order for all, so that two batches never wait for each other.
    const news: StatusNews[] = found.map(({ messageId, status, providerMessageId, error }) => ({ messageId, status, providerMessageId, error }))
    await confirmEntries(
      tx,
      found.map(({ messageId, providerMessageId }) => ({ id: messageId, providerMessageId })),
      ports.now(),
    )
    const moved = await advanceStatuses(tx, news)
    const failed = moved.filter(({ status }) => status === 'failed')
    if (failed.length > 0) await failEntries(tx, failed, ports.now())
    await reachedBy(tx, ports, moved)
    const causes = new Map(found.flatMap(({ messageId, unreachable }) => (unreachable ? [[messageId, unreachable] as const] : [])))
    await notReached(
      tx,
      ports,
      failed.flatMap(({ id, conversation_id: conversationId }) => {
        const cause = causes.get(id)
        return cause ? [{ conversationId, cause }] : []
      }),
    )
    await heedOptOuts(
      tx,
      ports,
      found.flatMap(({ messageId, optedOut }) => (optedOut ? [messageId] : [])),
    )
    const taken = new Set(failed.map(({ id }) => id))
    for (const { messageId, channelId, status, error } of found)
      if (status === 'failed' && !taken.has(messageId))
        ports.log.info({ tenantId: tx.tenantId, channelId, messageId, code: error?.code }, 'failure reported of a message that had gone further')
  }
  return { unknown: receipts.flatMap((_, index) => (idAt.has(index) ? [] : [index])) }
}
