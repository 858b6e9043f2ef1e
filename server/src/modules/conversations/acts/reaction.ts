import type { Tx } from '#platform/database/transaction'
import { Failure } from '#platform/failure'
import { addEntries } from '#platform/outbox/entry'
import type { ConversationsPorts } from '../ports.ts'
import { recipientOf, takeThread } from '../thread.ts'
import { takeMessage } from './take-message.ts'

/** An agent's reaction; an empty emoji takes it back. It travels through the outbox like a message. */
export const react = async (tx: Tx, ports: ConversationsPorts, conversationId: string, messageId: string, emoji: string): Promise<void> => {
  const thread = await takeThread(tx, ports, conversationId)
  const message = await takeMessage(tx, conversationId, messageId)
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
        recipient: recipientOf(thread.address),
        subject: conversationId,
        kind: 'reaction',
        payload: { to: thread.address, providerMessageId: message.provider_message_id, isOwn: message.direction === 'out', emoji },
        priority: 100,
        notBefore: ports.now(),
      },
    ],
    ports.now(),
  )
  tx.wake('send')
  tx.publish({ type: 'message.changed', payload: { conversationId, messageId, what: 'reaction' } })
}
