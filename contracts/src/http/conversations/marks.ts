import { route } from '../../route.ts'
import { changed, common } from './common.ts'

/** What somebody has seen. */
export const markRoutes = {
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
} as const
