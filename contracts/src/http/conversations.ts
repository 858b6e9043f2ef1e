import { z } from 'zod'
import { BotPause } from '../conduct.ts'
import { OutboundContent } from '../content.ts'
import { Conversation, ConversationState, Floor, Mentionable, Message, Priority, Tag } from '../conversation.ts'
import { GivenInstant, Id, ShortText } from '../ids.ts'
import { InboxTab, InboxView, inboxFilterQuery } from '../inbox-filter.ts'
import { page, PageQuery } from '../page.ts'
import { route } from '../route.ts'

const one = z.object({ id: Id })
const common = { tenant: 'member', query: null, body: null, params: one, idempotency: true } as const
const changed = { status: 200, body: Conversation } as const

export const ConversationListQuery = PageQuery.extend({ ...inboxFilterQuery, contactId: Id.optional(), status: ConversationState.optional() })
const count = z.number().int()
/** Open ones of each view and, asked for, queue; those of each tab of one view (or queue); unread ones; and in how many notes call the person unseen. */
export const InboxCounts = z
  .object({ views: z.record(InboxView, count), tabs: z.record(InboxTab, count), queues: z.record(Id, count).optional(), unread: count, mentions: count })
  .meta({ id: 'InboxCounts' })

/** A message to send. Short forms `{text}` and `{content: "…"}` are understood as text. `clientId` makes a repeat harmless. */
export const NewMessage = z.preprocess(
  (input) => {
    if (!input || typeof input !== 'object') return input
    const { type, text, content, ...rest } = input as Record<string, unknown>
    const said = content ?? text
    if (typeof said === 'string' && (type ?? 'text') === 'text') return { ...rest, content: { type: 'text', text: said } }
    if (said && typeof said === 'object' && !Array.isArray(said)) {
      const body = said as Record<string, unknown>
      const kind = body.type ?? type ?? 'text'
      return {
        ...rest,
        content:
          kind === 'text' && body.text === undefined && typeof body.body === 'string' ? { ...body, type: kind, text: body.body } : { ...body, type: kind },
      }
    }
    return input
  },
  z.object({
    content: OutboundContent,
    clientId: z.string().min(1).max(100).optional(),
    replyToMessageId: Id.optional(),
    quickReplyId: Id.optional().meta({ description: 'the quick reply that it was written with, to be counted' }),
    takeFloor: z.boolean().default(true),
  }),
)
const NoteText = z.string().trim().min(1).max(10_000)
const TagName = z.string().trim().min(1).max(60)
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
export const SearchHit = z.object({ message: Message, conversationId: Id, contactName: z.string(), snippet: z.string() }).meta({ id: 'SearchHit' })

