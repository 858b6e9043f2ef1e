import type { Tx } from '#platform/database/transaction'
import { Failure } from '#platform/failure'
import { assign } from '../domain/conversation.ts'
import type { ConversationsPorts } from '../ports.ts'
import { addSystemLine, apply, saveThread, takeThread } from '../thread.ts'
import type { By } from './by.ts'
import { assigned, floorMoved } from './floor.ts'

/** Fails unless work can be given to this person. */
export const requireMember = async (tx: Tx, ports: ConversationsPorts, userId: string): Promise<void> => {
  if (await ports.isMember(tx, userId)) return
  throw new Failure('invalid', 'user.unknown', 'This person is not a member here.', {
    errors: [{ path: 'userId', code: 'user.unknown', message: 'Unknown member' }],
  })
}

/** Assigns to a member of the tenant, or to nobody. */
export const assignTo = async (
  tx: Tx,
  ports: ConversationsPorts,
  conversationId: string,
  by: By,
  userId: string | null,
  kind: 'manual' | 'transfer' = 'manual',
): Promise<void> => {
  const thread = await takeThread(tx, ports, conversationId)
  if (userId) await requireMember(tx, ports, userId)
  const before = thread.facts
  apply(thread, assign(thread.facts, userId, by.userId, kind))
  thread.because = { kind: userId === by.userId ? 'taken' : kind, byUserId: by.userId }
  if (before.floor === 'flow' && thread.facts.floor === 'human') await ports.stopFlow(tx, conversationId)
  if (before.assigneeId !== thread.facts.assigneeId) addSystemLine(thread, ports, userId ? 'assigned' : 'unassigned', { userId, byUserId: by.userId })
  floorMoved(tx, thread, before.floor, by)
  assigned(tx, thread, before.assigneeId, by)
  if (before.assigneeId === thread.facts.assigneeId && before.state !== thread.facts.state)
    tx.publish({ type: 'conversation.changed', payload: { conversationId, what: 'state' } })
  await saveThread(tx, ports, thread)
}
