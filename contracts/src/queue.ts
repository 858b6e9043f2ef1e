import { z } from 'zod'
import { MessageText, RoutingRules, RoutingStrategy, ServiceLevel } from './campaign.ts'
import { Id, Instant, ShortText } from './ids.ts'

export const SkillNeed = z.object({ name: z.string().trim().min(1).max(60), level: z.number().int().min(1).max(5).default(1) })
export type SkillNeed = z.infer<typeof SkillNeed>

/** Who comes into a queue: all that is given has to hold; nothing given means everybody. The first queue of a campaign that fits takes the conversation. */
export const QueueEntry = z.object({
  channelIds: z.array(Id).max(50).optional(),
  /** Words of the customer's last messages, whole words, accent-blind. */
  keywords: z.array(z.string().trim().min(1).max(60)).max(50).optional(),
  tagIds: z.array(Id).max(50).optional(),
  languages: z.array(z.string().min(2).max(10)).max(10).optional(),
  /** Percent of the capacity of the present agents that is taken: only above it. */
  loadAbove: z.number().int().min(0).max(100).optional(),
})
export type QueueEntry = z.infer<typeof QueueEntry>

/** What happens when the longest wait is over, or the queue is full. */
export const Overflow = z.discriminatedUnion('to', [
  z.object({ to: z.literal('stay') }),
  z.object({ to: z.literal('queue'), queueId: Id }),
  z.object({ to: z.literal('flow'), flowId: Id }),
  /** The customer is told, and a task to call back is left. */
  z.object({ to: z.literal('callback'), text: MessageText }),
  z.object({ to: z.literal('close'), text: MessageText }),
])
export type Overflow = z.infer<typeof Overflow>

export const QueueSettings = z.object({
  campaignId: Id,
  name: ShortText,
  position: z.number().int().min(0).max(1000).default(0).meta({ description: 'lower is tried first' }),
  isDefault: z.boolean().default(false).meta({ description: 'takes what no other queue of the campaign takes' }),
  entry: QueueEntry.default({}),
  routing: RoutingRules.nullable().default(null).meta({ description: 'null: as the campaign says' }),
  requiredSkills: z.array(SkillNeed).max(10).default([]),
  preferredSkills: z.array(SkillNeed).max(10).default([]),
  agentIds: z.array(Id).max(500).default([]).meta({ description: 'with teamIds empty, too: the campaign’s people' }),
  teamIds: z.array(Id).max(100).default([]),
  priority: z.number().int().min(0).max(100).default(50).meta({ description: 'higher is served first' }),
  capacity: z.number().int().min(1).max(100_000).nullable().default(null).meta({ description: 'waiting at once; null: no limit' }),
  maxWaitSeconds: z.number().int().min(10).max(604_800).nullable().default(null),
  overflow: Overflow.default({ to: 'stay' }),
  tellPosition: z.boolean().default(false),
  serviceLevel: ServiceLevel.nullable().default(null).meta({ description: 'null: as the campaign says' }),
  isOpen: z.boolean().default(true).meta({ description: 'closed: takes nobody, serves nobody' }),
})
export type QueueSettings = z.infer<typeof QueueSettings>

/** How it goes in a queue now, and what became of those who left it within the last 24 hours. */
export const QueueLive = z.object({
  inService: z.number().int().meta({ description: 'open conversations of this queue that somebody holds' }),
  /** Of the people who serve this queue: available ones, and how much of what they can take they have, in whatever queue. */
  available: z.number().int(),
  load: z.number().int(),
  capacity: z.number().int(),
  served: z.number().int(),
  abandoned: z.number().int(),
  overflowed: z.number().int(),
  abandonmentRate: z.number().nullable().meta({ description: 'of those who were served, abandoned or overflowed; 0 to 1; null: nobody left' }),
  averageWaitSeconds: z.number().int().nullable(),
  medianWaitSeconds: z.number().int().nullable(),
})
export type QueueLive = z.infer<typeof QueueLive>

export const Queue = QueueSettings.extend({
  id: Id,
  campaignName: z.string(),
  waiting: z.number().int(),
  longestWaitSeconds: z.number().int().nullable(),
  live: QueueLive,
  createdAt: Instant,
  updatedAt: Instant,
}).meta({ id: 'Queue' })
export type Queue = z.infer<typeof Queue>

