import { z } from 'zod'
import { Id } from '../ids.ts'
import { Live, LiveMetric, LiveRow, Wall, WallLink, WallLinkSettings } from '../live.ts'
import { page, PageQuery } from '../page.ts'
import { route } from '../route.ts'

const read = { tenant: 'member', method: 'GET', permission: 'live.read', rate: 'read', idempotency: false, params: null, query: null, body: null } as const
const write = { tenant: 'member', permission: 'live.manage', rate: 'write', idempotency: true, params: null, query: null, body: null } as const

/**
 * What goes on now. Sockets: whoever says `live.watch {campaignId?}` hears `analytics.agents.update`, `analytics.chats.update` and
 * `analytics.queue.update` at most once a second each, until `live.leave`.
 */
export const liveRoutes = {
  read: route({
    ...read,
    id: 'live.read',
    path: '/api/live',
    summary: 'Queues, people and conversations at risk as they are now, of all campaigns or one',
    query: z.object({ campaignId: Id.optional() }),
    response: { status: 200, body: Live },
  }),
  rows: route({
    ...read,
    id: 'live.rows',
    path: '/api/live/rows',
    summary: 'The conversations behind a number of the board',
    query: PageQuery.extend({ metric: LiveMetric.default('waiting'), campaignId: Id.optional(), queueId: Id.optional(), agentId: Id.optional() }),
    response: { status: 200, body: page(LiveRow) },
  }),
  wallLinks: route({
    ...read,
    id: 'live.wallLinks',
    path: '/api/live/wall-links',
    summary: 'Links that open the wall without a session',
    permission: 'live.manage',
    response: { status: 200, body: z.object({ items: z.array(WallLink) }) },
  }),
  createWallLink: route({
    ...write,
    id: 'live.createWallLink',
    method: 'POST',
    path: '/api/live/wall-links',
    audit: 'wall_link.created',
    summary: 'New link to the wall. Its key is told once; the address is `/live/wall#<key>`',
    body: WallLinkSettings,
    // The key would otherwise be kept with the remembered answer.
    idempotency: false,
    response: { status: 201, body: WallLink.extend({ key: z.string() }) },
  }),
  removeWallLink: route({
    ...write,
    id: 'live.removeWallLink',
    method: 'DELETE',
    path: '/api/live/wall-links/:id',
    audit: 'wall_link.removed',
    summary: 'Revoke a link to the wall: it opens nothing from this moment on',
    params: z.object({ id: Id }),
    response: { status: 204, body: null },
  }),
  wall: route({
    id: 'live.wall',
    method: 'POST',
    path: '/api/live/wall',
    audit: { none: 'shows numbers and does nothing' },
    summary: 'What a wall shows, by the key of its link (404 `wall_link.not_found`: revoked or unknown)',
    permission: 'public',
    tenant: 'none',
    rate: 'read',
    idempotency: false,
    params: null,
    query: null,
    body: z.object({ key: z.string().min(20).max(200) }),
    response: { status: 200, body: Wall },
  }),
} as const
