import { z } from 'zod'
import { Id, Instant } from '../ids.ts'
import { route } from '../route.ts'

export const Team = z.object({ id: Id, name: z.string(), memberIds: z.array(Id), createdAt: Instant }).meta({ id: 'Team' })
export type Team = z.infer<typeof Team>

const TeamName = z.string().trim().min(1).max(80)
const MemberIds = z
  .array(Id)
  .max(500)
  .refine((ids) => new Set(ids).size === ids.length, 'Each person once')
const common = { tenant: 'member', params: null, query: null, rate: 'write', permission: 'teams.manage', idempotency: true } as const
const byId = z.object({ id: Id })

export const teamRoutes = {
  list: route({
    ...common,
    id: 'teams.list',
    method: 'GET',
    path: '/api/teams',
    summary: 'Teams of this tenant with their members, by name',
    permission: 'users.read',
    rate: 'read',
    idempotency: false,
    body: null,
    response: { status: 200, body: z.object({ items: z.array(Team) }) },
  }),
  create: route({
    ...common,
    id: 'teams.create',
    method: 'POST',
    path: '/api/teams',
    audit: 'team.created',
    summary: 'Make a team',
    body: z.object({ name: TeamName, memberIds: MemberIds.default([]) }),
    response: { status: 201, body: Team },
  }),
  update: route({
    ...common,
    id: 'teams.update',
    method: 'PATCH',
    path: '/api/teams/:id',
    audit: 'team.changed',
    summary: 'Rename a team or say who is in it',
    params: byId,
    body: z.object({ name: TeamName.optional(), memberIds: MemberIds.optional() }),
    response: { status: 200, body: Team },
  }),
  remove: route({
    ...common,
    id: 'teams.remove',
    method: 'DELETE',
    path: '/api/teams/:id',
    audit: 'team.removed',
    summary: 'Remove a team; its people stay',
    params: byId,
    body: null,
    response: { status: 204, body: null },
  }),
} as const
