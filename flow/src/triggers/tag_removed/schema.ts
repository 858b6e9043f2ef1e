import { z } from 'zod'

/** One of these tags was taken off a conversation. `takesOver`: also where a person has it. */
export const TagRemovedTrigger = z.object({
  type: z.literal('tag_removed'),
  tags: z.array(z.string().min(1).max(60)).min(1).max(20),
  takesOver: z.boolean().default(false),
})
