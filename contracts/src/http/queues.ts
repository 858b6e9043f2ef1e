import { z } from 'zod'
import { Conversation } from '../conversation.ts'
import { Id } from '../ids.ts'
import { page, PageQuery } from '../page.ts'
import { patchOf } from '../patch.ts'
import { Assignment, Queue, QueueSettings, RoutingSample, RoutingTrial } from '../queue.ts'
import { route } from '../route.ts'

const one = z.object({ id: Id })
const common = { tenant: 'member', params: null, query: null, body: null, rate: 'write', permission: 'campaigns.manage', idempotency: true } as const

/** Left out stays as it is. The campaign of a queue never changes; where `isDefault` becomes true, the campaign's other default gives it up. */
export const QueueChange = patchOf(QueueSettings.omit({ campaignId: true }))
export type QueueChange = z.infer<typeof QueueChange>

export const queueRoutes = {
  list: route({
    ...common,
    id: 'queues.list',
    method: 'GET',
    path: '/api/queues',
    summary: 'Queues in the order in which they are tried, campaign by campaign, with what goes on in them',
    permission: 'campaigns.read',
    rate: 'read',
    idempotency: false,
    query: PageQuery.extend({ campaignId: Id.optional() }),
    response: { status: 200, body: page(Queue) },
  }),
  create: route({
    ...common,
    id: 'queues.create',
    method: 'POST',
    path: '/api/queues',
    audit: 'queue.created',
    summary: 'Add a queue to a campaign',
    body: QueueSettings,
    response: { status: 201, body: Queue },
  }),
  read: route({
    ...common,
    id: 'queues.read',
    method: 'GET',
    path: '/api/queues/:id',
    summary: 'One queue',
    permission: 'campaigns.read',
    rate: 'read',
    idempotency: false,
    params: one,
    response: { status: 200, body: Queue },
  }),
  update: route({
    ...common,
    id: 'queues.update',
    method: 'PATCH',
    path: '/api/queues/:id',
    audit: 'queue.changed',
    summary: 'Change a queue',
    params: one,
    body: QueueChange,
    response: { status: 200, body: Queue },
  }),
  remove: route({
    ...common,
    id: 'queues.remove',
    method: 'DELETE',
    path: '/api/queues/:id',
    audit: 'queue.removed',
    summary: 'Remove a queue; who waits in it goes on to the default one, which itself cannot be removed',
    params: one,
    response: { status: 204, body: null },
  }),
  open: route({
    ...common,
    id: 'queues.open',
    method: 'POST',
    path: '/api/queues/:id/open',
    audit: 'queue.opened',
    summary: 'Take and serve conversations again',
    permission: 'live.manage',
    params: one,
    response: { status: 200, body: Queue },
  }),
  close: route({
    ...common,
    id: 'queues.close',
    method: 'POST',
    path: '/api/queues/:id/close',
    audit: 'queue.closed',
    summary: 'Take nobody and serve nobody until it is opened again; who waits keeps their place',
    permission: 'live.manage',
    params: one,
    response: { status: 200, body: Queue },
  }),
  take: route({
    ...common,
    id: 'queues.take',
    method: 'POST',
    path: '/api/queues/:id/take',
    audit: 'conversation.assigned',
    summary: 'Give me the next conversation of this queue (409 `queue.empty`: nobody waits; 409 `agent.full`: I have as many as I can)',
    permission: 'conversations.reply',
    params: one,
    response: { status: 200, body: Conversation },
  }),
  takeNext: route({
    ...common,
    id: 'queues.takeNext',
    method: 'POST',
    path: '/api/queues/take',
    audit: 'conversation.assigned',
    summary: 'Give me the next conversation of all the queues that I serve',
    permission: 'conversations.reply',
    response: { status: 200, body: Conversation },
  }),
  try: route({
    ...common,
    id: 'queues.try',
    method: 'POST',
    path: '/api/queues/try',
    audit: { none: 'shows what would happen and does nothing' },
    summary: 'Where a conversation would go now, to whom, and why',
    permission: 'campaigns.read',
    body: RoutingSample,
    response: { status: 200, body: RoutingTrial },
  }),
  assignments: route({
    ...common,
    id: 'conversations.assignments',
    method: 'GET',
    path: '/api/conversations/:id/assignments',
    summary: 'Who had this conversation when, newest first, and why',
    permission: 'conversations.read',
    rate: 'read',
    idempotency: false,
    params: one,
    query: PageQuery,
    response: { status: 200, body: page(Assignment) },
  }),
} as const
