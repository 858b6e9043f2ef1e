import { z } from 'zod'
import { Id, Instant, ShortText } from '../ids.ts'
import { page, PageQuery } from '../page.ts'
import { route } from '../route.ts'

const most = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER).nullable()
const mostOfThese = z.number().int().min(0).max(1_000_000).nullable()
/** How much an organisation may use; null is no limit. Messages are those sent in a calendar month of its time zone. */
export const TenantLimits = z.object({ users: mostOfThese, channels: mostOfThese, messages: most, storageBytes: most }).meta({ id: 'TenantLimits' })
export type TenantLimits = z.infer<typeof TenantLimits>

const count = z.number().int()
export const TenantUsage = z
  .object({ users: count, channels: count, messages: count, storageBytes: count, lastActivityAt: Instant.nullable() })
  .meta({ id: 'TenantUsage' })
export type TenantUsage = z.infer<typeof TenantUsage>

export const HostedTenant = z
  .object({
    id: Id,
    name: z.string(),
    slug: z.string(),
    country: z.string(),
    locale: z.string(),
    isDemo: z.boolean(),
    status: z.enum(['active', 'suspended']),
    createdAt: Instant,
    suspendedAt: Instant.nullable(),
    /** Since when everything that there was by then is outside; of an export that reached its end. */
    exportedAt: Instant.nullable(),
    limits: TenantLimits,
    usage: TenantUsage,
    awaitedOwner: z
      .object({ email: z.string().nullable(), name: z.string().nullable(), expiresAt: Instant.nullable() })
      .nullable()
      .meta({ description: 'Set while nobody administers the organisation: whom the invitation of the host waits for, and until when its link works' }),
  })
  .meta({ id: 'HostedTenant' })
export type HostedTenant = z.infer<typeof HostedTenant>

/** What a suspension stops and what goes on, as stable words that screens put into sentences. */
export const SuspensionEffect = z.enum(['sign_ins_end', 'sending_stops', 'deliveries_kept', 'resumes_where_it_was'])
const Suspension = z.object({ tenant: HostedTenant, effects: z.array(SuspensionEffect) }).meta({ id: 'Suspension' })

export const InstallationHealth = z
  .object({
    version: z.string(),
    databaseVersion: z.string(),
    databaseBytes: count,
    uptimeSeconds: z.number(),
    nodes: count,
    waitingJobs: count,
    oldestJobSeconds: z.number(),
    waitingMessages: count,
    deadLetters: count,
    connectedChannels: count,
    troubledChannels: count,
    tenants: count,
  })
  .meta({ id: 'InstallationHealth' })
export type InstallationHealth = z.infer<typeof InstallationHealth>

/**
 * How the owner gets in, told this once. An account that nobody has used is theirs by `signInKey`. One that is somebody's already becomes a member of
 * nothing by itself: whoever holds it has to accept `invitation`, signed in.
 */
const OwnersWay = z.object({
  ownerEmail: z.string(),
  signInKey: z.string().nullable(),
  invitation: z.object({ link: z.string(), expiresAt: Instant, mailed: z.boolean() }).nullable(),
})
const Owner = z.object({ email: z.email().max(254), name: ShortText })

const host = { permission: 'host', tenant: 'none', idempotency: false } as const
const one = { ...host, params: z.object({ id: Id }), query: null } as const
const reading = { method: 'GET', rate: 'read', body: null } as const

