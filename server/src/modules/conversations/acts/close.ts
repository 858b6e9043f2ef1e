import type { Tx } from '#platform/database/transaction'
import { Failure } from '#platform/failure'
import { close, reopen } from '../domain/conversation.ts'
import type { ConversationsPorts } from '../ports.ts'
import { addSystemLine, apply, saveThread, takeThread } from '../thread.ts'
import type { By } from './by.ts'
import { openWith } from './open-with.ts'

export const closeConversation = async (tx: Tx, ports: ConversationsPorts, conversationId: string, by: By, reason: string | null): Promise<void> => {
  const thread = await takeThread(tx, ports, conversationId)
  apply(thread, close(thread.facts, 'agent', reason, ports.now()))
  thread.because = { byUserId: by.userId }
  await ports.stopFlow(tx, conversationId)
  addSystemLine(thread, ports, 'closed', { reason, userId: by.userId, by: 'agent' })
  await saveThread(tx, ports, thread)
  tx.publish({ type: 'conversation.closed', payload: { conversationId, reason, byUserId: by.userId, by: 'agent' } })
}

/** Opens a closed conversation again, unless the contact has opened another one meanwhile. */
export const reopenConversation = async (tx: Tx, ports: ConversationsPorts, conversationId: string, by: By): Promise<void> => {
  const thread = await takeThread(tx, ports, conversationId)
  apply(thread, reopen(thread.facts))
  thread.because = { kind: 'manual', byUserId: by.userId }
  const other = await openWith(tx, thread.facts.channelId, thread.facts.contactId)
  if (other) throw new Failure('conflict', 'conversation.other_open', `This contact has another open conversation on this channel: ${other}`)
  addSystemLine(thread, ports, 'reopened', { userId: by.userId })
  await saveThread(tx, ports, thread)
  tx.publish({ type: 'conversation.reopened', payload: { conversationId, byUserId: by.userId } })
}
