import { z } from 'zod'
import { Id, Instant, ShortText } from '../ids.ts'
import { page, PageQuery } from '../page.ts'
import { route } from '../route.ts'
import { Session } from './auth.ts'

export const Invitation = z
  .object({
    id: Id,
    email: z.string(),
    role: z.string(),
    name: z.string().nullable(),
    invitedBy: z.object({ id: Id, name: z.string() }).nullable(),
    createdAt: Instant,
    expiresAt: Instant,
  })
  .meta({ id: 'Invitation' })
export type Invitation = z.infer<typeof Invitation>

/** The link is told here and never again: only a hash of its key is kept. */
const InvitationWithLink = Invitation.extend({ link: z.url() }).meta({ id: 'InvitationWithLink' })
const Key = z.string().min(20).max(100)

const common = { tenant: 'member', params: null, query: null, body: null, rate: 'write', permission: 'users.manage', idempotency: false } as const
const open = { tenant: 'none', params: null, query: null, rate: 'auth', idempotency: false } as const
const byId = z.object({ id: Id })
const delivery = { tokenDelivery: z.enum(['cookie', 'body']).default('cookie') }

export const invitationRoutes = {
  list: route({
    ...common,
    id: 'invitations.list',
    method: 'GET',
    path: '/api/invitations',
    summary: 'Invitations that wait for an answer, newest first',
    rate: 'read',
    query: PageQuery,
    response: { status: 200, body: page(Invitation) },
  }),
  create: route({
    ...common,
    id: 'invitations.create',
    method: 'POST',
    path: '/api/invitations',
    audit: 'invitation.created',
    summary: 'Invite somebody by a link that works once, for seven days',
    body: z.object({ email: z.string().trim().min(3).max(254), role: z.string().min(1).max(80), name: ShortText.optional() }),
    response: { status: 201, body: InvitationWithLink },
  }),
  renew: route({
    ...common,
    id: 'invitations.renew',
    method: 'POST',
    path: '/api/invitations/:id/renew',
    audit: 'invitation.renewed',
    summary: 'A new link for an invitation; the old one ends',
    params: byId,
    response: { status: 200, body: InvitationWithLink },
  }),
  revoke: route({
    ...common,
    id: 'invitations.revoke',
    idempotency: true,
    method: 'DELETE',
    path: '/api/invitations/:id',
    audit: 'invitation.revoked',
    summary: 'Take an invitation back',
    params: byId,
    response: { status: 204, body: null },
  }),
  byKey: route({
    ...open,
    id: 'invitations.byKey',
    method: 'GET',
    path: '/api/invitations/by-key/:key',
    summary: 'What the holder of an invitation is invited to',
    permission: 'public',
    params: z.object({ key: Key }),
    body: null,
    response: {
      status: 200,
      body: z.object({ tenant: z.string(), email: z.string(), role: z.string(), name: z.string().nullable(), hasAccount: z.boolean(), expiresAt: Instant }),
    },
  }),
  accept: route({
    ...open,
    id: 'invitations.accept',
    method: 'POST',
    path: '/api/invitations/accept',
    audit: 'invitation.accepted',
    summary: 'Accept an invitation as a new person: makes the account and signs in. Who has an account signs in and joins instead',
    permission: 'public',
    body: z.object({ key: Key, name: ShortText, password: z.string().min(8).max(1024), ...delivery }),
    response: { status: 200, body: Session },
  }),
  join: route({
    ...open,
    id: 'invitations.join',
    method: 'POST',
    path: '/api/invitations/join',
    audit: 'invitation.accepted',
    summary: 'Accept an invitation to the address of whoever is signed in',
    permission: 'signed-in',
    body: z.object({ key: Key }),
    response: { status: 200, body: z.object({ tenantId: Id, slug: z.string() }) },
  }),
} as const
