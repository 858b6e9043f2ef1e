import { z } from 'zod'
import { BotPause } from '../../conduct.ts'
import { Conversation, Floor, Priority } from '../../conversation.ts'
import { GivenInstant, Id, ShortText } from '../../ids.ts'
import { route } from '../../route.ts'
import { changed, common, NoteText } from './common.ts'

/** `reason` in own words or by its name, or one of the list by its id. `survey`: whether the customer is asked; without it, as the settings say. */
export const CloseBody = z
  .object({
    reason: z.string().trim().max(200).optional(),
    reasonId: Id.optional(),
    note: z.string().trim().max(2000).optional(),
    survey: z.boolean().optional(),
  })
  .default({})
export type CloseBody = z.infer<typeof CloseBody>
const targets = ['userId', 'queueId', 'campaignId', 'flowId', 'back'] as const
/** To a person, into a queue, to a campaign (whose queues decide), or back to a bot: exactly one. `summary` is what happened so far, for whoever goes on. */
export const TransferBody = z
  .object({
    userId: Id.optional(),
    queueId: Id.optional(),
    campaignId: Id.optional(),
    flowId: Id.optional(),
    back: z
      .object({ userId: Id.nullable(), queueId: Id.nullable(), campaignId: Id.nullable() })
      .optional()
      .meta({ description: 'takes a transfer back: whoever and whatever had it before; only a queue in which it waited' }),
    note: NoteText.optional(),
    summary: z.string().trim().min(1).max(2000).optional(),
  })
  .refine((body) => targets.filter((target) => body[target] !== undefined).length === 1, {
    path: ['userId'],
    message: 'Exactly one of userId, queueId, campaignId, flowId, back',
  })
export type TransferBody = z.infer<typeof TransferBody>

/** From the beginning to the end: who has it, how urgent it is, in which state. */
export const handlingRoutes = {
  create: route({
    ...common,
    id: 'conversations.create',
    method: 'POST',
    path: '/api/conversations',
    audit: 'conversation.opened',
    summary: 'Open (or find the open) conversation with a contact or number on a channel',
    permission: 'conversations.reply',
    rate: 'write',
    params: null,
    body: z
      .object({ channelId: Id, contactId: Id.optional(), phone: z.string().trim().max(40).optional(), name: ShortText.optional() })
      .refine((body) => body.contactId || body.phone, { message: 'contactId or phone is needed' }),
    response: { status: 201, body: Conversation },
  }),
  update: route({
    ...common,
    id: 'conversations.update',
    method: 'PATCH',
    path: '/api/conversations/:id',
    audit: 'conversation.priority_changed',
    summary: 'Change priority',
    permission: 'conversations.tag',
    rate: 'write',
    body: z.object({ priority: Priority.optional() }),
    response: changed,
  }),
  remove: route({
    ...common,
    id: 'conversations.delete',
    method: 'DELETE',
    path: '/api/conversations/:id',
    audit: 'conversation.removed',
    summary: 'Delete a conversation with its messages',
    permission: 'tenant.manage',
    rate: 'write',
    response: { status: 204, body: null },
  }),
  status: route({
    ...common,
    id: 'conversations.status',
    method: 'PUT',
    path: '/api/conversations/:id/status',
    audit: 'conversation.state_changed',
    summary: 'Move to a state (active, pending, closed …)',
    permission: 'conversations.close',
    rate: 'write',
    body: z.object({ status: z.enum(['active', 'pending', 'closed', 'resolved', 'archived', 'open']), reason: z.string().max(200).optional() }),
    response: changed,
  }),
  assign: route({
    ...common,
    id: 'conversations.assign',
    method: 'POST',
    path: '/api/conversations/:id/assign',
    audit: 'conversation.assigned',
    summary: 'Assign to a member; without a body, to me; null to nobody',
    permission: 'conversations.assign',
    rate: 'write',
    body: z.object({ userId: Id.nullable().optional() }).default({}),
    response: changed,
  }),
  transfer: route({
    ...common,
    id: 'conversations.transfer',
    method: 'POST',
    path: '/api/conversations/:id/transfer',
    audit: 'conversation.transferred',
    summary: 'Give to another member, a queue, a campaign or a flow, with a note and a summary for whoever goes on',
    permission: 'conversations.assign',
    rate: 'write',
    body: TransferBody,
    response: changed,
  }),
  close: route({
    ...common,
    id: 'conversations.close',
    method: 'POST',
    path: '/api/conversations/:id/close',
    audit: 'conversation.closed',
    summary: 'Close with a reason',
    permission: 'conversations.close',
    rate: 'write',
    body: CloseBody,
    response: changed,
  }),
  reopen: route({
    ...common,
    id: 'conversations.reopen',
    method: 'POST',
    path: '/api/conversations/:id/reopen',
    audit: 'conversation.reopened',
    summary: 'Open again',
    permission: 'conversations.close',
    rate: 'write',
    response: changed,
  }),
  snooze: route({
    ...common,
    id: 'conversations.snooze',
    method: 'POST',
    path: '/api/conversations/:id/snooze',
    audit: 'conversation.snoozed',
    summary: 'Put aside until an instant or the next reply; null wakes it',
    permission: 'conversations.close',
    rate: 'write',
    body: z.object({ until: GivenInstant.nullable() }),
    response: changed,
  }),
  floor: route({
    ...common,
    id: 'conversations.floor',
    method: 'PUT',
    path: '/api/conversations/:id/floor',
    audit: 'conversation.floor_changed',
    summary: 'Take over (`human`), for how long, or hand back (`flow`)',
    permission: 'conversations.reply',
    rate: 'write',
    body: z.object({ floor: Floor.extract(['human', 'flow', 'nobody']), pause: BotPause.optional() }),
    response: changed,
  }),
} as const
