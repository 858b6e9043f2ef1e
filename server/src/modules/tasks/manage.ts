import type { NewTask, Task, TaskChange } from '@chasqui/contracts'
import { difference } from '#platform/acts/difference'
import type { Tx } from '#platform/database/transaction'
import { Failure } from '#platform/failure'
import { checkAssignee, checkPlace, checkReminder } from './check.ts'
import { type Doer, mayChange, mayGive, mayRemove } from './domain/may.ts'
import type { TasksPorts } from './ports.ts'
import { planReminders } from './remind.ts'
import { deleteTask, insertTask, isOpen, openOf, readsWhole, saveTask, type StoredTask, takeTask } from './store.ts'
import { referTo, tellChanged } from './tell.ts'
import { readTask } from './views.ts'

/** Whoever acts: a member, or a program by its key. */
export type By = Doer & { keyId: string | null }

/** Open ones of one contact at most: more are no list of things to do. */
export const mostOpen = 200

const notYours = () => new Failure('forbidden', 'task.of_somebody_else', 'Somebody else has this task.')
const ended = () => new Failure('conflict', 'task.ended', 'This task is completed or cancelled. Reopen it first.')

/** What the trail tells of a task. */
const factsOf = ({ title, details, assignee, dueAt, remindMinutes, priority, state }: Task) => ({
  title,
  details,
  assignee: assignee?.name ?? null,
  dueAt,
  remindMinutes,
  priority,
  state,
})
const subjectOf = ({ id, title }: Task) => ({ kind: 'task', id, name: title })

export const createTask = async (tx: Tx, ports: TasksPorts, by: By, { dueAt, ...wanted }: NewTask): Promise<Task> => {
  const task: StoredTask = {
    ...wanted,
    id: ports.newId(),
    dueAt: dueAt === null ? null : new Date(dueAt),
    state: 'pending',
    creatorKind: by.keyId === null ? 'agent' : 'key',
    createdBy: by.userId,
    endedAt: null,
  }
  await checkPlace(tx, task)
  await checkAssignee(tx, task.assigneeId)
  checkReminder(task)
  if ((await openOf(tx, task.contactId)) >= mostOpen)
    throw new Failure('conflict', 'task.too_many', `At most ${mostOpen} tasks of one contact are open. Complete some first.`)
  await insertTask(tx, task, ports.now())
  planReminders(tx, ports, task)
  tx.publish({ type: 'task.created', payload: referTo(task) })
  const made = await readTask(tx, ports, task.id)
  tx.record({ subject: subjectOf(made), after: factsOf(made) })
  return made
}

const wantedOf = ({ dueAt, ...change }: TaskChange): Partial<StoredTask> => ({
  ...Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)),
  ...(dueAt !== undefined && { dueAt: dueAt === null ? null : new Date(dueAt) }),
  // Without a time there is nothing left to remind of.
  ...(dueAt === null && change.remindMinutes === undefined && { remindMinutes: null }),
})

/** What is masked for somebody is not theirs to change: words that are sent back whole would store the mask. */
const refuseHidden = async (tx: Tx, id: string, { title, details }: TaskChange): Promise<void> => {
  if (title === undefined && details === undefined) return
  if (!(await readsWhole(tx, id))) throw new Failure('forbidden', 'task.words_hidden', 'You do not see all of these words, so you cannot change them.')
}

/** Changes the fields given; what changes nothing is told of to nobody. */
export const changeTask = async (tx: Tx, ports: TasksPorts, by: By, id: string, change: TaskChange): Promise<Task> => {
  const stored = await takeTask(tx, id)
  const next: StoredTask = { ...stored, ...wantedOf(change) }
  if (!mayChange(stored, by) || !mayGive(stored, by, next.assigneeId)) throw notYours()
  if (!isOpen(stored)) throw ended()
  await refuseHidden(tx, id, change)
  if (next.assigneeId !== stored.assigneeId) await checkAssignee(tx, next.assigneeId)
  checkReminder(next)
  return settle(tx, ports, stored, next)
}

const settle = async (tx: Tx, ports: TasksPorts, stored: StoredTask, next: StoredTask): Promise<Task> => {
  const before = await readTask(tx, ports, stored.id)
  if (JSON.stringify(stored) === JSON.stringify(next)) return before
  await saveTask(tx, next, ports.now())
  const isTimedOtherwise = next.dueAt?.getTime() !== stored.dueAt?.getTime() || next.remindMinutes !== stored.remindMinutes
  if (isTimedOtherwise || (isOpen(next) && !isOpen(stored))) planReminders(tx, ports, next)
  tellChanged(tx, next, stored.assigneeId)
  const after = await readTask(tx, ports, stored.id)
  tx.record({ subject: subjectOf(after), ...difference(factsOf(before), factsOf(after)) })
  return after
}

/** To be done no more, because it was done or because nobody needs it. What ended so already stays as it is. */
export const endTask = async (tx: Tx, ports: TasksPorts, by: By, id: string, state: 'completed' | 'cancelled'): Promise<Task> => {
  const stored = await takeTask(tx, id)
  if (!mayChange(stored, by)) throw notYours()
  if (stored.state === state) return readTask(tx, ports, id)
  if (!isOpen(stored)) throw ended()
  return settle(tx, ports, stored, { ...stored, state, endedAt: ports.now() })
}

/** To be done after all. */
export const reopenTask = async (tx: Tx, ports: TasksPorts, by: By, id: string): Promise<Task> => {
  const stored = await takeTask(tx, id)
  if (!mayChange(stored, by)) throw notYours()
  if (isOpen(stored)) return readTask(tx, ports, id)
  return settle(tx, ports, stored, { ...stored, state: 'pending', endedAt: null })
}

export const removeTask = async (tx: Tx, ports: TasksPorts, by: By, id: string): Promise<void> => {
  const stored = await takeTask(tx, id)
  if (!mayRemove(stored, by)) throw notYours()
  const before = await readTask(tx, ports, id)
  await deleteTask(tx, id)
  tx.publish({ type: 'task.removed', payload: referTo(stored) })
  tx.record({ subject: subjectOf(before), before: factsOf(before) })
}
