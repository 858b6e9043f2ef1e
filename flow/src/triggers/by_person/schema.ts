import { z } from 'zod'

/** Somebody of the team gives a conversation to it. That is possible with every flow; this says that nothing else is meant to begin it. */
export const ByPersonTrigger = z.object({ type: z.literal('by_person') })
