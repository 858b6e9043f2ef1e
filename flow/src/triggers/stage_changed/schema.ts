import { contactStages } from '@chasqui/contracts/contact-stages'
import { z } from 'zod'

/** The customer came to one of these stages from another one. `takesOver`: also where a person has the conversation. */
export const StageChangedTrigger = z.object({
  type: z.literal('stage_changed'),
  to: z.array(z.enum(contactStages)).min(1).max(contactStages.length),
  takesOver: z.boolean().default(false),
})
