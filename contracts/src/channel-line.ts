import { z } from 'zod'
import { Instant } from './ids.ts'

const since = Instant
/** Why a line is not there, in a word of its kind (`device_removed`, `network_silent` …). */
const cause = z.string()

/** How the line of a channel stands that is linked as a device of an account. Codes are secrets: whoever has one in time holds the account. */
export const ChannelLine = z
  .discriminatedUnion('state', [
    z.object({ state: z.enum(['connecting', 'linking', 'connected']), since }),
    /** Drawn as a QR code and scanned with the telephone; another one follows by itself when it is over. */
    z.object({ state: z.literal('qr'), since, qr: z.string(), until: Instant }),
    /** Typed into the telephone instead. */
    z.object({ state: z.literal('code'), since, code: z.string(), until: Instant }),
    z.object({ state: z.literal('reconnecting'), since, cause, retryAt: Instant }),
    /** Nothing happens before a person acts. */
    z.object({ state: z.enum(['logged_out', 'error']), since, cause }),
  ])
  .meta({ id: 'ChannelLine' })
export type ChannelLine = z.infer<typeof ChannelLine>
