import { z } from 'zod'
import { Instant } from './ids.ts'

const count = z.number().int().min(0)

/**
 * How it goes with bringing along what was said before a number was linked. The telephone offers it piece by piece, so that `chats` may grow: what is known so far is
 * brought when the state is `done`.
 */
export const ChannelHistory = z
  .object({
    state: z.enum(['running', 'done', 'cancelled', 'failed']),
    linkedAt: Instant,
    since: Instant,
    /** Chats in the pieces that were opened, those of them that were brought, and the messages in them that were not known yet. */
    chats: count,
    done: count,
    messages: count,
    /** Pieces that cannot be brought, and why the last of them, in a word of the channel's kind. */
    failed: count,
    cause: z.string().nullable(),
    /** Why the one that is worked on is not there yet, when it is tried again. */
    waits: z.object({ cause: z.string(), retryAt: Instant }).nullable(),
  })
  .meta({ id: 'ChannelHistory' })
export type ChannelHistory = z.infer<typeof ChannelHistory>
