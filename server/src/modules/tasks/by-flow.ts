import type { TaskPriority } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import { isMember } from './check.ts'
import { mostOpen } from './manage.ts'
import type { TasksPorts } from './ports.ts'
import { planReminders } from './remind.ts'
import { insertTask, openOf, type StoredTask } from './store.ts'
import { referTo } from './tell.ts'

export type TaskOfFlow = {
  flowId: string
  contactId: string
  conversationId: string
  title: string
  details: string
  assigneeId: string | null
  dueAt: Date | null
  priority: TaskPriority
}

/** A task that is to be stored with the turn in which it was left. */
type PlannedTask = { id: string; store(): Promise<unknown> }

/**
 * A flow leaves something to do, in the transaction of its turn: stored once the conversation that it names is. Who is no member any more gets nothing: it is
 * for whoever takes it. Null where the contact has as many open ones as there may be, because a flow that goes round must not bury the others.
 */
export const planTaskOfFlow = async (tx: Tx, ports: TasksPorts, { flowId, ...wanted }: TaskOfFlow): Promise<PlannedTask | null> => {
  if ((await openOf(tx, wanted.contactId)) >= mostOpen) return null
  const assigneeId = wanted.assigneeId !== null && (await isMember(tx, wanted.assigneeId)) ? wanted.assigneeId : null
  const task: StoredTask = {
    ...wanted,
    id: ports.newId(),
    assigneeId,
    remindMinutes: null,
    state: 'pending',
    creatorKind: 'flow',
    createdBy: flowId,
    endedAt: null,
  }
  planReminders(tx, ports, task)
  tx.publish({ type: 'task.created', payload: referTo(task) })
  return { id: task.id, store: () => insertTask(tx, task, ports.now()) }
}
