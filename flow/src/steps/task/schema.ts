import { taskPriorities } from '@chasqui/contracts/task-words'
import { z } from 'zod'
import { at, next } from '../../schema/parts.ts'

/** From an hour to a year, in seconds. */
const Due = z
  .number()
  .int()
  .min(60 * 60)
  .max(366 * 24 * 60 * 60)

/** Leaves something to do for the customer: for nobody, for whoever has the conversation, or for a member of the team. Without `due` it has no time. */
export const TaskStep = z.object({
  type: z.literal('task'),
  title: z.string().min(1).max(200),
  details: z.string().max(2000).optional(),
  to: z.enum(['nobody', 'agent', 'person']),
  people: z.array(z.uuid()).max(1).default([]),
  due: Due.optional(),
  priority: z.enum(taskPriorities),
  next,
  ...at,
})
