import { z } from 'zod'

/** What opens a conversation on a channel or in a campaign that this flow serves. */
export const FirstMessageTrigger = z.object({ type: z.literal('first_message') })
