import type { Tx } from '#platform/database/transaction'
import type { TasksPorts } from './ports.ts'
import type { StoredTask } from './store.ts'
import { referTo } from './tell.ts'

/** The time of a task has come, or is so many minutes away. */
export type TaskTimer = { type: 'remind_task'; taskId: string; at: string }

type Timed = Pick<StoredTask, 'id' | 'dueAt' | 'remindMinutes'>

const instantsOf = ({ dueAt, remindMinutes }: Timed): Date[] => {
  if (dueAt === null) return []
  return remindMinutes === null ? [dueAt] : [new Date(dueAt.getTime() - remindMinutes * 60_000), dueAt]
}

/** The jobs that remind of it, at the instants that are still to come. What is changed meanwhile makes them stale: each names the instant it was for. */
export const planReminders = (tx: Tx, { now }: TasksPorts, task: Timed): void => {
  for (const at of instantsOf(task))
    if (at > now()) tx.enqueue({ queue: 'due', key: task.id, payload: { type: 'remind_task', taskId: task.id, at: at.toISOString() }, runAt: at })
}

type Row = Pick<StoredTask, 'id' | 'contactId' | 'assigneeId' | 'creatorKind' | 'createdBy'>

/**
 * Whoever has the task is told, in the transaction that remembers it: killed anywhere, they are told of this instant once, however often its time was moved
 * away and back. What is done, gone or meant for another time by now does nothing.
 */
export const remind = async (tx: Tx, { taskId, at }: TaskTimer): Promise<void> => {
  const { rows } = await tx.query<Row>(
    `update tasks.task set told_until = $3
     where tenant_id = $1 and id = $2 and state in ('pending', 'in_progress') and $3 in (due_at, due_at - remind_minutes * interval '1 minute')
       and (told_until is null or told_until < $3)
     returning id, contact_id as "contactId", assignee_id as "assigneeId", creator_kind as "creatorKind", created_by as "createdBy"`,
    [tx.tenantId, taskId, at],
  )
  const [task] = rows
  if (task?.assigneeId) tx.publish({ type: 'task.due', payload: { ...referTo(task), assigneeId: task.assigneeId, at } })
}
