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
export const wakeSnoozed = async (tx: Tx, ports: ConversationsPorts, conversationId: string, until: string): Promise<void> => {
  const thread = await takeThread(tx, ports, conversationId)
  if (thread.facts.snoozedUntil?.getTime() !== new Date(until).getTime()) return
  thread.facts = { ...thread.facts, snoozedUntil: null, unread: Math.max(1, thread.facts.unread) }
  await saveThread(tx, ports, thread)
  tx.publish({ type: 'conversation.changed', payload: { conversationId, what: 'snoozed' } })
}
