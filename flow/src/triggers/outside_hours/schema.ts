import { z } from 'zod'

/** Whatever is said while the campaign of the conversation is closed; without `campaignIds` in whichever. */
export const OutsideHoursTrigger = z.object({ type: z.literal('outside_hours'), campaignIds: z.array(z.uuid()).max(50).default([]) })
