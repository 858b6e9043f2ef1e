import { z } from 'zod'
import { Id, Instant } from '../ids.ts'
import { PauseReason, PresenceState } from '../presence.ts'
import { route } from '../route.ts'

export const Presence = z.object({ userId: Id, state: PresenceState, reason: PauseReason.nullable(), since: Instant }).meta({ id: 'Presence' })
export type Presence = z.infer<typeof Presence>

const common = { tenant: 'member', params: null, query: null, idempotency: false } as const

export const presenceRoutes = {
  list: route({
    ...common,
    id: 'presence.list',
    method: 'GET',
    path: '/api/presence',
    summary: 'Who of this tenant is available, paused, busy or offline, and since when. Whoever was never here is not listed',
    permission: 'users.read',
    rate: 'read',
    body: null,
    response: { status: 200, body: z.object({ items: z.array(Presence) }) },
  }),
  set: route({
    ...common,
    id: 'presence.set',
    idempotency: true,
    method: 'PUT',
    path: '/api/users/me/presence',
    audit: 'presence.changed',
    summary: 'Say that oneself is available, busy, or paused with a reason',
    permission: 'signed-in',
    rate: 'write',
    body: z.discriminatedUnion('state', [z.object({ state: z.enum(['available', 'busy']) }), z.object({ state: z.literal('paused'), reason: PauseReason })]),
    response: { status: 200, body: Presence },
  }),
} as const
