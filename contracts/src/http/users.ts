import { z } from 'zod'
import { Id, Instant, ShortText } from '../ids.ts'
import { page, PageQuery } from '../page.ts'
import { route } from '../route.ts'

const Language = z.enum(['es', 'pt-BR', 'en'])
/** Inactive: not working here now. Suspended: kept out on purpose. Neither gets in. */
const MemberStatus = z.enum(['active', 'inactive', 'suspended'])
const RoleName = z.string().min(1).max(80)
const Skill = z.object({ name: z.string().trim().min(1).max(60), level: z.number().int().min(1).max(5) })

/** A person as one tenant knows them. What is changed here concerns this tenant alone. */
export const TenantUser = z
  .object({
    id: Id,
    name: z.string(),
    email: z.string(),
    role: z.string(),
    status: MemberStatus,
    language: Language.nullable(),
    capacity: z.number().int().meta({ description: 'conversations at once' }),
    skills: z.array(Skill),
    photoUrl: z.string().nullable().meta({ description: 'signed; it works for a day at least' }),
    openConversations: z.number().int(),
    createdAt: Instant,
  })
  .meta({ id: 'TenantUser' })
export type TenantUser = z.infer<typeof TenantUser>

/** One sign-in of a member. `open`: it can still be used. */
export const SignIn = z
  .object({
    id: Id,
    browser: z.string().nullable(),
    system: z.string().nullable(),
    address: z.string().nullable(),
    createdAt: Instant,
    lastUsedAt: Instant,
    open: z.boolean(),
  })
  .meta({ id: 'SignIn' })
export type SignIn = z.infer<typeof SignIn>

const uniqueSkills = z
  .array(Skill)
  .max(30)
  .refine((skills) => new Set(skills.map(({ name }) => name.toLowerCase())).size === skills.length, 'Each skill once')

const common = { tenant: 'member', params: null, query: null, idempotency: true } as const
const byId = z.object({ id: Id })

export const userRoutes = {
  list: route({
    ...common,
    id: 'users.list',
    method: 'GET',
    path: '/api/users',
    summary: 'People of this tenant, by name',
    permission: 'users.read',
    rate: 'read',
    idempotency: false,
    query: PageQuery.extend({ q: z.string().trim().max(200).optional(), role: RoleName.optional(), status: MemberStatus.optional() }),
    body: null,
    response: { status: 200, body: page(TenantUser) },
  }),
  read: route({
    ...common,
    id: 'users.read',
    method: 'GET',
    path: '/api/users/:id',
    summary: 'One person of this tenant',
    permission: 'users.read',
    rate: 'read',
    idempotency: false,
    params: byId,
    body: null,
    response: { status: 200, body: TenantUser },
  }),
  signIns: route({
    ...common,
    id: 'users.signIns',
    method: 'GET',
    path: '/api/users/:id/sign-ins',
    summary: 'Where a person signed in to this tenant, the newest first',
    permission: 'users.manage',
    rate: 'read',
    idempotency: false,
    params: byId,
    query: PageQuery,
    body: null,
    response: { status: 200, body: page(SignIn) },
  }),
  update: route({
    ...common,
    id: 'users.update',
    method: 'PATCH',
    path: '/api/users/:id',
    audit: 'member.changed',
    summary: 'Change name shown, role, state, skills, capacity or language of a person in this tenant',
    permission: 'users.manage',
    rate: 'write',
    params: byId,
    body: z.object({
      name: ShortText.optional(),
      role: RoleName.optional(),
      status: MemberStatus.optional(),
      language: Language.nullable().optional(),
      capacity: z.number().int().min(0).max(100).optional(),
      skills: uniqueSkills.optional(),
    }),
    response: { status: 200, body: TenantUser },
  }),
  remove: route({
    ...common,
    id: 'users.remove',
    method: 'DELETE',
    path: '/api/users/:id',
    audit: 'member.removed',
    summary: 'Remove a person from this tenant; their open conversations go to somebody else, or to nobody',
    permission: 'users.manage',
    rate: 'write',
    params: byId,
    query: z.object({ reassignTo: Id.optional() }),
    body: null,
    response: { status: 204, body: null },
  }),
} as const