export const conversationRoutes = {
  list: route({
    ...common,
    id: 'conversations.list',
    method: 'GET',
    path: '/api/conversations',
    summary: 'Conversations, last activity first unless asked otherwise',
    permission: 'conversations.read',
    rate: 'read',
    idempotency: false,
    params: null,
    query: ConversationListQuery,
    response: { status: 200, body: page(Conversation) },
  }),
  counts: route({
    ...common,
    id: 'conversations.counts',
    method: 'GET',
    path: '/api/conversations/counts',
    summary: 'How many conversations each view, queue and tab holds, up to a thousand',
    permission: 'conversations.read',
    rate: 'read',
    idempotency: false,
    params: null,
    query: z.object({ view: InboxView.default('all'), queueId: Id.optional(), withQueues: z.stringbool().default(false) }),
    response: { status: 200, body: InboxCounts },
  }),
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
  search: route({
    ...common,
    id: 'conversations.search',
    method: 'GET',
    path: '/api/search/messages',
    summary: 'Messages by their words, accent-blind, newest first; a page with few or no hits and a cursor has not looked at all messages yet',
    permission: 'conversations.read',
    rate: 'read',
    idempotency: false,
    params: null,
    query: PageQuery.extend({ q: z.string().trim().min(1).max(200), conversationId: Id.optional() }),
    response: { status: 200, body: page(SearchHit) },
  }),
  read: route({
    ...common,
    id: 'conversations.read',
    method: 'GET',
    path: '/api/conversations/:id',
    summary: 'One conversation',
    permission: 'conversations.read',
    rate: 'read',
    idempotency: false,
    response: changed,
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
  messages: route({
    ...common,
    id: 'conversations.messages',
    method: 'GET',
    path: '/api/conversations/:id/messages',
    summary: 'Messages, newest page first, each page in ascending order',
    permission: 'conversations.read',
    rate: 'read',
    idempotency: false,
    query: PageQuery.extend({
      afterSeq: z.coerce.number().int().min(0).optional(),
      beforeSeq: z.coerce.number().int().min(1).optional(),
      aroundSeq: z.coerce.number().int().min(1).optional(),
    }),
    response: { status: 200, body: page(Message) },
  }),
  send: route({
    ...common,
    id: 'conversations.send',
    method: 'POST',
    path: '/api/conversations/:id/messages',
    audit: 'message.sent',
    summary: 'Say something to the customer',
    permission: 'conversations.reply',
    rate: 'write',
    body: NewMessage,
    response: { status: 201, body: Message },
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
  markRead: route({
    ...common,
    id: 'conversations.markRead',
    method: 'POST',
    path: '/api/conversations/:id/read',
    audit: { none: 'a mark in the inbox, of no consequence to anybody' },
    summary: 'Nothing unread here any more; the customer sees blue ticks where the channel has them',
    permission: 'conversations.read',
    rate: 'write',
    response: changed,
  }),
  sawMentions: route({
    ...common,
    id: 'conversations.sawMentions',
    method: 'POST',
    path: '/api/conversations/:id/mentions/seen',
    audit: { none: 'a mark in the inbox, of no consequence to anybody' },
    summary: 'The person has seen where notes of this conversation call them by name',
    permission: 'conversations.read',
    rate: 'write',
    response: { status: 204, body: null },
  }),
  markUnread: route({
    ...common,
    id: 'conversations.markUnread',
    method: 'POST',
    path: '/api/conversations/:id/unread',
    audit: { none: 'a mark in the inbox, of no consequence to anybody' },
    summary: 'Mark as unread',
    permission: 'conversations.read',
    rate: 'write',
    response: changed,
  }),
  note: route({
    ...common,
    id: 'conversations.note',
    method: 'POST',
    path: '/api/conversations/:id/notes',
    audit: 'message.noted',
    summary: 'Internal note',
    permission: 'conversations.reply',
    rate: 'write',
    body: z.object({
      text: NoteText,
      clientId: z.string().min(1).max(100).optional(),
      mentions: z.array(Id).max(20).optional().meta({ description: 'members whom it calls by name; they see the conversation' }),
    }),
    response: { status: 201, body: Message },
  }),
  mentionable: route({
    ...common,
    id: 'conversations.mentionable',
    method: 'GET',
    path: '/api/conversations/:id/mentionable',
    summary: 'Members who see the conversation, whom a note can call by name; the first twenty',
    permission: 'conversations.reply',
    rate: 'read',
    idempotency: false,
    query: z.object({ search: z.string().max(100).optional() }),
    response: { status: 200, body: z.object({ items: z.array(Mentionable) }) },
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
  tags: route({
    ...common,
    id: 'conversations.tags',
    method: 'PUT',
    path: '/api/conversations/:id/tags',
    audit: 'conversation.tagged',
    summary: 'Set the tags, by name; unknown ones are made',
    permission: 'conversations.tag',
    rate: 'write',
    body: z.object({ tags: z.array(TagName).max(20) }),
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
  merge: route({
    ...common,
    id: 'conversations.merge',
    method: 'POST',
    path: '/api/conversations/:id/merge',
    audit: 'conversation.merged',
    summary: 'Make another conversation part of this one; it is closed and its messages stand here, in the order of their time',
    permission: 'conversations.close',
    rate: 'write',
    body: z.object({ conversationId: Id, otherPerson: z.boolean().default(false).meta({ description: 'needed when it is with another contact' }) }),
    response: changed,
  }),
  unmerge: route({
    ...common,
    id: 'conversations.unmerge',
    method: 'POST',
    path: '/api/conversations/:id/unmerge',
    audit: 'conversation.unmerged',
    summary: 'Undo a merge of the last ten minutes',
    permission: 'conversations.close',
    rate: 'write',
    body: z.object({ conversationId: Id }),
    response: changed,
  }),
  block: route({
    ...common,
    id: 'contacts.block',
    method: 'POST',
    path: '/api/contacts/:id/block',
    audit: 'contact.blocked',
    summary: 'Keep what a person writes in silence: nobody is told and nothing answers. What is open with them is closed',
    permission: 'conversations.close',
    rate: 'write',
    response: { status: 204, body: null },
  }),
  unblock: route({
    ...common,
    id: 'contacts.unblock',
    method: 'DELETE',
    path: '/api/contacts/:id/block',
    audit: 'contact.unblocked',
    summary: 'Hear a person again',
    permission: 'conversations.close',
    rate: 'write',
    response: { status: 204, body: null },
  }),
  react: route({
    ...common,
    id: 'conversations.react',
    method: 'PUT',
    path: '/api/conversations/:id/messages/:messageId/reaction',
    audit: 'message.reacted',
    summary: 'React to a message; empty removes',
    permission: 'conversations.reply',
    rate: 'write',
    params: z.object({ id: Id, messageId: Id }),
    body: z.object({ emoji: z.string().max(20) }),
    response: { status: 200, body: Message },
  }),
  retry: route({
    ...common,
    id: 'conversations.retry',
    method: 'POST',
    path: '/api/conversations/:id/messages/:messageId/retry',
    audit: 'message.retried',
    summary: 'Send a failed or uncertain message again',
    permission: 'conversations.reply',
    rate: 'write',
    params: z.object({ id: Id, messageId: Id }),
    response: { status: 200, body: Message },
  }),
  typing: route({
    ...common,
    id: 'conversations.typing',
    method: 'POST',
    path: '/api/conversations/:id/typing',
    audit: { none: 'passes and changes nothing' },
    summary: 'Show the customer that someone is typing',
    permission: 'conversations.reply',
    rate: 'write',
    // Leaves nothing behind that a repetition could double.
    idempotency: false,
    response: { status: 204, body: null },
  }),
  listTags: route({
    ...common,
    id: 'tags.list',
    method: 'GET',
    path: '/api/tags',
    summary: 'Tags of this tenant',
    permission: 'conversations.read',
    rate: 'read',
    idempotency: false,
    params: null,
    query: PageQuery,
    response: { status: 200, body: page(Tag) },
  }),
  createTag: route({
    ...common,
    id: 'tags.create',
    method: 'POST',
    path: '/api/tags',
    audit: 'tag.created',
    summary: 'Add a tag; names are compared without case',
    permission: 'conversations.tag',
    rate: 'write',
    params: null,
    body: z.object({ name: TagName }),
    response: { status: 201, body: Tag },
  }),
} as const
