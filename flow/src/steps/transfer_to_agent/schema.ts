import { z } from 'zod'
import { at, next } from '../../schema/parts.ts'

/**
 * Hands the conversation over to a person: `text` goes to the customer, `note` to the agent. With a `queue` it waits there, while that is open; else where
 * its campaign lets it wait. With `byHours` it goes on by `closed` instead while nobody is there (without `closed` it hands over all the same).
 */
export const TransferToAgentStep = z.object({
  type: z.literal('transfer_to_agent'),
  text: z.string().max(4096).optional(),
  note: z.string().max(1000).optional(),
  queue: z.uuid().optional(),
  byHours: z.boolean().optional(),
  closed: next.optional(),
  ...at,
})
