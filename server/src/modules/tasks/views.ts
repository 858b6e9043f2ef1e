import type { Page, Task, TaskListQuery, TaskPriority, TaskState } from '@chasqui/contracts'
import { foreignCursor } from '#platform/cursor'
import type { Tx } from '#platform/database/transaction'
import { absent } from '#platform/failure'
import { isId } from '#platform/ids'
import type { TasksPorts } from './ports.ts'
import { isOpen } from './store.ts'

type Row = {
  id: string
  title: string
  details: string
  contact_id: string
  contact_name: string | null
  conversation_id: string | null
  assignee_id: string | null
  assignee_name: string | null
  due_at: Date | null
  remind_minutes: number | null
  priority: TaskPriority
  state: TaskState
  creator_kind: Task['creator']['kind']
  created_by: string
  creator_name: string | null
  created_at: Date
  updated_at: Date
  ended_at: Date | null
}

/** As whoever asks may see it: the database masks what is hidden, and names neither contacts nor conversations that are out of reach. */
const select = `select t.id, tasks.shown_words(t.title, t.contact_id) as title, tasks.shown_words(t.details, t.contact_id) as details, t.contact_id,
  p.name as contact_name, f.id as conversation_id, t.assignee_id, a.name as assignee_name, t.due_at, t.remind_minutes, t.priority, t.state, t.creator_kind,
  t.created_by, coalesce(m.name, k.name) as creator_name, t.created_at, t.updated_at, t.ended_at
  from tasks.task t
  left join contacts.contact_card p on p.tenant_id = t.tenant_id and p.id = t.contact_id
  left join conversations.conversation_fact f on f.tenant_id = t.tenant_id and f.id = t.conversation_id
  left join identity.member_card a on a.tenant_id = t.tenant_id and a.id = t.assignee_id
  left join identity.member_card m on m.tenant_id = t.tenant_id and m.id = t.created_by
  left join identity.api_key_card k on k.tenant_id = t.tenant_id and k.id = t.created_by
  where t.tenant_id = $1`

const taskOf = (row: Row, now: Date): Task => ({
  id: row.id,
  title: row.title,
  details: row.details,
  contact: { id: row.contact_id, name: row.contact_name },
  conversationId: row.conversation_id,
  assignee: row.assignee_id === null ? null : { id: row.assignee_id, name: row.assignee_name },
  dueAt: row.due_at?.toISOString() ?? null,
  remindMinutes: row.remind_minutes,
  priority: row.priority,
  state: row.state,
  overdue: isOpen(row) && row.due_at !== null && row.due_at < now,
  creator: { kind: row.creator_kind, id: row.created_by, name: row.creator_name },
  createdAt: row.created_at.toISOString(),
  updatedAt: row.updated_at.toISOString(),
  endedAt: row.ended_at?.toISOString() ?? null,
})

export const readTask = async (tx: Tx, { now }: Pick<TasksPorts, 'now'>, id: string): Promise<Task> => {
  const { rows } = await tx.query<Row>(`${select} and t.id = $2`, [tx.tenantId, id])
  if (!rows[0]) throw absent('task')
  return taskOf(rows[0], now())
}

/** Row-level security finds what is within the narrowest reach only by looking at every task; these few are found by their indexes. */
const ownOnly = `and t.id in (
  select o.id from tasks.task o where o.tenant_id = $1 and o.assignee_id = platform.current_person()
  union all select o.id from tasks.task o where o.tenant_id = $1 and o.created_by = platform.current_person()
  union all select o.id from tasks.task o where o.tenant_id = $1 and o.contact_id in (
    select f.contact_id from conversations.conversation_fact f where f.tenant_id = $1 and f.assignee_id = platform.current_person()
    union all select p.id from contacts.contact_card p where p.tenant_id = $1 and p.created_by = platform.current_person()))`

/** Spelled out, so that partial indexes are taken. */
const states = { open: `t.state in ('pending', 'in_progress')`, ended: `t.state in ('completed', 'cancelled')` }

const never = 'infinity'
/** Where a page ended. */
type Place = { at: Date | typeof never; id: string }

const readCursor = (cursor: string | undefined, ended: boolean): Place | null => {
  if (cursor === undefined) return null
  const [, list, instant = '', id] = /^(open|ended)_([^_]+)_([^_]+)$/.exec(cursor) ?? []
  const at = instant === never && !ended ? never : new Date(instant)
  if (list !== (ended ? 'ended' : 'open') || !isId(id) || (at !== never && Number.isNaN(at.getTime()))) throw foreignCursor()
  return { at, id }
}

const cursorOf = ({ id, dueAt, endedAt }: Task): string => (endedAt === null ? `open_${dueAt ?? never}_${id}` : `ended_${endedAt}_${id}`)

/** What a page of tasks asks of the database. */
export const pageText = (tx: Pick<Tx, 'tenantId' | 'sight'>, now: Date, me: string, query: TaskListQuery): { text: string; values: unknown[] } => {
  const { state, assigneeId, contactId, dueBefore, limit } = query
  const hasEnded = state === 'completed' || state === 'cancelled'
  const values: unknown[] = [tx.tenantId]
  const place = (value: unknown) => `$${values.push(value)}`
  const after = readCursor(query.cursor, hasEnded)
  const key = hasEnded ? 't.ended_at' : 't.stands_at'
  const [step, direction] = hasEnded ? ['<', 'desc'] : ['>', 'asc']
  const narrowing = [
    hasEnded ? states.ended : states.open,
    ...(state === 'open' || state === 'overdue' ? [] : [`t.state = ${place(state)}`]),
    ...(state === 'overdue' ? [`t.stands_at < ${place(now)}`] : []),
    ...(dueBefore === undefined ? [] : [`t.stands_at < ${place(new Date(dueBefore))}`]),
    ...(assigneeId === 'nobody' ? ['t.assignee_id is null'] : []),
    ...(assigneeId === undefined || assigneeId === 'nobody' ? [] : [`t.assignee_id = ${place(assigneeId === 'me' ? me : assigneeId)}`]),
    ...(contactId === undefined ? [] : [`t.contact_id = ${place(contactId)}`]),
    ...(after === null ? [] : [`(${key}, t.id) ${step} (${place(after.at)}::timestamptz, ${place(after.id)}::uuid)`]),
  ]
  const own = tx.sight?.reach === 'own' ? ownOnly : ''
  return { text: `${select} and ${narrowing.join(' and ')} ${own} order by ${key} ${direction}, t.id ${direction} limit ${place(limit + 1)}`, values }
}

export const listTasks = async (tx: Tx, { now }: Pick<TasksPorts, 'now'>, me: string, query: TaskListQuery): Promise<Page<Task>> => {
  const at = now()
  const { text, values } = pageText(tx, at, me, query)
  const { rows } = await tx.query<Row>(text, values)
  const items = rows.slice(0, query.limit).map((row) => taskOf(row, at))
  return { items, nextCursor: rows.length > query.limit ? cursorOf(items.at(-1)!) : null }
}
