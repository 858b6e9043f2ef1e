import { z } from 'zod'
import { ConversationState, Priority } from './conversation.ts'
import { Id, Instant, ShortText } from './ids.ts'
import { PauseReason, PresenceState } from './presence.ts'
import { Due } from './service-level.ts'

const Named = z.object({ id: Id, name: z.string() })

/** Somebody who answers conversations, as they stand now. */
export const LiveAgent = z.object({
  id: Id,
  name: z.string(),
  state: PresenceState,
  reason: PauseReason.nullable(),
  since: Instant.nullable().meta({ description: 'null: was never here' }),
  load: z.number().int().meta({ description: 'open conversations, without pending and snoozed ones' }),
  capacity: z.number().int(),
  closedToday: z.number().int(),
  conversations: z
    .array(z.object({ id: Id, contact: z.string(), state: ConversationState, waitingSince: Instant.nullable(), due: Due.nullable() }))
    .meta({ description: 'the first twenty of those that they have, whose customer waits longest first' }),
})
export type LiveAgent = z.infer<typeof LiveAgent>

/** Everything counted "today" counts from midnight of the business on. */
export const LiveQueue = z.object({
  id: Id,
  name: z.string(),
  campaign: Named,
  isOpen: z.boolean(),
  waiting: z.number().int(),
  /** Since when the one who waits longest waits; the screen counts on. */
  longestSince: Instant.nullable(),
  /** Of those whom somebody got today. */
  medianWaitSeconds: z.number().nullable(),
  inService: z.number().int(),
  available: z.number().int().meta({ description: 'people who serve it and are available' }),
  servedToday: z.number().int(),
  abandonedToday: z.number().int(),
  abandonmentRate: z.number().nullable().meta({ description: '0 to 1' }),
  /** Of the clocks that ended or ran out today, the share that was kept: 0 to 1; null: none was. */
  compliance: z.number().nullable(),
  /** Business seconds until the first answer of a person, for normal conversations; null: no target. */
  target: z.number().int().nullable(),
  /** The last 60 minutes in twelve steps, oldest first: how many waited at the end of each, and how many came in it. */
  trend: z.array(z.object({ at: Instant, waiting: z.number().int(), came: z.number().int() })),
})
export type LiveQueue = z.infer<typeof LiveQueue>

/** A conversation that is owed something soon or was owed it already; paused clocks are not among them. */
export const LiveRisk = z.object({
  conversationId: Id,
  contact: z.string(),
  queue: Named.nullable(),
  campaign: Named.nullable(),
  assignee: Named.nullable(),
  priority: Priority,
  due: Due,
})
export type LiveRisk = z.infer<typeof LiveRisk>

export const LiveTotals = z.object({
  agents: z.object({ available: z.number().int(), busy: z.number().int(), paused: z.number().int(), offline: z.number().int() }),
  withBot: z.number().int(),
  inService: z.number().int(),
  waiting: z.number().int(),
  longestSince: Instant.nullable(),
  begunToday: z.number().int(),
  closedToday: z.number().int(),
  abandonedToday: z.number().int(),
  abandonmentRate: z.number().nullable(),
  medianWaitSeconds: z.number().nullable(),
  compliance: z.number().nullable(),
  atRisk: z.number().int(),
  late: z.number().int(),
  /** Of the last five whole minutes, per minute. */
  messagesPerMinute: z.number(),
  /** Of today's conversations in which the customer wrote, the share that was answered: 0 to 1. */
  responseRate: z.number().nullable(),
})
export type LiveTotals = z.infer<typeof LiveTotals>

export const Live = z
  .object({
    at: Instant.meta({ description: 'when these numbers were true' }),
    totals: LiveTotals,
    queues: z.array(LiveQueue),
    agents: z.array(LiveAgent),
    atRisk: z.array(LiveRisk).meta({ description: 'the first hundred, least time left first' }),
  })
  .meta({ id: 'Live' })
export type Live = z.infer<typeof Live>

/** Numbers of the board that lead to their conversations. */
export const liveMetrics = [
  'with_bot',
  'in_service',
  'waiting',
  'begun_today',
  'closed_today',
  'served_today',
  'abandoned_today',
  'unanswered_today',
  'at_risk',
  'late',
  'kept_today',
  'missed_today',
] as const
export const LiveMetric = z.enum(liveMetrics)
export type LiveMetric = z.infer<typeof LiveMetric>

export const LiveRow = z
  .object({
    conversationId: Id,
    contact: z.string(),
    state: ConversationState,
    priority: Priority,
    queue: Named.nullable(),
    campaign: Named.nullable(),
    assignee: Named.nullable(),
    /** The instant that the number speaks of: since when it waits, when it was closed, when it falls due… */
    at: Instant,
    due: Due.nullable(),
  })
  .meta({ id: 'LiveRow' })
export type LiveRow = z.infer<typeof LiveRow>

/** What a wall link opens: the numbers of all queues or of one campaign, without a session. */
export const WallLinkSettings = z.object({
  name: ShortText,
  campaignId: Id.nullable().default(null).meta({ description: 'null: all campaigns' }),
  hidesNames: z.boolean().default(true).meta({ description: 'people are initials, customers are not named' }),
})
export const WallLink = WallLinkSettings.extend({ id: Id, createdAt: Instant, lastUsedAt: Instant.nullable() }).meta({ id: 'WallLink' })
export type WallLink = z.infer<typeof WallLink>

export const Wall = z
  .object({ business: z.string(), locale: z.string(), timeZone: z.string(), link: z.object({ name: z.string(), hidesNames: z.boolean() }), live: Live })
  .meta({ id: 'Wall' })
export type Wall = z.infer<typeof Wall>
