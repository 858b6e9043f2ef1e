import type { TaskPriority, TaskState } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import { absent } from '#platform/failure'

export type StoredTask = {
  id: string
  contactId: string
  conversationId: string | null
  title: string
  details: string
  assigneeId: string | null
  dueAt: Date | null
  remindMinutes: number | null
  priority: TaskPriority
  state: TaskState
  creatorKind: 'agent' | 'key' | 'flow'
  createdBy: string
  endedAt: Date | null
}

const columns = `id, contact_id as "contactId", conversation_id as "conversationId", title, details, assignee_id as "assigneeId", due_at as "dueAt",
  remind_minutes as "remindMinutes", priority, state, creator_kind as "creatorKind", created_by as "createdBy", ended_at as "endedAt"`

export const isOpen = ({ state }: Pick<StoredTask, 'state'>): boolean => state === 'pending' || state === 'in_progress'

/** Takes a task into this transaction's hand. Absent and out of reach alike fail as absent; who gives it away still tells what became of it. */
export const takeTask = async (tx: Tx, id: string): Promise<StoredTask> => {
  const { rows } = await tx.query<StoredTask>(`select ${columns} from tasks.task where tenant_id = $1 and id = $2 for update`, [tx.tenantId, id])
  if (!rows[0]) throw absent('task')
  tx.keepInReach(id)
  return rows[0]
}

/** Whether its words are as they stand for whoever asks; where something is masked for them, they are not. */
export const readsWhole = async (tx: Tx, id: string): Promise<boolean> =>
  (
    await tx.query(
      `select 1 from tasks.task where tenant_id = $1 and id = $2 and tasks.shown_words(title, contact_id) = title and tasks.shown_words(details, contact_id) = details`,
      [tx.tenantId, id],
    )
  ).rowCount !== 0

const valuesOf = (tx: Tx, task: StoredTask, now: Date) => [
  tx.tenantId,
  task.id,
  task.contactId,
  task.conversationId,
  task.title,
  task.details,
  task.assigneeId,
  task.dueAt,
  task.remindMinutes,
  task.priority,
  task.state,
  task.endedAt,
  now,
]

export const insertTask = (tx: Tx, task: StoredTask, now: Date): Promise<unknown> =>
  tx.query(
    `insert into tasks.task (tenant_id, id, contact_id, conversation_id, title, details, assignee_id, due_at, remind_minutes, priority, state, ended_at,
       created_at, updated_at, creator_kind, created_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $13, $14, $15)`,
    [...valuesOf(tx, task, now), task.creatorKind, task.createdBy],
  )

export const saveTask = (tx: Tx, task: StoredTask, now: Date): Promise<unknown> =>
  tx.query(
    `update tasks.task set contact_id = $3, conversation_id = $4, title = $5, details = $6, assignee_id = $7, due_at = $8, remind_minutes = $9, priority = $10,
       state = $11, ended_at = $12, updated_at = $13
     where tenant_id = $1 and id = $2`,
    valuesOf(tx, task, now),
  )

export const deleteTask = (tx: Tx, id: string): Promise<unknown> => tx.query('delete from tasks.task where tenant_id = $1 and id = $2', [tx.tenantId, id])

/** Open tasks of a contact, whoever sees them. */
export const openOf = async (tx: Tx, contactId: string): Promise<number> =>
  (
    await tx.beyondReach(() =>
      tx.query<{ count: number }>(
        `select count(*)::int as count from tasks.task where tenant_id = $1 and contact_id = $2 and state in ('pending', 'in_progress')`,
        [tx.tenantId, contactId],
      ),
    )
  ).rows[0]!.count
