import { z } from 'zod'
import { Id, ShortText } from '../ids.ts'
import { permissions } from '../permission.ts'
import { route } from '../route.ts'
import { Hides, RoleReach } from './roles.ts'

export const User = z.object({ id: Id, email: z.string(), name: z.string(), language: z.enum(['es', 'pt-BR', 'en']).nullable() }).meta({ id: 'User' })
export const Membership = z
  .object({
    tenantId: Id,
    name: z.string(),
    slug: z.string(),
    role: z.string().meta({ description: 'A built-in role by its word, or the id of one of the tenant’s own' }),
    roleName: z.string().nullable().meta({ description: 'The name of a role of the tenant’s own' }),
    isDemo: z.boolean(),
    locale: z.string(),
    timeZone: z.string(),
    country: z.string(),
  })
  .meta({ id: 'Membership' })
export const Session = z
  .object({
    accessToken: z.string(),
    expiresIn: z.number().int().meta({ description: 'seconds' }),
    user: User,
    tenants: z.array(Membership),
    refreshToken: z.string().optional(),
  })
  .meta({ id: 'Session' })
export type Session = z.infer<typeof Session>
export const Me = z
  .object({
    user: User,
    tenants: z.array(Membership),
    tenantId: Id.nullable(),
    newestEvent: z
      .number()
      .int()
      .nullable()
      .meta({ description: 'The number of the tenant’s newest event: who reads after this and follows the events from here misses nothing' }),
    permissions: z.array(z.enum(permissions)),
    /** Signed; shown in the tenant at hand. */
    photoUrl: z.string().nullable(),
    reach: RoleReach,
    hides: Hides,
    isHostAdmin: z.boolean(),
    hostStepMissing: z
      .enum(['set_up', 'sign_in'])
      .nullable()
      .meta({ description: 'What an administrator of the installation has to do before they may act as one: set up a second step, or sign in again with it' }),
    addressUnconfirmed: z
      .boolean()
      .meta({ description: 'Mail is set up here and nobody has shown yet that they read the mail of this address: no invitation can be accepted' }),
    twoFactorMissing: z.boolean().meta({ description: 'The role asks for sign-in in two steps; nothing else works until it is set up' }),
    /** Set when somebody of the host acts as this person. */
    impersonation: z.object({ id: Id, reason: z.string(), write: z.boolean(), expiresAt: z.string() }).nullable(),
  })
  .meta({ id: 'Me' })
export type Me = z.infer<typeof Me>

const delivery = { tokenDelivery: z.enum(['cookie', 'body']).default('cookie') }
const common = { tenant: 'none', rate: 'auth', idempotency: false, params: null, query: null } as const

export const authRoutes = {
  login: route({
    ...common,
    id: 'auth.login',
    method: 'POST',
    path: '/api/auth/login',
    audit: 'session.opened',
    summary: 'Sign in with e-mail and password',
    permission: 'public',
    body: z.object({ email: z.string().min(3).max(254), password: z.string().min(1).max(1024), totp: z.string().max(20).optional(), ...delivery }),
    response: { status: 200, body: Session },
  }),
  link: route({
    ...common,
    id: 'auth.link',
    method: 'POST',
    path: '/api/auth/link',
    audit: 'session.opened',
    summary: 'Sign in with a one-use link key',
    permission: 'public',
    body: z.object({ key: z.string().min(4).max(100), ...delivery }),
    response: { status: 200, body: Session },
  }),
  refresh: route({
    ...common,
    id: 'auth.refresh',
    method: 'POST',
    path: '/api/auth/refresh',
    audit: { none: 'the session goes on' },
    summary: 'Rotate the refresh token and get a new access token',
    permission: 'public',
    rate: 'session',
    body: z.object({ refreshToken: z.string().max(500).optional(), tenantId: Id.optional(), ...delivery }).default({ tokenDelivery: 'cookie' }),
    response: { status: 200, body: Session },
  }),
  logout: route({
    ...common,
    id: 'auth.logout',
    method: 'POST',
    path: '/api/auth/logout',
    audit: 'session.ended',
    summary: 'End this session',
    permission: 'public',
    rate: 'session',
    body: z.object({ refreshToken: z.string().max(500).optional() }).default({}),
    response: { status: 204, body: null },
  }),
  me: route({
    ...common,
    id: 'auth.me',
    method: 'GET',
    path: '/api/auth/me',
    summary: 'Who is signed in, for which tenant, with which permissions',
    permission: 'signed-in',
    beforeTwoFactor: true,
    rate: 'read',
    body: null,
    response: { status: 200, body: Me },
  }),
  profile: route({
    ...common,
    id: 'auth.profile',
    method: 'PUT',
    path: '/api/auth/profile',
    audit: 'profile.changed',
    summary: 'Change own name and language',
    permission: 'signed-in',
    rate: 'write',
    body: z.object({ name: ShortText.optional(), language: z.enum(['es', 'pt-BR', 'en']).nullable().optional() }),
    response: { status: 200, body: User },
  }),
  changePassword: route({
    ...common,
    id: 'auth.changePassword',
    method: 'POST',
    path: '/api/auth/change-password',
    audit: 'password.changed',
    summary: 'Change own password; all other sessions end',
    permission: 'signed-in',
    body: z.object({ currentPassword: z.string().min(1).max(1024), newPassword: z.string().min(8).max(1024) }),
    response: { status: 204, body: null },
  }),
} as const
