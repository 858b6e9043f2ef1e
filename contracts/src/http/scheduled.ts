import { z } from 'zod'
import { MessageContent, OutboundContent } from '../content.ts'
import { Message } from '../conversation.ts'
import { GivenInstant, Id, Instant } from '../ids.ts'
import { route } from '../route.ts'

/** How many messages may wait for their time in one conversation. */
export const mostScheduled = 20

/** Something that a person wants to be said later. `failed`: its time came and it could not be said; it waits for a person. */
export const ScheduledMessage = z
  .object({
    id: Id,
    conversationId: Id,
    author: z.object({ id: Id, name: z.string().nullable() }),
    content: MessageContent,
    replyTo: Message.shape.replyTo.meta({ description: 'The message of this conversation that it answers' }),
    at: Instant,
    state: z.enum(['waiting', 'failed']),
    problem: z.string().nullable().meta({ description: 'The stable code of why it could not be said' }),
    createdAt: Instant,
    updatedAt: Instant,
  })
  .meta({ id: 'ScheduledMessage' })
export type ScheduledMessage = z.infer<typeof ScheduledMessage>

const Timed = z.object({ content: OutboundContent, at: GivenInstant, replyToMessageId: Id.nullable().optional() })
const ofConversation = z.object({ id: Id })
const one = z.object({ id: Id, scheduledId: Id })
const common = { tenant: 'member', query: null, body: null, params: one, idempotency: true, permission: 'conversations.reply', rate: 'write' } as const

/** What waits for its time in a conversation. */
export const scheduledRoutes = {
  list: route({
    ...common,
    id: 'scheduled.list',
    method: 'GET',
    path: '/api/conversations/:id/scheduled',
    summary: 'What is to be said later, in the order of its time, and what could not be said when its time came',
    permission: 'conversations.read',
    rate: 'read',
    idempotency: false,
    params: ofConversation,
    response: { status: 200, body: z.object({ items: z.array(ScheduledMessage) }) },
  }),
  create: route({
    ...common,
    id: 'scheduled.create',
    method: 'POST',
    path: '/api/conversations/:id/scheduled',
    audit: 'message.scheduled',
    summary: 'Say something later. Whether the channel allows it is asked again when its time comes',
    params: ofConversation,
    body: Timed,
    response: { status: 201, body: ScheduledMessage },
  }),
  update: route({
    ...common,
    id: 'scheduled.update',
    method: 'PATCH',
    path: '/api/conversations/:id/scheduled/:scheduledId',
    audit: 'message.rescheduled',
    summary: 'Say something else, or at another time; what could not be said waits again',
    body: Timed.partial(),
    response: { status: 200, body: ScheduledMessage },
  }),
  remove: route({
    ...common,
    id: 'scheduled.remove',
    method: 'DELETE',
    path: '/api/conversations/:id/scheduled/:scheduledId',
    audit: 'message.unscheduled',
    summary: 'Do not say it',
    response: { status: 204, body: null },
  }),
  sendNow: route({
    ...common,
    id: 'scheduled.sendNow',
    method: 'POST',
    path: '/api/conversations/:id/scheduled/:scheduledId/send',
    audit: 'message.sent',
    summary: 'Say it now, in the name of whoever asks for it',
    response: { status: 201, body: Message },
  }),
} as const
