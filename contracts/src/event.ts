import { z } from 'zod'
import { ContactStage, UnreachableCause } from './contact.ts'
import { Conversation, Message } from './conversation.ts'
import { Id, Instant } from './ids.ts'
import type { Job } from './job.ts'
import { PauseReason, PresenceState } from './presence.ts'
import { ServiceMetric } from './service-level.ts'

/**
 * What happened, in the past tense, stored in the same transaction as the state it speaks of. `seq` counts without gaps per tenant.
 * Events carry ids and the few facts that consumers decide on; screens read the rest.
 */
const conversationRef = { conversationId: Id }
/** `assigneeIds`: who has it, and who had it until now; `creatorId`: the member who made it. */
const taskRef = { taskId: Id, contactId: Id, assigneeIds: z.array(Id), creatorId: Id.nullable() }
export const eventPayloads = {
  'message.received': z.object({ ...conversationRef, messageId: Id, contactId: Id, type: z.string() }),
  'message.queued': z.object({ ...conversationRef, messageId: Id, senderKind: z.string(), type: z.string() }),
  'message.noted': z.object({ ...conversationRef, messageId: Id }),
  /** A note calls these members by name. */
  'conversation.mentioned': z.object({ ...conversationRef, messageId: Id, userIds: z.array(Id) }),
  /** Status, edit, deletion, reaction or a file that arrived. */
  'message.changed': z.object({
    ...conversationRef,
    messageId: Id,
    what: z.enum(['status', 'edited', 'deleted', 'reaction', 'file']),
    status: z.string().optional(),
  }),
  'conversation.opened': z.object({ ...conversationRef, contactId: Id, channelId: Id }),
  /** `fromId`: who had it before. */
  'conversation.assigned': z.object({ ...conversationRef, assigneeId: Id.nullable(), fromId: Id.nullable().optional(), byUserId: Id.nullable() }),
  'conversation.floor_changed': z.object({ ...conversationRef, from: z.string(), to: z.string(), byUserId: Id.nullable() }),
  'conversation.closed': z.object({ ...conversationRef, reason: z.string().nullable(), byUserId: Id.nullable(), by: z.enum(['agent', 'flow', 'system']) }),
  'conversation.reopened': z.object({ ...conversationRef, byUserId: Id.nullable() }),
  /** Deleted with everything said in it. */
  'conversation.removed': z.object({ ...conversationRef, assigneeId: Id.nullable().optional(), byUserId: Id }),
  'conversation.changed': z.object({ ...conversationRef, what: z.enum(['tags', 'priority', 'read', 'snoozed', 'state', 'scheduled']) }),
  /** Another one became part of it, or no longer is: its messages are numbered anew. */
  'conversation.merged': z.object({ ...conversationRef, sourceId: Id, undone: z.boolean(), byUserId: Id }),
  'survey.asked': z.object({ ...conversationRef, surveyId: Id }),
  'survey.answered': z.object({ ...conversationRef, surveyId: Id, score: z.number().int(), low: z.boolean(), agentId: Id.nullable() }),
  /** Waits for a person, from `since` on, whatever queues it was in before. */
  'conversation.queued': z.object({ ...conversationRef, waitId: Id, queueId: Id, since: Instant }),
  'conversation.left_queue': z.object({ ...conversationRef, waitId: Id, queueId: Id, outcome: z.string(), agentId: Id.nullable() }),
  /** What is owed will soon be late, or is. `dueAt`: when it is. */
  'sla.warned': z.object({ ...conversationRef, clockId: Id, metric: ServiceMetric, dueAt: Instant }),
  'sla.breached': z.object({ ...conversationRef, clockId: Id, metric: ServiceMetric, dueAt: Instant }),
  /** Quick replies of a queue or of everybody; null: several. */
  'reply.changed': z.object({ replyId: Id.nullable() }),
  /** What the provider of a channel has of message templates, or thinks of them. */
  'template.changed': z.object({ channelId: Id }),
  'queue.changed': z.object({ queueId: Id, campaignId: Id }),
  'contact.created': z.object({ contactId: Id }),
  'contact.changed': z.object({ contactId: Id }),
  /** Somebody or a flow moved the person, or they turned out to be one with somebody who was further; `contact.changed` tells of it too. */
  'contact.stage_changed': z.object({ contactId: Id, from: ContactStage, to: ContactStage }),
  /** Messages to an address of the person do not arrive, for `cause`; null: they do again, or may. `contact.changed` tells of it too. */
  'contact.reachability_changed': z.object({ contactId: Id, identityId: Id, channelId: Id, cause: UnreachableCause.nullable() }),
  'task.created': z.object(taskRef),
  /** Its words, its time, who has it, or its state. */
  'task.changed': z.object(taskRef),
  'task.removed': z.object(taskRef),
  /** Its time has come, or will soon: `at` is the instant of which whoever has it is reminded. */
  'task.due': z.object({ ...taskRef, assigneeId: Id, at: Instant }),
  /** Its draft, its name, what is planned for it, or that it is gone. `revision`: of the draft by then. */
  'flow.changed': z.object({ flowId: Id, revision: z.number().int() }),
  /** People said something about its steps, or settled it. */
  'flow.commented': z.object({ flowId: Id }),
  'flow.published': z.object({ flowId: Id, versionId: Id }),
  /** Its time had come, and it could not be published. */
  'flow.publish_failed': z.object({ flowId: Id, plannedId: Id, code: z.string() }),
  'flow.run_started': z.object({ ...conversationRef, flowId: Id, runId: Id }),
  /** What the author of a flow wanted told; name and values are theirs. */
  'flow.event': z.object({
    ...conversationRef,
    flowId: Id,
    runId: Id,
    name: z.string(),
    data: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  }),
  'flow.run_ended': z.object({
    ...conversationRef,
    flowId: Id,
    runId: Id,
    outcome: z.enum(['finished', 'transferred', 'closed', 'timed_out', 'stopped', 'unreachable', 'failed']),
  }),
  /** A flow fell silent by itself: another bot seems to be writing, or it has said more than it may. */
  'flow.stopped_itself': z.object({ ...conversationRef, flowId: Id, runId: Id, why: z.enum(['bot_loop', 'budget']) }),
  'campaign.changed': z.object({ campaignId: Id }),
  'channel.changed': z.object({ channelId: Id, state: z.string() }),
  /** `typing`: nothing new on the screen, the business is writing. */
  'simulator.screen_changed': z.object({ channelId: Id, phone: z.string(), typing: z.boolean().optional() }),
  /** A job was begun, went on or ended. */
  'job.moved': z.object({ jobId: Id, makerId: Id }),
  /** Role, state or particulars of a person in this tenant; also their coming and going. */
  'member.changed': z.object({ userId: Id }),
  'agent.status_changed': z.object({ userId: Id, state: PresenceState, reason: PauseReason.nullable(), since: Instant }),
  'team.changed': z.object({ teamId: Id }),
  'tenant.changed': z.object({}),
  /** Somebody of the host began or stopped working in the tenant as one of its members. */
  'impersonation.started': z.object({ impersonationId: Id, hostUserId: Id, userId: Id, reason: z.string(), write: z.boolean() }),
  'impersonation.ended': z.object({ impersonationId: Id, hostUserId: Id, userId: Id }),
} as const

