import type { OutboundContent } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import { Failure } from '#platform/failure'
import { requeueEntry } from '#platform/outbox/amend'
import { refuseUnwanted } from '../opt-out.ts'
import type { ConversationsPorts } from '../ports.ts'
import { takeThread } from '../thread.ts'
import { takeMessage } from './take-message.ts'

/** Sends a failed or uncertain message again, because a person decided so. */
export const retry = async (tx: Tx, ports: ConversationsPorts, conversationId: string, messageId: string): Promise<void> => {
  await takeThread(tx, ports, conversationId)
  const message = await takeMessage(tx, conversationId, messageId)
  if (message.direction !== 'out' || !['failed', 'uncertain', 'cancelled'].includes(message.status))
    throw new Failure('conflict', 'message.not_retryable', 'Only a failed or uncertain message can be sent again.')
  if (!(await requeue(tx, ports, messageId))) throw new Failure('conflict', 'message.not_retryable', 'This message never went to the channel. Write it again.')
}

type Said = { contactId: string; channelId: string; content: OutboundContent }

/** What was said before somebody wished for no promotions is not said again after it. */
const refuseUnwantedAgain = async (tx: Tx, ports: ConversationsPorts, messageId: string): Promise<void> => {
  const { rows } = await tx.query<Said>(
    `select c.contact_id as "contactId", c.channel_id as "channelId", m.content from conversations.message m
     join conversations.conversation c on c.tenant_id = m.tenant_id and c.id = m.conversation_id where m.tenant_id = $1 and m.id = $2`,
    [tx.tenantId, messageId],
  )
  if (rows[0]) await refuseUnwanted(tx, ports, rows[0], rows[0].content)
}

/** Puts an outbox entry back and its message to pending. False when the entry is not in a state for it. */
export const requeue = async (tx: Tx, ports: ConversationsPorts, id: string): Promise<boolean> => {
  if (!(await requeueEntry(tx, id, ports.now()))) return false
  await refuseUnwantedAgain(tx, ports, id)
  await showStatus(tx, id, 'pending')
  return true
}

/** The message of an outbox entry shows a status that a person chose (sent again, cancelled). Sent again, it gets a new id from the provider. */
export const showStatus = async (tx: Tx, messageId: string, status: 'pending' | 'cancelled'): Promise<void> => {
  const { rows } = await tx.query<{ conversation_id: string }>(
    'update conversations.message set status = $3, error = null, provider_message_id = null where tenant_id = $1 and id = $2 returning conversation_id',
    [tx.tenantId, messageId, status],
  )
  if (rows[0]) tx.publish({ type: 'message.changed', payload: { conversationId: rows[0].conversation_id, messageId, what: 'status', status } })
}
