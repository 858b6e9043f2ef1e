import { z } from 'zod'
import { at } from '../../schema/parts.ts'

/** Ends the conversation. */
export const CloseStep = z.object({
  type: z.literal('close'),
  text: z.string().max(4096).optional(),
  reason: z.string().max(200).default('resolved_by_bot'),
  ...at,
})
