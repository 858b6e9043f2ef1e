import { z } from 'zod'

/** Sentences that customers say when they want what this flow does. What is not clearly like one of them, or as much like those of another flow, does not count. */
export const IntentTrigger = z.object({ type: z.literal('intent'), examples: z.array(z.string().min(1).max(200)).min(1).max(50) })
