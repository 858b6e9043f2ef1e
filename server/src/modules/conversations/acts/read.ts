import type { Tx } from '#platform/database/transaction'
import type { Address, ConversationsPorts } from '../ports.ts'
import { saveThread, takeThread } from '../thread.ts'

/** The newest message of a customer, and whose it is. */
export type LastHeard = { channelId: string; providerMessageId: string; from: Address }

/** Everything here has been seen. Returns the provider id of the last message of the customer, for the blue ticks. */
export const markRead = async (tx: Tx, ports: ConversationsPorts, conversationId: string): Promise<LastHeard | null> => {
  const thread = await takeThread(tx, ports, conversationId)
  if (thread.facts.unread === 0) return null
  thread.facts = { ...thread.facts, unread: 0 }
  await saveThread(tx, ports, thread)
  tx.publish({ type: 'conversation.changed', payload: { conversationId, what: 'read' } })
  return lastOfCustomer(tx, conversationId, thread.channel.id)
}

/** The customer's blue ticks, after the commit. They are a courtesy: they never hold up or fail the person who reads or answers. */
export const showRead = (tx: Tx, ports: ConversationsPorts, last: LastHeard | null): void => {
  if (last)
    tx.afterCommit(
      () =>
        void ports
          .markRead(tx.tenantId, last.channelId, last.providerMessageId, last.from)
          .catch((error) => ports.log.debug({ err: error }, 'read receipt not sent')),
    )
}

export const lastOfCustomer = async (tx: Tx, conversationId: string, channelId: string): Promise<LastHeard | null> => {
  const { rows } = await tx.query<{ provider_message_id: string; kind: Address['kind']; value: string }>(
    `select m.provider_message_id, i.kind, i.value from conversations.message m
     join conversations.conversation c on c.tenant_id = m.tenant_id and c.id = m.conversation_id
     join contacts.identity_card i on i.tenant_id = c.tenant_id and i.id = c.identity_id
     where m.tenant_id = $1 and m.conversation_id = $2 and m.direction = 'in' and m.provider_message_id is not null order by m.seq desc limit 1`,
    [tx.tenantId, conversationId],
  )
  const [last] = rows
  return last ? { channelId, providerMessageId: last.provider_message_id, from: { kind: last.kind, value: last.value } } : null
}

/** As if nobody had looked; `count`: at so many messages at least. */
export const markUnread = async (tx: Tx, ports: ConversationsPorts, conversationId: string, count = 1): Promise<void> => {
  const thread = await takeThread(tx, ports, conversationId)
  thread.facts = { ...thread.facts, unread: Math.max(count, thread.facts.unread) }
  await saveThread(tx, ports, thread)
  tx.publish({ type: 'conversation.changed', payload: { conversationId, what: 'read' } })
}
