import { z } from 'zod'
import { Opening } from '../../schema/opening.ts'

/** The customer stayed silent for so many hours after a person wrote to them. */
export const MissedReplyTrigger = z.object({ type: z.literal('missed_reply'), hours: z.number().int().min(1).max(720), template: Opening.optional() })