/** Who waits where: the place in the line counts everybody who waits there, whoever sees them. */
export const WaitingPlace = z.object({ conversationId: Id, queueId: Id, position: z.number().int(), since: Instant }).meta({ id: 'WaitingPlace' })
export type WaitingPlace = z.infer<typeof WaitingPlace>

/**
 * How a wait ended. `abandoned`: closed before anybody had it, by whoever it was; `moved`: on to another queue; `put_aside`: snoozed, or waiting for the
 * customer.
 */
export const waitOutcomes = ['assigned', 'taken', 'abandoned', 'overflowed', 'moved', 'bot', 'put_aside'] as const
export const WaitOutcome = z.enum(waitOutcomes)
export type WaitOutcome = z.infer<typeof WaitOutcome>

/** How a conversation came to an agent. */
export const assignmentKinds = ['automatic', 'taken', 'manual', 'transfer', 'returned'] as const
export const AssignmentKind = z.enum(assignmentKinds)
export type AssignmentKind = z.infer<typeof AssignmentKind>

/** One agent as the decision saw them. `refused`: why they were out of the question; `parts`: what each rule added, of 0 to 1, before its weight. */
export const RoutingCandidate = z.object({
  userId: Id,
  load: z.number().int(),
  capacity: z.number().int(),
  rank: z.number().int(),
  lastAssignedAt: Instant.nullable(),
  refused: z.enum(['absent', 'paused', 'busy', 'full', 'skills', 'just_refused', 'not_in_reach']).nullable(),
  parts: z.partialRecord(RoutingStrategy, z.number()),
  score: z.number().nullable(),
})
export type RoutingCandidate = z.infer<typeof RoutingCandidate>

/** The answer to *why this agent*: the rules and the data that decided, as they were. */
export const RoutingReason = z.object({
  queueId: Id.nullable(),
  rules: RoutingRules,
  requiredSkills: z.array(SkillNeed),
  preferredSkills: z.array(SkillNeed),
  candidates: z.array(RoutingCandidate),
})
export type RoutingReason = z.infer<typeof RoutingReason>

/** A conversation as somebody imagines it, to see where it would go. */
export const RoutingSample = z
  .object({
    campaignId: Id.optional(),
    channelId: Id.optional(),
    words: z.string().trim().max(2000).default('').meta({ description: 'the customer’s last messages' }),
    tagIds: z.array(Id).max(20).default([]),
    language: z.string().min(2).max(10).nullable().default(null),
    contactId: Id.nullable().default(null).meta({ description: 'for `last_agent`' }),
  })
  .refine(({ campaignId, channelId }) => campaignId !== undefined || channelId !== undefined, {
    path: ['campaignId'],
    message: 'campaignId or channelId is needed',
  })
export type RoutingSample = z.infer<typeof RoutingSample>

/** Why a queue does not take a conversation; `fits`: it does. */
export const queueVerdicts = ['fits', 'closed', 'channel', 'keywords', 'tags', 'languages', 'load', 'default_last'] as const

export const RoutingTrial = z
  .object({
    campaign: z.object({ id: Id, name: z.string() }),
    /** In the order in which they are tried; the first that fits takes it. */
    queues: z.array(z.object({ id: Id, name: z.string(), verdict: z.enum(queueVerdicts) })),
    queue: z.object({ id: Id, name: z.string() }).nullable(),
    agent: z.object({ id: Id, name: z.string() }).nullable(),
    why: RoutingReason.nullable(),
  })
  .meta({ id: 'RoutingTrial' })
export type RoutingTrial = z.infer<typeof RoutingTrial>

export const Assignment = z
  .object({
    id: Id,
    conversationId: Id,
    kind: AssignmentKind,
    agent: z.object({ id: Id, name: z.string() }).nullable(),
    fromAgent: z.object({ id: Id, name: z.string() }).nullable(),
    by: z.object({ id: Id, name: z.string() }).nullable(),
    queue: z.object({ id: Id, name: z.string() }).nullable(),
    at: Instant,
    acceptedAt: Instant.nullable(),
    endedAt: Instant.nullable(),
    endReason: z.enum(['closed', 'reassigned', 'not_accepted', 'agent_left', 'unassigned', 'handed_back']).nullable(),
    why: RoutingReason.nullable(),
  })
  .meta({ id: 'Assignment' })
export type Assignment = z.infer<typeof Assignment>
