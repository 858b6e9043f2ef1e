import { z } from 'zod'
import { GivenInstant, Instant } from '../ids.ts'
import { page, PageQuery } from '../page.ts'
import { route } from '../route.ts'

export const AuditActor = z.object({
  kind: z.enum(['user', 'key', 'flow', 'assistant', 'host', 'system']),
  id: z.string().nullable(),
  name: z.string().nullable(),
  onBehalfOf: z
    .object({ id: z.string(), name: z.string().nullable() })
    .nullable()
    .meta({ description: 'Set when somebody of the host works as a member: the actor is who it is, this is as whom' }),
})
export const AuditRecord = z
  .object({
    seq: z.number().int(),
    at: Instant,
    actor: AuditActor,
    action: z.string(),
    subject: z.object({ kind: z.string(), id: z.string().nullable(), name: z.string().nullable().meta({ description: 'As people knew it then' }) }).nullable(),
    before: z.record(z.string(), z.unknown()).nullable(),
    after: z.record(z.string(), z.unknown()).nullable(),
    address: z.string().nullable(),
    country: z.string().nullable().meta({ description: 'Two letters, where a proxy tells them' }),
    agent: z.string().nullable(),
    requestId: z.string().nullable(),
    result: z.enum(['done', 'refused']),
    previousHash: z.string().meta({ description: 'SHA-256 in hex; empty for the first record' }),
    hash: z.string().meta({ description: 'SHA-256 in hex over the hash before and the canonical form of this record' }),
  })
  .meta({ id: 'AuditRecord' })
export type AuditRecord = z.infer<typeof AuditRecord>

export const AuditFilter = z.object({
  seq: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER).optional().meta({ description: 'One record by its number' }),
  actorId: z.string().max(200).optional(),
  action: z.string().max(100).optional().meta({ description: 'A code, or the part before its dot' }),
  subjectKind: z.string().max(100).optional(),
  subjectId: z.string().max(200).optional(),
  from: GivenInstant.optional(),
  to: GivenInstant.optional(),
  result: z.enum(['done', 'refused']).optional(),
  q: z.string().trim().max(200).optional(),
})
export type AuditFilter = z.infer<typeof AuditFilter>

export const AuditVerdict = z
  .object({
    whole: z.boolean(),
    records: z.number().int().meta({ description: 'How many were checked' }),
    lastSeq: z.number().int(),
    firstSeq: z.number().int().meta({ description: 'The oldest record that is kept; what was before it retention removed, with an anchor in its place' }),
    chainedAt: Instant.nullable(),
    checkedAt: Instant,
    break: z
      .object({ seq: z.number().int(), why: z.enum(['changed', 'missing', 'unlinked', 'beyond', 'inserted']) })
      .nullable()
      .meta({ description: 'The first record that is not as it was written' }),
  })
  .meta({ id: 'AuditVerdict' })
export type AuditVerdict = z.infer<typeof AuditVerdict>

export const Suspicion = z
  .object({
    kind: z.enum(['failed_sign_ins', 'new_country', 'new_network', 'new_device', 'mass_export', 'mass_removal', 'night']),
    actor: z.object({ id: z.string().nullable(), name: z.string().nullable() }),
    address: z.string().nullable(),
    count: z.number().int(),
    first: Instant,
    last: Instant,
    records: z.array(z.number().int()).meta({ description: 'Sequence numbers of the records behind it, newest first, at most 50' }),
  })
  .meta({ id: 'AuditSuspicion' })
export type Suspicion = z.infer<typeof Suspicion>

/** Nobody makes fresh traces go by keeping them shorter than this many days. */
export const leastRetentionDays = 30
export const AuditSettings = z
  .object({
    retentionDays: z.number().int().nullable().meta({ description: 'How long records are kept; null = for ever' }),
    ownRetentionDays: z.number().int().nullable().meta({ description: 'What the organisation has chosen; null = as long as the installation keeps them' }),
    mostRetentionDays: z.number().int().nullable().meta({ description: 'How long the installation keeps records at most; null = for ever' }),
  })
  .meta({ id: 'AuditSettings' })
export type AuditSettings = z.infer<typeof AuditSettings>

const own = { tenant: 'member', permission: 'audit.read', rate: 'read', idempotency: false, params: null, query: null, body: null } as const
const hosts = { ...own, tenant: 'none', permission: 'host' } as const
const listing = { method: 'GET', query: PageQuery.extend(AuditFilter.shape), response: { status: 200, body: page(AuditRecord) } } as const
const checking = { method: 'GET', response: { status: 200, body: AuditVerdict } } as const
const suspecting = {
  method: 'GET',
  query: z.object({ days: z.coerce.number().int().min(1).max(90).default(7) }),
  response: { status: 200, body: z.object({ items: z.array(Suspicion) }) },
} as const
const exporting = {
  method: 'GET',
  tenant: 'none',
  audit: 'audit.exported',
  query: AuditFilter.extend({ format: z.enum(['csv', 'json']).default('csv') }),
  response: { status: 200, body: null },
} as const
/** The trail of the caller's organisation. */
export const auditRoutes = {
  list: route({ ...own, ...listing, id: 'audit.list', path: '/api/audit', summary: 'The trail of the tenant, newest first' }),
  verify: route({
    ...own,
    ...checking,
    id: 'audit.verify',
    path: '/api/audit/verify',
    summary: 'Recompute the chain and name the first record that is not as it was written',
  }),
  suspicious: route({
    ...own,
    ...suspecting,
    id: 'audit.suspicious',
    path: '/api/audit/suspicious',
    summary: 'What somebody should look at, with the records behind it',
  }),
  settings: route({
    ...own,
    id: 'audit.settings',
    method: 'GET',
    path: '/api/audit/settings',
    summary: 'How long records are kept',
    response: { status: 200, body: AuditSettings },
  }),
  changeSettings: route({
    ...own,
    id: 'audit.changeSettings',
    method: 'PUT',
    path: '/api/audit/settings',
    audit: 'audit.changed',
    summary: 'Keep records for so many days, at most as long as the installation does; null = as long as that',
    permission: 'tenant.manage',
    rate: 'write',
    idempotency: true,
    body: z.object({ retentionDays: z.number().int().min(leastRetentionDays).max(36_500).nullable() }),
    response: { status: 200, body: AuditSettings },
  }),
  export: route({
    ...own,
    ...exporting,
    id: 'audit.export',
    path: '/api/audit/export',
    summary: 'Download the trail as CSV or JSON, newest first, up to the moment of the call; the download leaves a record itself',
    permission: 'audit.export',
  }),
} as const

/** The trail of the installation: what the host does, and what belongs to no organisation (sign-ins of unknown accounts). */
export const hostAuditRoutes = {
  list: route({ ...hosts, ...listing, id: 'hostAudit.list', path: '/api/host/audit', summary: 'The trail of the installation, newest first' }),
  verify: route({ ...hosts, ...checking, id: 'hostAudit.verify', path: '/api/host/audit/verify', summary: 'Recompute the chain of the installation' }),
  suspicious: route({
    ...hosts,
    ...suspecting,
    id: 'hostAudit.suspicious',
    path: '/api/host/audit/suspicious',
    summary: 'What somebody should look at in the trail of the installation',
  }),
  export: route({ ...hosts, ...exporting, id: 'hostAudit.export', path: '/api/host/audit/export', summary: 'Download the trail of the installation' }),
} as const
