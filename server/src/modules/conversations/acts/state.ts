import type { Tx } from '#platform/database/transaction'
import { setPending } from '../domain/conversation.ts'
import type { ConversationsPorts } from '../ports.ts'
import { apply, saveThread, takeThread } from '../thread.ts'
import type { By } from './by.ts'
import { closeConversation, reopenConversation } from './close.ts'
import { floorMoved, seizeFloor } from './floor.ts'

/** The states that a person may choose; other names for them are accepted from other systems. */
export const setStatus = async (
  tx: Tx,
  ports: ConversationsPorts,
  conversationId: string,
  by: By,
  status: 'active' | 'open' | 'pending' | 'closed' | 'resolved' | 'archived',
  reason: string | null,
): Promise<void> => {
  if (status === 'closed' || status === 'resolved' || status === 'archived') return closeConversation(tx, ports, conversationId, by, reason)
  const thread = await takeThread(tx, ports, conversationId)
  if (status !== 'pending' && thread.facts.state === 'closed') return reopenConversation(tx, ports, conversationId, by)
  const { floor } = thread.facts
  if (status === 'pending') {
    apply(thread, setPending(thread.facts))
    if (floor !== thread.facts.floor) await ports.stopFlow(tx, conversationId)
    floorMoved(tx, thread, floor, by)
  } else await seizeFloor(tx, ports, thread, by)
  await saveThread(tx, ports, thread)
  tx.publish({ type: 'conversation.changed', payload: { conversationId, what: 'state' } })
}
