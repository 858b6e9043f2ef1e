import type { Tx } from '#platform/database/transaction'
import type { Address, ConversationsPorts, Heard } from '../ports.ts'
import { saveThread, takeThread } from '../thread.ts'

/** Everything here has been seen; the customer's last message gets its blue ticks. */
export const markRead = async (tx: Tx, ports: ConversationsPorts, conversationId: string): Promise<void> => {
  const thread = await takeThread(tx, ports, conversationId)
  if (thread.facts.unread === 0) return
  thread.facts = { ...thread.facts, unread: 0 }
  await saveThread(tx, ports, thread)
  tx.publish({ type: 'conversation.changed', payload: { conversationId, what: 'read' } })
  await showRead(tx, ports, conversationId)
}

/** The blue ticks of the customer's last message. */
export const showRead = async (tx: Tx, ports: ConversationsPorts, conversationId: string): Promise<void> => {
  const last = await lastOfCustomer(tx, conversationId)
  if (last) await ports.markRead(tx, last)
}

type Row = { channel_id: string; id: string; provider_message_id: string; kind: Address['kind']; value: string }
const heardText = `select c.channel_id, m.id, m.provider_message_id, i.kind, i.value from conversations.message m
join conversations.conversation c on c.tenant_id = m.tenant_id and c.id = m.conversation_id
join contacts.identity_card i on i.tenant_id = c.tenant_id and i.id = c.identity_id
where m.tenant_id = $1 and m.direction = 'in' and m.provider_message_id is not null`

const heardIn = ([row]: Row[]): Heard | null =>
  row ? { channelId: row.channel_id, messageId: row.id, providerMessageId: row.provider_message_id, from: { kind: row.kind, value: row.value } } : null

export const lastOfCustomer = async (tx: Tx, conversationId: string): Promise<Heard | null> =>
  heardIn((await tx.query<Row>(`${heardText} and m.conversation_id = $2 order by m.seq desc limit 1`, [tx.tenantId, conversationId])).rows)

/** What a customer said, by its id; null when it is gone. */
export const heardAs = async (tx: Tx, messageId: string): Promise<Heard | null> =>
  heardIn((await tx.query<Row>(`${heardText} and m.id = $2`, [tx.tenantId, messageId])).rows)

/** As if nobody had looked; `count`: at so many messages at least. */
export const markUnread = async (tx: Tx, ports: ConversationsPorts, conversationId: string, count = 1): Promise<void> => {
  const thread = await takeThread(tx, ports, conversationId)
  thread.facts = { ...thread.facts, unread: Math.max(count, thread.facts.unread) }
  await saveThread(tx, ports, thread)
  tx.publish({ type: 'conversation.changed', payload: { conversationId, what: 'read' } })
}
