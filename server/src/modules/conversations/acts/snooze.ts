import type { Tx } from '#platform/database/transaction'
import { Failure } from '#platform/failure'
import type { ConversationsPorts } from '../ports.ts'
import { saveThread, takeThread } from '../thread.ts'

/** Puts a conversation aside until an instant, or until the customer writes; null wakes it. */
export const snooze = async (tx: Tx, ports: ConversationsPorts, conversationId: string, until: Date | null): Promise<void> => {
  const thread = await takeThread(tx, ports, conversationId)
  if (until && until <= ports.now())
    throw new Failure('invalid', 'snooze.past', 'The instant is in the past.', { errors: [{ path: 'until', code: 'past', message: 'In the past' }] })
  if (thread.facts.state === 'closed') throw new Failure('conflict', 'conversation.closed', 'The conversation is closed. Reopen it first.')
  thread.facts = { ...thread.facts, snoozedUntil: until }
  await saveThread(tx, ports, thread)
  if (until) tx.enqueue({ queue: 'due', key: conversationId, payload: { type: 'wake_conversation', conversationId, until: until.toISOString() }, runAt: until })
  tx.publish({ type: 'conversation.changed', payload: { conversationId, what: 'snoozed' } })
}

/** A snooze ran out. A later snooze or a message of the customer made it stale. */
export const wakeSnoozed = async (tx: Tx, conversationId: string, until: string): Promise<void> => {
  const { rowCount } = await tx.query(
    'update conversations.conversation set snoozed_until = null, unread = greatest(unread, 1) where tenant_id = $1 and id = $2 and snoozed_until = $3',
    [tx.tenantId, conversationId, new Date(until)],
  )
  if (rowCount === 1) tx.publish({ type: 'conversation.changed', payload: { conversationId, what: 'snoozed' } })
}
