import { z } from 'zod'
import { Id } from '../../ids.ts'
import { route } from '../../route.ts'
import { changed, common } from './common.ts'

/** Two conversations that are one. */
export const mergingRoutes = {
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
} as const
