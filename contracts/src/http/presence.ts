import { z } from 'zod'
import { Id, Instant } from '../ids.ts'
import { PauseReason, PresenceState } from '../presence.ts'
import { route } from '../route.ts'

export const Presence = z.object({ userId: Id, state: PresenceState, reason: PauseReason.nullable(), since: Instant }).meta({ id: 'Presence' })
export type Presence = z.infer<typeof Presence>

const Wish = z.discriminatedUnion('state', [z.object({ state: z.enum(['available', 'busy']) }), z.object({ state: z.literal('paused'), reason: PauseReason })])

const Seconds = z.number().int()
/** Time spent in each state, in seconds. Being offline is what is left of a day. */
export const PresenceTimes = z
  .object({
    days: z.array(z.object({ day: z.iso.date(), available: Seconds, busy: Seconds, paused: Seconds })),
    pauses: z.array(z.object({ reason: PauseReason, seconds: Seconds })),
  })
  .meta({ id: 'PresenceTimes' })
export type PresenceTimes = z.infer<typeof PresenceTimes>

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
  times: route({
    ...common,
    id: 'presence.times',
    method: 'GET',
    path: '/api/users/:id/presence-times',
    summary: 'How long a person was in each state on each of the last days of this tenant, today first, and why they paused',
    permission: 'users.manage',
    rate: 'read',
    params: z.object({ id: Id }),
    query: z.object({ days: z.coerce.number().int().min(1).max(31).default(7) }),
    body: null,
    response: { status: 200, body: PresenceTimes },
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
    body: Wish,
    response: { status: 200, body: Presence },
  }),
  setFor: route({
    ...common,
    id: 'presence.setFor',
    idempotency: true,
    method: 'PUT',
    path: '/api/users/:id/presence',
    audit: 'presence.changed',
    summary: 'Say of somebody who is here that they are available, busy, or paused with a reason (409 `presence.offline`: they are not here)',
    permission: 'live.manage',
    rate: 'write',
    params: z.object({ id: Id }),
    body: Wish,
    response: { status: 200, body: Presence },
  }),
} as const
