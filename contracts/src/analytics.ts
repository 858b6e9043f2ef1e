import { z } from 'zod'
import { Id, Instant } from './ids.ts'
import { CalendarDate } from './opening-hours.ts'

/** Every number of the product that is shown in more than one place. What each means stands in the registry (`analytics.metrics`). */
export const metricIds = [
  'conversations_begun',
  'conversations_closed',
  'conversations_reopened',
  'resolved_by_bot',
  'messages_in',
  'messages_out',
  'messages_by_people',
  'messages_by_bot',
  'answered',
  'response_rate',
  'first_response_median',
  'first_human_response_median',
  'first_human_response_business_median',
  'handling_median',
  'resolution_median',
  'waits_served',
  'waits_abandoned',
  'abandonment_rate',
  'wait_median',
  'sla_kept',
  'sla_missed',
  'sla_compliance',
  'first_response_compliance',
  'next_response_compliance',
  'resolution_compliance',
  'surveys_asked',
  'surveys_answered',
  'satisfaction_score',
  'satisfaction_rate',
] as const
export const MetricId = z.enum(metricIds)
export type MetricId = z.infer<typeof MetricId>

export const metricGroupings = ['campaign', 'queue', 'agent', 'channel', 'day', 'hour'] as const
export const MetricGrouping = z.enum(metricGroupings)
export type MetricGrouping = z.infer<typeof MetricGrouping>

const Words = z.object({ es: z.string(), 'pt-BR': z.string(), en: z.string() })
/** `rate` is 0 to 1. */
export const metricUnits = ['count', 'seconds', 'rate', 'score'] as const
export const Metric = z
  .object({ id: MetricId, unit: z.enum(metricUnits), name: Words, definition: Words, groupings: z.array(MetricGrouping) })
  .meta({ id: 'Metric' })
export type Metric = z.infer<typeof Metric>

/** Whole days of the business, both included; without them the last seven with today. */
export const AnalyticsQuery = z.object({
  from: CalendarDate.optional(),
  to: CalendarDate.optional(),
  groupBy: MetricGrouping.optional(),
  campaignId: Id.optional(),
  queueId: Id.optional(),
  agentId: Id.optional(),
  channelId: Id.optional(),
})
export type AnalyticsQuery = z.infer<typeof AnalyticsQuery>

const Values = z.partialRecord(MetricId, z.number().nullable())
export const Analysis = z
  .object({
    at: Instant,
    from: CalendarDate,
    to: CalendarDate,
    timeZone: z.string(),
    groupBy: MetricGrouping.nullable(),
    totals: Values,
    /** `key`: an id, a date (`2026-03-02`), an hour of the day (`09`), or null: none of them. Metrics that do not know the grouping are left out. */
    groups: z.array(z.object({ key: z.string().nullable(), name: z.string().nullable(), values: Values })),
  })
  .meta({ id: 'Analysis' })
export type Analysis = z.infer<typeof Analysis>

/** How many lie from `from` (with it) to `to` (without it; null: no end). */
export const Distribution = z.array(z.object({ from: z.number(), to: z.number().nullable(), count: z.number().int() }))

/** What is known of one conversation. Times in seconds; business time is that of its campaign (null: it has none). */
export const ConversationMetrics = z
  .object({
    conversationId: Id,
    firstResponse: z.object({ seconds: z.number().nullable(), by: z.enum(['bot', 'person']).nullable() }),
    firstHumanResponse: z.object({
      /** From the customer's first message. */
      seconds: z.number().nullable(),
      /** From when a person was owed. */
      owedSeconds: z.number().nullable(),
      businessSeconds: z.number().nullable(),
    }),
    /** How long people had it. */
    handlingSeconds: z.number(),
    /** How long it waited for a person, all waits together; `open`: it waits now. */
    waitingSeconds: z.number(),
    waits: z.boolean(),
    /** From the first message until it was closed. */
    resolutionSeconds: z.number().nullable(),
    messages: z.object({ contact: z.number().int(), people: z.number().int(), bot: z.number().int(), notes: z.number().int() }),
    assignments: z.number().int(),
    satisfaction: z.number().nullable(),
  })
  .meta({ id: 'ConversationMetrics' })
export type ConversationMetrics = z.infer<typeof ConversationMetrics>
