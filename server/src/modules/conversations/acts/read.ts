import type { Tx } from '#platform/database/transaction'
import type { ConversationsPorts } from '../ports.ts'
import { saveThread, takeThread } from '../thread.ts'

/** Everything here has been seen. Returns the provider id of the last message of the customer, for the blue ticks. */
export const markRead = async (tx: Tx, ports: ConversationsPorts, conversationId: string): Promise<{ channelId: string; providerMessageId: string } | null> => {
  const thread = await takeThread(tx, ports, conversationId)
  if (thread.facts.unread === 0) return null
  thread.facts = { ...thread.facts, unread: 0 }
  await saveThread(tx, ports, thread)
  tx.publish({ type: 'conversation.changed', payload: { conversationId, what: 'read' } })
  return lastOfCustomer(tx, conversationId, thread.channel.id)
}

/** The customer's blue ticks, after the commit. They are a courtesy: they never hold up or fail the person who reads or answers. */
export const showRead = (tx: Tx, ports: ConversationsPorts, last: { channelId: string; providerMessageId: string } | null): void => {
  if (last)
    tx.afterCommit(
      () => void ports.markRead(tx.tenantId, last.channelId, last.providerMessageId).catch((error) => ports.log.debug({ err: error }, 'read receipt not sent')),
    )
}

export const lastOfCustomer = async (tx: Tx, conversationId: string, channelId: string): Promise<{ channelId: string; providerMessageId: string } | null> => {
  const { rows } = await tx.query<{ provider_message_id: string }>(
    `select provider_message_id from conversations.message where tenant_id = $1 and conversation_id = $2 and direction = 'in' and provider_message_id is not null order by seq desc limit 1`,
    [tx.tenantId, conversationId],
  )
  return rows[0] ? { channelId, providerMessageId: rows[0].provider_message_id } : null
}

/** As if nobody had looked; `count`: at so many messages at least. */
export const markUnread = async (tx: Tx, ports: ConversationsPorts, conversationId: string, count = 1): Promise<void> => {
  const thread = await takeThread(tx, ports, conversationId)
  thread.facts = { ...thread.facts, unread: Math.max(count, thread.facts.unread) }
  await saveThread(tx, ports, thread)
  tx.publish({ type: 'conversation.changed', payload: { conversationId, what: 'read' } })
}
