import type { Tx } from '#platform/database/transaction'
import { absent, Failure } from '#platform/failure'
import { dropEntries, requeueEntry } from '#platform/outbox/amend'
import { addEntries } from '#platform/outbox/entry'
import type { By } from './act.ts'
import type { ConversationsPorts } from './ports.ts'
import { takeThread } from './thread.ts'

type Row = { id: string; status: string; direction: string; provider_message_id: string | null }
const take = async (tx: Tx, conversationId: string, messageId: string): Promise<Row> => {
  const { rows } = await tx.query<Row>(
    'select id, status, direction, provider_message_id from conversations.message where tenant_id = $1 and conversation_id = $2 and id = $3 for update',
    [tx.tenantId, conversationId, messageId],
  )
  if (!rows[0]) throw absent('message')
  return rows[0]
}

/** An agent's reaction; an empty emoji takes it back. It travels through the outbox like a message. */
export const react = async (tx: Tx, ports: ConversationsPorts, conversationId: string, messageId: string, emoji: string): Promise<void> => {
  const thread = await takeThread(tx, ports, conversationId)
  const message = await take(tx, conversationId, messageId)
  if (!thread.channel.abilities.reactions) throw new Failure('invalid', 'content.type_not_offered', 'This channel has no reactions.')
  if (!message.provider_message_id) throw new Failure('conflict', 'message.not_sent_yet', 'The message has not been sent yet.')
  await tx.query(
    `update conversations.message set reactions = case when $3 = '' then reactions - 'agent' else reactions || jsonb_build_object('agent', $3::text) end where tenant_id = $1 and id = $2`,
    [tx.tenantId, messageId, emoji],
  )
  await addEntries(
    tx,
    [
      {
        id: ports.newId(),
        sender: thread.channel.id,
        recipient: `${thread.address.kind}:${thread.address.value}`,
        subject: conversationId,
        kind: 'reaction',
        payload: { to: thread.address, providerMessageId: message.provider_message_id, emoji },
        priority: 100,
        notBefore: ports.now(),
      },
    ],
    ports.now(),
  )
  tx.wake('send')
  tx.publish({ type: 'message.changed', payload: { conversationId, messageId, what: 'reaction' } })
}

/** Sends a failed or uncertain message again, because a person decided so. */
export const retry = async (tx: Tx, ports: ConversationsPorts, conversationId: string, messageId: string): Promise<void> => {
  await takeThread(tx, ports, conversationId)
  const message = await take(tx, conversationId, messageId)
  if (message.direction !== 'out' || !['failed', 'uncertain', 'cancelled'].includes(message.status))
    throw new Failure('conflict', 'message.not_retryable', 'Only a failed or uncertain message can be sent again.')
  if (!(await requeue(tx, ports, messageId))) throw new Failure('conflict', 'message.not_retryable', 'This message never went to the channel. Write it again.')
}

/** Puts an outbox entry back and its message to pending. False when the entry is not in a state for it. */
export const requeue = async (tx: Tx, ports: ConversationsPorts, id: string): Promise<boolean> => {
  if (!(await requeueEntry(tx, id, ports.now()))) return false
  await setStatus(tx, id, 'pending')
  return true
}

/** The message of an outbox entry shows a status that a person chose (sent again, cancelled). Sent again, it gets a new id from the provider. */
export const setStatus = async (tx: Tx, messageId: string, status: 'pending' | 'cancelled'): Promise<void> => {
  const { rows } = await tx.query<{ conversation_id: string }>(
    'update conversations.message set status = $3, error = null, provider_message_id = null where tenant_id = $1 and id = $2 returning conversation_id',
    [tx.tenantId, messageId, status],
  )
  if (rows[0]) tx.publish({ type: 'message.changed', payload: { conversationId: rows[0].conversation_id, messageId, what: 'status', status } })
}

/** Deletes a conversation with everything said in it. What is still to be sent is not sent. */
export const removeConversation = async (tx: Tx, ports: ConversationsPorts, conversationId: string, by: By): Promise<void> => {
  const thread = await takeThread(tx, ports, conversationId)
  await ports.stopFlow(tx, conversationId)
  await dropEntries(tx, conversationId)
  await tx.query('delete from conversations.message where tenant_id = $1 and conversation_id = $2', [tx.tenantId, conversationId])
  await tx.query('delete from conversations.conversation where tenant_id = $1 and id = $2', [tx.tenantId, conversationId])
  if (thread.facts.state !== 'closed')
    tx.publish({ type: 'conversation.closed', payload: { conversationId, reason: 'deleted', byUserId: by.userId, by: 'agent' } })
  tx.publish({ type: 'conversation.removed', payload: { conversationId, byUserId: by.userId } })
}
