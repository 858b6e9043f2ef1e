import { z } from 'zod'
import { GivenInstant, Id, Instant, ShortText } from './ids.ts'
import { longestDetails, taskPriorities, taskStates } from './task-words.ts'

export const TaskState = z.enum(taskStates).meta({ id: 'TaskState' })
export type TaskState = z.infer<typeof TaskState>
export const TaskPriority = z.enum(taskPriorities).meta({ id: 'TaskPriority' })
export type TaskPriority = z.infer<typeof TaskPriority>

/** How many minutes before its time somebody can be reminded at the earliest: four weeks. */
export const earliestReminder = 28 * 24 * 60

const named = z.object({ id: Id, name: z.string().nullable() })

/** Something that somebody has to do for a contact. */
export const Task = z
  .object({
    id: Id,
    title: z.string(),
    details: z.string(),
    contact: named.meta({ description: 'Whom it is for; without a name where only the task is within reach' }),
    conversationId: Id.nullable(),
    assignee: named.nullable(),
    dueAt: Instant.nullable(),
    remindMinutes: z.number().int().nullable().meta({ description: 'How many minutes before its time whoever has it is told, besides at its time' }),
    priority: TaskPriority,
    state: TaskState,
    overdue: z.boolean().meta({ description: 'It is open and its time has passed, by the clock of the server at this answer' }),
    creator: z.object({ kind: z.enum(['agent', 'key', 'flow']), id: Id, name: z.string().nullable() }),
    createdAt: Instant,
    updatedAt: Instant,
    endedAt: Instant.nullable().meta({ description: 'When it was completed or cancelled' }),
  })
  .meta({ id: 'Task' })
export type Task = z.infer<typeof Task>

const details = z.string().trim().max(longestDetails)
const remindMinutes = z.number().int().min(1).max(earliestReminder).nullable()

export const NewTask = z.object({
  title: ShortText,
  details: details.default(''),
  contactId: Id,
  conversationId: Id.nullable().default(null),
  assigneeId: Id.nullable().default(null),
  dueAt: GivenInstant.nullable().default(null),
  remindMinutes: remindMinutes.default(null),
  priority: TaskPriority.default('medium'),
})
export type NewTask = z.output<typeof NewTask>

export const TaskChange = z
  .object({
    title: ShortText,
    details,
    assigneeId: Id.nullable(),
    dueAt: GivenInstant.nullable(),
    remindMinutes,
    priority: TaskPriority,
    state: z.enum(['pending', 'in_progress']),
  })
  .partial()
export type TaskChange = z.output<typeof TaskChange>
