import { z } from 'zod'
import { Id, Instant } from '../ids.ts'
import { permissionGroups, permissions, roles } from '../permission.ts'
import { hideableFields, reaches } from '../reach.ts'
import { route } from '../route.ts'

/** A role of the product by its word, or one of the tenant's own by its id. */
const RoleId = z.union([z.enum(roles), Id])
const RoleName = z.string().trim().min(1).max(60)
const Permissions = z.array(z.enum(permissions)).min(1).max(permissions.length)
export const RoleReach = z.enum(reaches).meta({
  description:
    'Whose conversations, and which contacts by them: `own` those assigned to oneself, `queue` also those that nobody has, `team` also those of members of own teams, `all`',
})
export const Hides = z.array(z.enum(hideableFields)).max(hideableFields.length).meta({
  description:
    'Fields of contacts that are shown masked. Beside a narrower reach or hidden fields, `deadLetters.*`, `audit.*` and `simulator.use` open nothing',
})

export const RoleView = z
  .object({
    id: RoleId,
    builtIn: z.boolean(),
    name: z.string().meta({ description: 'Of a built-in role its word, which clients translate' }),
    description: z.string(),
    permissions: z.array(z.enum(permissions)),
    reach: RoleReach,
    hides: Hides,
    members: z.number().int(),
    twoFactorRequired: z.boolean().meta({ description: 'Whoever has it signs in in two steps' }),
    updatedAt: Instant.nullable(),
  })
  .meta({ id: 'Role' })
export type RoleView = z.infer<typeof RoleView>

const common = { tenant: 'member', params: null, query: null } as const
const read = { ...common, method: 'GET', permission: 'roles.read', rate: 'read', idempotency: false, body: null } as const
const one = z.object({ id: RoleId })

export const roleRoutes = {
  permissions: route({
    ...read,
    id: 'permissions.list',
    path: '/api/permissions',
    summary: 'All permissions, in groups',
    response: { status: 200, body: z.object({ groups: z.array(z.object({ group: z.enum(permissionGroups), permissions: z.array(z.enum(permissions)) })) }) },
  }),
  list: route({
    ...read,
    id: 'roles.list',
    path: '/api/roles',
    summary: 'The built-in roles and those of this tenant, with what they may do and how many have them',
    response: { status: 200, body: z.object({ items: z.array(RoleView) }) },
  }),
  create: route({
    ...common,
    id: 'roles.create',
    method: 'POST',
    path: '/api/roles',
    audit: 'role.created',
    summary: 'Make a role of this tenant',
    permission: 'roles.manage',
    rate: 'write',
    idempotency: true,
    body: z.object({
      name: RoleName,
      description: z.string().trim().max(500).default(''),
      permissions: Permissions,
      reach: RoleReach.default('all'),
      hides: Hides.default([]),
    }),
    response: { status: 201, body: RoleView },
  }),
  update: route({
    ...common,
    id: 'roles.update',
    method: 'PATCH',
    path: '/api/roles/:id',
    audit: 'role.changed',
    summary: 'Change a role of this tenant; takes effect within two seconds',
    permission: 'roles.manage',
    rate: 'write',
    idempotency: true,
    params: one,
    body: z.object({
      name: RoleName.optional(),
      description: z.string().trim().max(500).optional(),
      permissions: Permissions.optional(),
      reach: RoleReach.optional(),
      hides: Hides.optional(),
    }),
    response: { status: 200, body: RoleView },
  }),
  remove: route({
    ...common,
    id: 'roles.remove',
    method: 'DELETE',
    path: '/api/roles/:id',
    audit: 'role.removed',
    summary: 'Delete a role of this tenant that nobody has',
    permission: 'roles.manage',
    rate: 'write',
    idempotency: true,
    params: one,
    body: null,
    response: { status: 204, body: null },
  }),
  requireTwoFactor: route({
    ...common,
    id: 'roles.requireTwoFactor',
    method: 'PUT',
    path: '/api/roles/:id/two-factor',
    audit: 'role.changed',
    summary: 'Say whether whoever has this role, built in or not, has to sign in in two steps; takes effect within two seconds',
    permission: 'roles.manage',
    rate: 'write',
    idempotency: true,
    params: one,
    body: z.object({ required: z.boolean() }),
    response: { status: 204, body: null },
  }),
  give: route({
    ...common,
    id: 'roles.give',
    method: 'PUT',
    path: '/api/roles/:id/members/:userId',
    audit: 'member.changed',
    summary: 'Give a role to a member of this tenant',
    permission: 'users.manage',
    rate: 'write',
    idempotency: true,
    params: z.object({ id: RoleId, userId: Id }),
    body: null,
    response: { status: 204, body: null },
  }),
} as const
