import type { Priority } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import type { ConversationsPorts } from '../ports.ts'
import { saveThread, takeThread } from '../thread.ts'

export const setPriority = async (tx: Tx, ports: ConversationsPorts, conversationId: string, priority: Priority): Promise<void> => {
  const thread = await takeThread(tx, ports, conversationId)
  if (thread.facts.priority === priority) return
  thread.facts = { ...thread.facts, priority }
  await saveThread(tx, ports, thread)
  tx.publish({ type: 'conversation.changed', payload: { conversationId, what: 'priority' } })
}
