import type { Tx } from '#platform/database/transaction'
import type { StoredTask } from './store.ts'

type Told = Pick<StoredTask, 'id' | 'contactId' | 'assigneeId' | 'creatorKind' | 'createdBy'>

/** What events say of a task. `before`: who had it until now. */
export const referTo = (task: Told, before: string | null = null) => ({
  taskId: task.id,
  contactId: task.contactId,
  assigneeIds: [...new Set([before, task.assigneeId])].filter((id) => id !== null),
  creatorId: task.creatorKind === 'agent' ? task.createdBy : null,
})

export const tellChanged = (tx: Tx, task: Told, before: string | null = null): void => tx.publish({ type: 'task.changed', payload: referTo(task, before) })
