import { z } from 'zod'
import { Instant } from './ids.ts'

/** What a vendor holds against a number or its account, as long as it has not taken it back. */
export const NumberTrouble = z.enum(['flagged', 'downgraded', 'violation', 'restricted', 'ban_scheduled', 'banned', 'deleted', 'offboarded'])
export type NumberTrouble = z.infer<typeof NumberTrouble>

/** How a number stands with its vendor, by what the vendor told of late. What it has not told is null. */
export const NumberStanding = z
  .object({
    quality: z.object({ rating: z.enum(['green', 'yellow', 'red']), at: Instant }).nullable(),
    /** People a day to whom the business may write first; `people` null: as many as it likes. */
    limit: z.object({ people: z.number().int().min(0).nullable(), at: Instant }).nullable(),
    /** The newest first; `until` where the vendor told its end. */
    troubles: z.array(z.object({ trouble: NumberTrouble, at: Instant, until: Instant.nullable() })),
  })
  .meta({ id: 'NumberStanding' })
export type NumberStanding = z.infer<typeof NumberStanding>