export type EventType = keyof typeof eventPayloads
export type EventOf<Type extends EventType> = { type: Type; payload: z.input<(typeof eventPayloads)[Type]> }
/** An event about to be published. */
export type NewEvent = { [Type in EventType]: EventOf<Type> }[EventType]

export const StoredEvent = z
  .object({ seq: z.number().int(), type: z.string(), payload: z.record(z.string(), z.unknown()), occurredAt: Instant })
  .meta({ id: 'Event' })
export type StoredEvent = z.infer<typeof StoredEvent>

/** Server → browser messages. Each carries the tenant's `seq`, so that a client knows where to resume. */
export type ServerMessages = {
  'chat.new': { seq: number; conversation: Conversation }
  'chat.message': { seq: number; conversationId: Id; message: Message }
  /** `renumbered`: its messages are others, or have other numbers than before. `rescheduled`: other things are to be said later in it. */
  'chat.updated': { seq: number; conversation: Conversation; renumbered?: true; rescheduled?: true }
  'chat.transferred': { seq: number; conversation: Conversation }
  'chat.closed': { seq: number; conversation: Conversation }
  /** To its maker, and to those who see all jobs. */
  'job.progress': { seq: number; job: Job }
  'chat.removed': { seq: number; conversationId: Id }
  /** Somebody has it whose conversations this browser's person does not see. */
  'chat.left': { seq: number; conversationId: Id }
}
