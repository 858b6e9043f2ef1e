import { route } from '../../route.ts'
import { common } from './common.ts'

/** Whom nobody here wants to hear. */
export const blockingRoutes = {
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
} as const
