import { z } from 'zod'

/** Whatever is said on a channel or in a campaign that this flow serves. */
export const AnyTrigger = z.object({ type: z.literal('any') })
