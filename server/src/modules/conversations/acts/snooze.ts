import type { Tx } from '#platform/database/transaction'
import { Failure } from '#platform/failure'
import type { ConversationsPorts } from '../ports.ts'
import { assign, putAside } from '../domain/conversation.ts'
import { addSystemLine, apply, saveThread, takeThread } from '../thread.ts'

/** Puts a conversation aside until an instant, or until the customer writes; null wakes it. */
export const snooze = async (tx: Tx, ports: ConversationsPorts, conversationId: string, until: Date | null): Promise<void> => {
  const thread = await takeThread(tx, ports, conversationId)
  if (until && until <= ports.now())
    throw new Failure('invalid', 'snooze.past', 'The instant is in the past.', { errors: [{ path: 'until', code: 'past', message: 'In the past' }] })
  apply(thread, putAside(thread.facts, until))
  await saveThread(tx, ports, thread)
  if (until) tx.enqueue({ queue: 'due', key: conversationId, payload: { type: 'wake_conversation', conversationId, until: until.toISOString() }, runAt: until })
  tx.publish({ type: 'conversation.changed', payload: { conversationId, what: 'snoozed' } })
}

/** A snooze ran out: back to whoever has it, or into the queue when they are no longer here. A later snooze or a message of the customer made it stale. */
export const wakeSnoozed = async (tx: Tx, ports: ConversationsPorts, conversationId: string, until: string): Promise<void> => {
  const thread = await takeThread(tx, ports, conversationId)
  if (thread.facts.snoozedUntil?.getTime() !== new Date(until).getTime()) return
  const { assigneeId } = thread.facts
  apply(thread, putAside(thread.facts, null))
  thread.facts = { ...thread.facts, unread: Math.max(1, thread.facts.unread) }
  const isGone = assigneeId !== null && !(await ports.isMember(tx, assigneeId))
  if (isGone) {
    apply(thread, assign(thread.facts, null, null))
    tx.publish({ type: 'conversation.assigned', payload: { conversationId, assigneeId: null, fromId: assigneeId, byUserId: null } })
  }
  addSystemLine(thread, ports, 'woken', isGone || assigneeId === null ? {} : { userId: assigneeId })
  await saveThread(tx, ports, thread)
  tx.publish({ type: 'conversation.changed', payload: { conversationId, what: 'snoozed' } })
}
