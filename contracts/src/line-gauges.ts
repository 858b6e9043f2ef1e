import { z } from 'zod'
import { Instant } from './ids.ts'

const count = z.number().int().min(0)

/** How the line of a channel fares that is linked as a device of an account. */
export const LineGauges = z
  .object({
    /** Since when it is open; null while it is not. */
    openSince: Instant.nullable(),
    /** How often it was lost in the last 24 hours; counted among the newest 500 entries of the channel's log. */
    lostLastDay: count,
    /** What the process that holds the line told last, every few seconds; null when none holds it, and for lines that another program holds. `isStale`: it is late with the next. */
    told: z
      .object({
        at: Instant,
        isStale: z.boolean(),
        /** News of this line (messages, receipts) that were heard and are not stored yet. */
        unstored: count,
        /**
         * Bytes of the process, shared by so many lines, and this line's part of them: an estimate, of the keys that it keeps at hand and an equal part of all else.
         * Null before the process told.
         */
        memory: z.object({ processBytes: count, lines: count.min(1), lineBytes: count }).nullable(),
      })
      .nullable(),
  })
  .meta({ id: 'LineGauges' })
export type LineGauges = z.infer<typeof LineGauges>
