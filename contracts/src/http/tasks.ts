import { z } from 'zod'
import { GivenInstant, Id } from '../ids.ts'
import { page, PageQuery } from '../page.ts'
import type { Permission } from '../permission.ts'
import { route } from '../route.ts'
import { NewTask, Task, TaskChange } from '../task.ts'

/** `open`: pending and in progress; `overdue`: those of them whose time has passed. */
const ShownState = z.enum(['open', 'pending', 'in_progress', 'overdue', 'completed', 'cancelled'])

export const TaskListQuery = PageQuery.extend({
  state: ShownState.default('open'),
  assigneeId: z.union([z.literal(['me', 'nobody']), Id]).optional(),
  contactId: Id.optional(),
  dueBefore: GivenInstant.optional(),
})
export type TaskListQuery = z.output<typeof TaskListQuery>

/** Whoever has it changes and removes what others have to do, too, and gives it to somebody else. */
export const managesTasks: Permission = 'tasks.manage'

const one = z.object({ id: Id })
const common = { tenant: 'member', query: null, body: null, params: one, permission: 'tasks.write', rate: 'write', idempotency: true } as const
const changed = { response: { status: 200, body: Task } } as const

export const taskRoutes = {
  list: route({
    ...common,
    id: 'tasks.list',
    method: 'GET',
    path: '/api/tasks',
    summary: 'Tasks in the order of their time, those without one last; completed and cancelled ones by when they ended, the last first',
    permission: 'tasks.read',
    rate: 'read',
    idempotency: false,
    params: null,
    query: TaskListQuery,
    response: { status: 200, body: page(Task) },
  }),
  read: route({
    ...common,
    id: 'tasks.read',
    method: 'GET',
    path: '/api/tasks/:id',
    summary: 'One task',
    permission: 'tasks.read',
    rate: 'read',
    idempotency: false,
    response: { status: 200, body: Task },
  }),
  create: route({
    ...common,
    id: 'tasks.create',
    method: 'POST',
    path: '/api/tasks',
    audit: 'task.created',
    summary: 'Add a task for a contact',
    params: null,
    body: NewTask,
    response: { status: 201, body: Task },
  }),
  update: route({
    ...common,
    ...changed,
    id: 'tasks.update',
    method: 'PATCH',
    path: '/api/tasks/:id',
    audit: 'task.changed',
    summary: 'Change an open task. What somebody else has is given to others by whoever manages tasks',
    body: TaskChange,
  }),
  complete: route({
    ...common,
    ...changed,
    id: 'tasks.complete',
    method: 'POST',
    path: '/api/tasks/:id/complete',
    audit: 'task.completed',
    summary: 'It is done; one that is done already stays as it is',
  }),
  cancel: route({
    ...common,
    ...changed,
    id: 'tasks.cancel',
    method: 'POST',
    path: '/api/tasks/:id/cancel',
    audit: 'task.cancelled',
    summary: 'It is not to be done any more; one that is cancelled already stays as it is',
  }),
  reopen: route({
    ...common,
    ...changed,
    id: 'tasks.reopen',
    method: 'POST',
    path: '/api/tasks/:id/reopen',
    audit: 'task.reopened',
    summary: 'A completed or cancelled task is to be done after all; an open one stays as it is',
  }),
  remove: route({
    ...common,
    id: 'tasks.remove',
    method: 'DELETE',
    path: '/api/tasks/:id',
    audit: 'task.removed',
    summary: 'Delete a task, which its creator and whoever manages tasks may',
    response: { status: 204, body: null },
  }),
} as const
