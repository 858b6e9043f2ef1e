import { z } from 'zod'
import { Id, Instant, ShortText } from './ids.ts'
import { OpeningHours } from './opening-hours.ts'

/** A text that goes to a customer. */
export const MessageText = z.string().trim().min(1).max(1000)

export const campaignStates = ['active', 'paused', 'finished'] as const
export const CampaignState = z.enum(campaignStates)
export type CampaignState = z.infer<typeof CampaignState>

/** How the next agent is found among those who can take one more. `manual`: nobody is chosen, people take from the queue. */
export const routingStrategies = ['round_robin', 'least_busy', 'skills', 'agent_priority', 'last_agent', 'manual'] as const
export const RoutingStrategy = z.enum(routingStrategies)
export type RoutingStrategy = z.infer<typeof RoutingStrategy>

/** One rule with its weight; candidates are compared by the weighted sum. `manual` stands alone. */
export const RoutingRules = z
  .array(z.object({ strategy: RoutingStrategy, weight: z.number().int().min(1).max(100) }))
  .min(1)
  .max(5)
  .refine((rules) => new Set(rules.map(({ strategy }) => strategy)).size === rules.length, 'Each strategy once')
  .refine((rules) => rules.length === 1 || rules.every(({ strategy }) => strategy !== 'manual'), 'Manual stands alone')
export type RoutingRules = z.infer<typeof RoutingRules>

/** Seconds of business time until a first answer of a person, each further one, and the end; null: no target. */
const Target = z.number().int().min(10).max(2_592_000).nullable().default(null)
export const ServiceTargets = z.object({ firstResponse: Target, nextResponse: Target, resolution: Target })
export type ServiceTargets = z.infer<typeof ServiceTargets>
/** Targets of normal conversations, and what differs by priority. `warnAt`: percent of the time after which a warning is due. */
export const ServiceLevel = ServiceTargets.extend({
  warnAt: z.number().int().min(10).max(99).default(80),
  byPriority: z.partialRecord(z.enum(['low', 'high', 'urgent']), ServiceTargets).default({}),
})
export type ServiceLevel = z.infer<typeof ServiceLevel>

/** What a customer meets outside the hours. */
export const ClosedBehaviour = z.discriminatedUnion('do', [
  /** They are told, once per closing, and wait in the queue. `{{opens}}` in the text is when somebody is there again. */
  z.object({ do: z.literal('tell'), text: MessageText }),
  /** They wait without a word. */
  z.object({ do: z.literal('wait') }),
  /** A flow of its own answers. */
  z.object({ do: z.literal('flow'), flowId: Id }),
  /** They are told, and the conversation is closed. */
  z.object({ do: z.literal('close'), text: MessageText }),
])
export type ClosedBehaviour = z.infer<typeof ClosedBehaviour>

/** What becomes of an agent's conversations when they go offline: those whose customer waits, all of them, or none go back to their queue. */
export const absentReturns = ['waiting', 'all', 'none'] as const

export const CampaignAgent = z.object({ userId: Id, rank: z.number().int().min(1).max(9).default(5).meta({ description: '1 is asked first' }) })

const fields = {
  name: ShortText,
  description: z.string().trim().max(1000),
  state: CampaignState,
  priority: z.number().int().min(0).max(100).meta({ description: 'of what waits for the same people, the higher is served first' }),
  channelIds: z
    .array(Id)
    .max(100)
    .refine((ids) => new Set(ids).size === ids.length, 'Each channel once'),
  timeZone: z.string().max(60).nullable().meta({ description: 'IANA zone; null is that of the business' }),
  hours: OpeningHours,
  closed: ClosedBehaviour,
  bot: z.object({ on: z.boolean(), flowId: Id.nullable().meta({ description: 'null is the flow of the channel' }) }),
  agents: z
    .array(CampaignAgent)
    .max(500)
    .refine((agents) => new Set(agents.map(({ userId }) => userId)).size === agents.length, 'Each person once')
    .meta({ description: 'with `teamIds` empty, too: everybody who answers conversations' }),
  teamIds: z
    .array(Id)
    .max(100)
    .refine((ids) => new Set(ids).size === ids.length, 'Each team once'),
  routing: RoutingRules,
  lastAgentHours: z.number().int().min(1).max(8760).meta({ description: 'how long `last_agent` remembers' }),
  acceptanceSeconds: z.number().int().min(10).max(86_400).nullable().meta({ description: 'null: an assignment is never taken away' }),
  whenAbsent: z.enum(absentReturns),
  serviceLevel: ServiceLevel,
  tags: z.array(z.string().trim().min(1).max(60)).max(20).meta({ description: 'put on every conversation' }),
}

/** Service campaign: channels, hours, people, queues, routing, service level and bot under one name. */
export const CampaignSettings = z.object({
  ...fields,
  description: fields.description.default(''),
  state: fields.state.default('active'),
  priority: fields.priority.default(50),
  channelIds: fields.channelIds.default([]),
  timeZone: fields.timeZone.default(null),
  hours: fields.hours.default({ always: true, weekly: {}, special: [], holidays: null }),
  closed: fields.closed.default({ do: 'wait' }),
  bot: fields.bot.default({ on: true, flowId: null }),
  agents: fields.agents.default([]),
  teamIds: fields.teamIds.default([]),
  routing: fields.routing.default([{ strategy: 'round_robin', weight: 100 }]),
  lastAgentHours: fields.lastAgentHours.default(72),
  acceptanceSeconds: fields.acceptanceSeconds.default(null),
  whenAbsent: fields.whenAbsent.default('waiting'),
  serviceLevel: fields.serviceLevel.default({ firstResponse: null, nextResponse: null, resolution: null, warnAt: 80, byPriority: {} }),
  tags: fields.tags.default([]),
})
export type CampaignSettings = z.infer<typeof CampaignSettings>

/** What becomes different; what is left out stays. */
export const CampaignChange = z.object(fields).partial()
export type CampaignChange = z.infer<typeof CampaignChange>

export const Campaign = CampaignSettings.extend({ id: Id, isOpenNow: z.boolean(), opensAt: Instant.nullable(), createdAt: Instant, updatedAt: Instant }).meta({
  id: 'Campaign',
})
export type Campaign = z.infer<typeof Campaign>
