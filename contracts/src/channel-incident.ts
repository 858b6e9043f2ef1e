import { z } from 'zod'
import { ChannelKind } from './channel.ts'
import { Id, Instant } from './ids.ts'

/**
 * Why a channel that worked works no more, by itself: its vendor accepts the account no more (`refused`), the account removed the linked device (`logged_out`), listening ended by an
 * error (`failed`), or the line has been away for ten minutes and is still tried (`line_lost`).
 */
export const ChannelIncidentCause = z.enum(['refused', 'logged_out', 'failed', 'line_lost'])
export type ChannelIncidentCause = z.infer<typeof ChannelIncidentCause>

/** It lasts until the channel works again, or somebody stops it. `id` is another one when the cause is. */
export const ChannelIncident = z
  .object({
    id: Id,
    channelId: Id,
    name: z.string(),
    kind: ChannelKind,
    cause: ChannelIncidentCause,
    /** As the vendor or the product said it. */
    said: z.string().nullable(),
    since: Instant,
  })
  .meta({ id: 'ChannelIncident' })
export type ChannelIncident = z.infer<typeof ChannelIncident>
