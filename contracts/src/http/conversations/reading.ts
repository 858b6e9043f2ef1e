import { z } from 'zod'
import { Conversation, ConversationState, Message } from '../../conversation.ts'
import { Id } from '../../ids.ts'
import { InboxTab, InboxView, inboxFilterQuery } from '../../inbox-filter.ts'
import { page, PageQuery } from '../../page.ts'
import { route } from '../../route.ts'
import { changed, common } from './common.ts'

export const ConversationListQuery = PageQuery.extend({ ...inboxFilterQuery, contactId: Id.optional(), status: ConversationState.optional() })
const count = z.number().int()
/** Open ones of each view and, asked for, queue; those of each tab of one view (or queue); unread ones; and in how many notes call the person unseen. */
export const InboxCounts = z
  .object({ views: z.record(InboxView, count), tabs: z.record(InboxTab, count), queues: z.record(Id, count).optional(), unread: count, mentions: count })
  .meta({ id: 'InboxCounts' })
export const SearchHit = z.object({ message: Message, conversationId: Id, contactName: z.string(), snippet: z.string() }).meta({ id: 'SearchHit' })

/** Lists and their counts, one conversation, what was said in it, and the search for words. */
export const readingRoutes = {
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
} as const
