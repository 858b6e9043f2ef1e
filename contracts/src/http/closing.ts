import { z } from 'zod'
import { ClosingReason, ClosingReasonSettings, Conduct } from '../conduct.ts'
import { Id } from '../ids.ts'
import { patchOf } from '../patch.ts'
import { route } from '../route.ts'

const one = z.object({ id: Id })
const common = { tenant: 'member', query: null, body: null, params: null, idempotency: true } as const
const all = z.object({ items: z.array(ClosingReason) })

/** How conversations end: the reasons that can be named, and what holds for all of them. */
export const closingRoutes = {
  reasons: route({
    ...common,
    id: 'closingReasons.list',
    method: 'GET',
    path: '/api/closing-reasons',
    summary: 'Reasons in their order; with `queueId` those that can be named there',
    permission: 'conversations.read',
    rate: 'read',
    idempotency: false,
    query: z.object({ queueId: Id.optional() }),
    response: { status: 200, body: all },
  }),
  createReason: route({
    ...common,
    id: 'closingReasons.create',
    method: 'POST',
    path: '/api/closing-reasons',
    audit: 'closing_reason.created',
    summary: 'Add a reason, as the last one',
    permission: 'campaigns.manage',
    rate: 'write',
    body: ClosingReasonSettings,
    response: { status: 201, body: ClosingReason },
  }),
  updateReason: route({
    ...common,
    id: 'closingReasons.update',
    method: 'PATCH',
    path: '/api/closing-reasons/:id',
    audit: 'closing_reason.changed',
    summary: 'Change a reason, or where it stands (`position` from 0)',
    permission: 'campaigns.manage',
    rate: 'write',
    params: one,
    body: patchOf(ClosingReasonSettings).extend({ position: z.number().int().min(0).max(1000).optional() }),
    response: { status: 200, body: ClosingReason },
  }),
  removeReason: route({
    ...common,
    id: 'closingReasons.delete',
    method: 'DELETE',
    path: '/api/closing-reasons/:id',
    audit: 'closing_reason.removed',
    summary: 'Remove a reason; what ended with it keeps it',
    permission: 'campaigns.manage',
    rate: 'write',
    params: one,
    response: { status: 204, body: null },
  }),
  conduct: route({
    ...common,
    id: 'conduct.read',
    method: 'GET',
    path: '/api/conversation-settings',
    summary: 'How conversations end, surveys, thanks, and for how long the bot is silent',
    permission: 'conversations.read',
    rate: 'read',
    idempotency: false,
    response: { status: 200, body: Conduct },
  }),
  changeConduct: route({
    ...common,
    id: 'conduct.update',
    method: 'PUT',
    path: '/api/conversation-settings',
    audit: 'conduct.changed',
    summary: 'Change it as a whole',
    permission: 'campaigns.manage',
    rate: 'write',
    body: Conduct,
    response: { status: 200, body: Conduct },
  }),
} as const
