import { z } from 'zod'
import { Id } from '../ids.ts'
import { SavedView, SavedViewSettings } from '../inbox-filter.ts'
import { patchOf } from '../patch.ts'
import { route } from '../route.ts'

const one = z.object({ id: Id })
const common = { tenant: 'member', query: null, body: null, params: null, idempotency: true, rate: 'write' } as const
const own = { ...common, permission: 'conversations.read' } as const
const shared = { ...common, permission: 'campaigns.manage' } as const
const ofNobodyElse = { none: 'how somebody arranges their own lists changes nothing for anybody else' } as const
const gone = { status: 204, body: null } as const

/** Lists of conversations under a name: everybody's own ones, and those that are shared. */
export const viewRoutes = {
  list: route({
    ...own,
    id: 'views.list',
    method: 'GET',
    path: '/api/inbox/views',
    summary: 'Own and shared views, by name',
    rate: 'read',
    idempotency: false,
    response: { status: 200, body: z.object({ items: z.array(SavedView) }) },
  }),
  create: route({
    ...own,
    id: 'views.create',
    method: 'POST',
    path: '/api/inbox/views',
    audit: ofNobodyElse,
    summary: 'Keep a list under a name, for oneself',
    body: SavedViewSettings,
    response: { status: 201, body: SavedView },
  }),
  update: route({
    ...own,
    id: 'views.update',
    method: 'PATCH',
    path: '/api/inbox/views/:id',
    audit: ofNobodyElse,
    summary: 'Rename a view of one’s own, or change what it shows',
    params: one,
    body: patchOf(SavedViewSettings),
    response: { status: 200, body: SavedView },
  }),
  remove: route({
    ...own,
    id: 'views.delete',
    method: 'DELETE',
    path: '/api/inbox/views/:id',
    audit: ofNobodyElse,
    summary: 'Remove a view of one’s own',
    params: one,
    response: gone,
  }),
  restore: route({
    ...own,
    id: 'views.restore',
    method: 'POST',
    path: '/api/inbox/views/:id/restore',
    audit: ofNobodyElse,
    summary: 'Bring back a view of one’s own that was removed within the last day',
    params: one,
    response: { status: 200, body: SavedView },
  }),
  pin: route({
    ...own,
    id: 'views.pin',
    method: 'PUT',
    path: '/api/inbox/views/:id/pin',
    audit: ofNobodyElse,
    summary: 'Give a view, one’s own or a shared one, a key from 1 to 9 for oneself; null takes it away. What had that key loses it',
    params: one,
    body: z.object({ key: z.number().int().min(1).max(9).nullable() }),
    response: { status: 200, body: SavedView },
  }),
  createShared: route({
    ...shared,
    id: 'sharedViews.create',
    method: 'POST',
    path: '/api/inbox/shared-views',
    audit: 'view.created',
    summary: 'Keep a list under a name for everybody; each sees in it what they may see',
    body: SavedViewSettings,
    response: { status: 201, body: SavedView },
  }),
  updateShared: route({
    ...shared,
    id: 'sharedViews.update',
    method: 'PATCH',
    path: '/api/inbox/shared-views/:id',
    audit: 'view.changed',
    summary: 'Rename a shared view, or change what it shows',
    params: one,
    body: patchOf(SavedViewSettings),
    response: { status: 200, body: SavedView },
  }),
  removeShared: route({
    ...shared,
    id: 'sharedViews.delete',
    method: 'DELETE',
    path: '/api/inbox/shared-views/:id',
    audit: 'view.removed',
    summary: 'Remove a shared view',
    params: one,
    response: gone,
  }),
  restoreShared: route({
    ...shared,
    id: 'sharedViews.restore',
    method: 'POST',
    path: '/api/inbox/shared-views/:id/restore',
    audit: 'view.restored',
    summary: 'Bring back a shared view that was removed within the last day',
    params: one,
    response: { status: 200, body: SavedView },
  }),
} as const
