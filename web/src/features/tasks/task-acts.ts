import type { BodyInput, Task } from '@chasqui/contracts'
import { taskRoutes } from '@chasqui/contracts/http/tasks'
import { call } from '#lib/api.ts'
import { text } from '#lib/i18n/texts.ts'
import { sayProblem, sayUndoable } from '#ui/toast.tsx'
import { problemWords } from './problem-words.ts'
import { readTasksAgain, takeOut } from './use-tasks.ts'

const attempt = async (act: () => Promise<unknown>): Promise<boolean> => {
  try {
    await act()
    return true
  } catch (problem) {
    sayProblem(problemWords(problem))
    return false
  } finally {
    await readTasksAgain()
  }
}

const reopen = ({ id }: Task) => attempt(() => call(taskRoutes.reopen, { params: { id } }))

/** Gone from what is to do at once, and back where the server refuses it or the person takes it back. */
export const completeTask = async (task: Task): Promise<void> => {
  const params = { id: task.id }
  takeOut(task.id)
  if (await attempt(() => call(taskRoutes.complete, { params }))) sayUndoable(text('tasks:completed', { title: task.title }), () => void reopen(task))
}

export const cancelTask = async (task: Task): Promise<void> => {
  const params = { id: task.id }
  takeOut(task.id)
  if (await attempt(() => call(taskRoutes.cancel, { params }))) sayUndoable(text('tasks:cancelled', { title: task.title }), () => void reopen(task))
}

export const reopenTask = async (task: Task): Promise<void> => {
  const params = { id: task.id }
  const again = task.state === 'cancelled' ? taskRoutes.cancel : taskRoutes.complete
  takeOut(task.id)
  if (await reopen(task)) sayUndoable(text('tasks:reopened', { title: task.title }), () => void attempt(() => call(again, { params })))
}

/** Somebody is at it, or no longer. */
export const setUnderWay = ({ id }: Task, underWay: boolean): Promise<boolean> =>
  attempt(() => call(taskRoutes.update, { params: { id }, body: { state: underWay ? 'in_progress' : 'pending' } }))

/** Throws what the server says against it, as the others below. */
export const addTask = async (body: BodyInput<typeof taskRoutes.create>, idempotencyKey: string): Promise<void> => {
  await call(taskRoutes.create, { body }, { idempotencyKey })
  await readTasksAgain()
}

export const changeTask = async (id: string, body: BodyInput<typeof taskRoutes.update>): Promise<void> => {
  await call(taskRoutes.update, { params: { id }, body })
  await readTasksAgain()
}

export const removeTask = async (id: string): Promise<void> => {
  await call(taskRoutes.remove, { params: { id } })
  await readTasksAgain()
}
