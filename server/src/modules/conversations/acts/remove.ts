import type { Tx } from '#platform/database/transaction'
import { dropEntries } from '#platform/outbox/amend'
import type { ConversationsPorts } from '../ports.ts'
import { close } from '../domain/conversation.ts'
import { followThread, takeThread } from '../thread.ts'
import type { By } from './by.ts'

/** Deletes a conversation with everything said in it. What is still to be sent is not sent. */
export const removeConversation = async (tx: Tx, ports: ConversationsPorts, conversationId: string, by: By): Promise<void> => {
  const thread = await takeThread(tx, ports, conversationId)
  await ports.forgetFlow(tx, conversationId)
  await dropEntries(tx, conversationId)
  const { state, assigneeId } = thread.facts
  const ended = close(thread.facts, 'agent', 'deleted', ports.now())
  if (ended.ok) {
    thread.facts = ended.conversation
    // Whoever counts on it learns that it ends, before its rows go.
    await followThread(tx, ports, thread)
  }
  const { rows: said } = await tx.query<{ channelId: string; id: string }>(
    `delete from conversations.message where tenant_id = $1 and conversation_id = $2
     returning channel_id as "channelId", case when direction = 'in' then provider_message_id else id::text end as id`,
    [tx.tenantId, conversationId],
  )
  await ports.eraseCopies(
    tx,
    said.filter(({ id }) => id !== null),
  )
  await tx.query('delete from conversations.conversation where tenant_id = $1 and id = $2', [tx.tenantId, conversationId])
  if (state !== 'closed') tx.publish({ type: 'conversation.closed', payload: { conversationId, reason: 'deleted', byUserId: by.userId, by: 'agent' } })
  tx.publish({ type: 'conversation.removed', payload: { conversationId, assigneeId, byUserId: by.userId } })
}
