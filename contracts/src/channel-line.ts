import { z } from 'zod'
import { Instant } from './ids.ts'

const since = Instant
const count = z.number().int().min(0)
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
    /** Messages pass, and what was said before the number was linked is brought along: so many chats of those that are known so far. */
    z.object({ state: z.literal('importing'), since, chats: count, done: count }),
    /** Nothing happens before a person acts. `passkey_required`: the network wants whoever links to show a passkey; `error`: whatever else is in the way. */
    z.object({ state: z.enum(['passkey_required', 'logged_out', 'error']), since, cause }),
  ])
  .meta({ id: 'ChannelLine' })
export type ChannelLine = z.infer<typeof ChannelLine>

/** The states of a line as words. */
export const LineWord = z
  .enum(['connecting', 'qr', 'code', 'passkey_required', 'linking', 'importing', 'connected', 'reconnecting', 'logged_out', 'error'])
  .meta({ id: 'LineWord' })
export type LineWord = z.infer<typeof LineWord>
