import { z } from 'zod'
import { ChannelState } from './channel.ts'
import { Id, Instant } from './ids.ts'

const count = z.number().int().min(0)

/** Messages that came in, and that were written: here, by a flow, or on the telephone of the number. */
export const ChannelTraffic = z.object({ in: count, out: count }).meta({ id: 'ChannelTraffic' })
export type ChannelTraffic = z.infer<typeof ChannelTraffic>

export const TrafficOfChannel = z.object({ channelId: Id, today: ChannelTraffic }).meta({ id: 'TrafficOfChannel' })
export type TrafficOfChannel = z.infer<typeof TrafficOfChannel>

/**
 * How sending went, of what was written from an instant on and is decided: what waits or is uncertain is in none of the counts. It is later than what was asked for where the
 * newest 10,000 sends of the organisation reach back no further.
 */
export const SendingFigures = z
  .object({
    from: Instant,
    sent: count,
    failed: count,
    /** The most that left in one minute of the clock. */
    busiestMinute: count,
    /** Seconds from when a message was due until the vendor had taken it, with all tries and waits: for half of them, and for 95 of 100, no longer; null when none was sent. */
    seconds: z.object({ median: z.number(), p95: z.number() }).nullable(),
  })
  .meta({ id: 'SendingFigures' })
export type SendingFigures = z.infer<typeof SendingFigures>

/** A channel was in one state from one instant to another; null: it still is. */
export const StateStretch = z
  .object({
    state: ChannelState,
    /** Why, as the vendor or the product said it. */
    detail: z.string().nullable(),
    from: Instant,
    until: Instant.nullable(),
  })
  .meta({ id: 'StateStretch' })
export type StateStretch = z.infer<typeof StateStretch>

/** The last thirty days of the business with this one, the oldest first, and how many seconds of each the channel was in which state. What is missing of a day is not known, or to come. */
export const StateTimeline = z
  .object({
    days: z.array(z.object({ day: z.iso.date(), seconds: z.partialRecord(ChannelState, z.number().min(0)) })),
    /** The newest first, 50 at most. */
    stretches: z.array(StateStretch),
  })
  .meta({ id: 'StateTimeline' })
export type StateTimeline = z.infer<typeof StateTimeline>

/** How a channel has been doing. */
export const ChannelHealth = z
  .object({
    today: ChannelTraffic,
    sending: z.object({ day: SendingFigures, week: SendingFigures }),
    /** The most that may leave in a minute: the vendor's limit, or the one that people chose for the number. Null when the channel cannot send. */
    perMinute: z.number().int().min(0).nullable(),
    timeline: StateTimeline,
  })
  .meta({ id: 'ChannelHealth' })
export type ChannelHealth = z.infer<typeof ChannelHealth>