export const hostRoutes = {
  tenants: route({
    ...host,
    ...reading,
    id: 'tenants.list',
    path: '/api/tenants',
    summary: 'All organisations of the installation by name, with what they use',
    params: null,
    query: PageQuery.extend({ q: z.string().trim().max(200).optional(), status: z.enum(['active', 'suspended']).optional() }),
    response: { status: 200, body: page(HostedTenant) },
  }),
  createTenant: route({
    ...host,
    id: 'tenants.create',
    method: 'POST',
    path: '/api/tenants',
    audit: 'tenant.created',
    summary: 'Add an organisation with its owner; a new account gets a single-use sign-in key, an address that has an account an invitation, told once',
    rate: 'write',
    params: null,
    query: null,
    body: z.object({
      name: ShortText,
      slug: z
        .string()
        .max(60)
        .regex(/^[a-z0-9](-?[a-z0-9])*$/)
        .optional(),
      country: z
        .string()
        .regex(/^[A-Z]{2}$/)
        .optional(),
      language: z.enum(['es', 'es-AR', 'es-MX', 'pt-BR', 'en']).optional(),
      owner: Owner,
      limits: TenantLimits.partial().optional(),
    }),
    response: { status: 201, body: OwnersWay.extend({ tenant: HostedTenant }) },
  }),
  appointOwner: route({
    ...one,
    id: 'tenants.appointOwner',
    method: 'POST',
    path: '/api/tenants/:id/owner',
    audit: 'invitation.created',
    summary: 'A new link for the owner whom an organisation waits for, or another owner in their place; older links end',
    rate: 'write',
    body: z.object({ owner: Owner.optional() }).default({}),
    response: { status: 200, body: OwnersWay.extend({ tenant: HostedTenant }) },
  }),
  tenant: route({
    ...one,
    ...reading,
    id: 'tenants.read',
    path: '/api/tenants/:id',
    summary: 'One organisation with limits and usage',
    response: { status: 200, body: HostedTenant },
  }),
  updateTenant: route({
    ...one,
    id: 'tenants.update',
    method: 'PATCH',
    path: '/api/tenants/:id',
    audit: 'tenant.changed',
    summary: 'Rename an organisation or change its limits',
    rate: 'write',
    body: z.object({ name: ShortText.optional(), limits: TenantLimits.partial().optional() }),
    response: { status: 200, body: HostedTenant },
  }),
  suspendTenant: route({
    ...one,
    id: 'tenants.suspend',
    method: 'POST',
    path: '/api/tenants/:id/suspend',
    audit: 'tenant.suspended',
    summary: 'Suspend an organisation: its members are signed out, its channels stop sending and its flows are silent; what arrives is kept for people',
    rate: 'write',
    body: null,
    response: { status: 200, body: Suspension },
  }),
  resumeTenant: route({
    ...one,
    id: 'tenants.resume',
    method: 'POST',
    path: '/api/tenants/:id/resume',
    audit: 'tenant.resumed',
    summary: 'Let a suspended organisation work again; what people wrote leaves in its order, what machines said more than 15 minutes ago does not',
    rate: 'write',
    body: null,
    response: { status: 200, body: HostedTenant },
  }),
  exportTenant: route({
    ...one,
    ...reading,
    id: 'tenants.export',
    path: '/api/tenants/:id/export',
    audit: 'tenant.exported',
    summary: 'Everything an organisation has as one ZIP archive: its rows, its files, its provable trail; without secrets',
    response: { status: 200, body: null },
  }),
  removeTenant: route({
    ...one,
    id: 'tenants.remove',
    method: 'DELETE',
    path: '/api/tenants/:id',
    audit: 'tenant.removed',
    summary:
      'Remove a suspended organisation with all its data, for good; its name is the confirmation, and it was exported since its suspension or is to go without',
    rate: 'write',
    body: z.object({ name: z.string().max(200), withoutExport: z.boolean().default(false) }),
    response: { status: 204, body: null },
  }),
  impersonate: route({
    ...one,
    id: 'tenants.impersonate',
    method: 'POST',
    path: '/api/tenants/:id/impersonate',
    audit: 'impersonation.started',
    summary: 'Work in an organisation as one of its members (without one, as its first owner) for 30 minutes; only to look unless `write` is asked for',
    rate: 'write',
    body: z.object({ reason: z.string().trim().min(1).max(500), userId: Id.optional(), write: z.boolean().default(false) }),
    response: {
      status: 201,
      body: z.object({ id: Id, accessToken: z.string(), expiresIn: count, userId: Id, expiresAt: Instant, write: z.boolean() }),
    },
  }),
  endImpersonation: route({
    id: 'impersonation.end',
    method: 'POST',
    path: '/api/impersonation/end',
    audit: 'impersonation.ended',
    summary: 'Stop working as somebody else, at once',
    permission: 'signed-in',
    tenant: 'none',
    rate: 'write',
    idempotency: false,
    params: null,
    query: null,
    body: null,
    response: { status: 204, body: null },
  }),
  installation: route({
    ...host,
    ...reading,
    id: 'host.installation',
    path: '/api/host/installation',
    summary: 'The state of the installation: version, nodes, queues, database',
    params: null,
    query: null,
    response: { status: 200, body: InstallationHealth },
  }),
  usage: route({
    ...reading,
    id: 'tenant.usage',
    path: '/api/business/usage',
    summary: 'What this organisation uses and may use',
    permission: 'tenant.read',
    tenant: 'member',
    idempotency: false,
    params: null,
    query: null,
    response: { status: 200, body: z.object({ limits: TenantLimits, usage: TenantUsage }) },
  }),
} as const
