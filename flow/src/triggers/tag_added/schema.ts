import { z } from 'zod'

/** A conversation got one of these tags. `takesOver`: also where a person has it. */
export const TagAddedTrigger = z.object({
  type: z.literal('tag_added'),
  tags: z.array(z.string().min(1).max(60)).min(1).max(20),
  takesOver: z.boolean().default(false),
})
