import { taskPriorities } from '@chasqui/contracts/task-words'
import { z } from 'zod'
import { at, next } from '../../schema/parts.ts'

/**
 * Leaves something to do for the customer: for nobody, for whoever has the conversation, or for a member of the team. It is due after so many
 * hours, or days as `unit` says; without `due` it has no time.
 */
export const TaskStep = z.object({
  type: z.literal('task'),
  title: z.string().min(1).max(200),
  details: z.string().max(2000).optional(),
  to: z.enum(['nobody', 'agent', 'person']),
  people: z.array(z.uuid()).max(1).default([]),
  due: z.number().int().min(1).max(366).optional(),
  unit: z.enum(['hours', 'days']).optional(),
  priority: z.enum(taskPriorities),
  next,
  ...at,
})
