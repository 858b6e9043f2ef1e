import { z } from 'zod'
import { Instant } from './ids.ts'

/** Why a vendor's word holds messages back. */
export const HoldCause = z.enum(['account_banned', 'answers_restricted', 'begun_restricted', 'spam_limited', 'quality_flagged'])
export type HoldCause = z.infer<typeof HoldCause>

/** `begun`: templates to people in whose conversation the service window is closed; `marketing`: those of them that advertise. The rest are answers. */
export const HeldPart = z.enum(['everything', 'answers', 'begun', 'marketing'])
export type HeldPart = z.infer<typeof HeldPart>

/** What a number may not send now by its vendor's word. Whoever else it may write to gets their messages. */
export const SendingHold = z
  .object({
    cause: HoldCause,
    holds: HeldPart,
    since: Instant,
    /** Null: until the vendor takes it back. */
    until: Instant.nullable(),
  })
  .meta({ id: 'SendingHold' })
export type SendingHold = z.infer<typeof SendingHold>
