import { z } from 'zod'
import { GivenInstant, Instant } from '../ids.ts'
import { page, PageQuery } from '../page.ts'
import { route } from '../route.ts'

export const AuditActor = z.object({
  kind: z.enum(['user', 'key', 'flow', 'assistant', 'host', 'system']),
  id: z.string().nullable(),
  name: z.string().nullable(),
  onBehalfOf: z.string().nullable(),
})
export const AuditRecord = z
  .object({
    seq: z.number().int(),
    at: Instant,
    actor: AuditActor,
    action: z.string(),
    subject: z.object({ kind: z.string(), id: z.string().nullable() }).nullable(),
    before: z.record(z.string(), z.unknown()).nullable(),
    after: z.record(z.string(), z.unknown()).nullable(),
    address: z.string().nullable(),
    agent: z.string().nullable(),
    requestId: z.string().nullable(),
    result: z.enum(['done', 'refused']),
    previousHash: z.string().meta({ description: 'SHA-256 in hex; empty for the first record' }),
    hash: z.string().meta({ description: 'SHA-256 in hex over the hash before and the canonical form of this record' }),
  })
  .meta({ id: 'AuditRecord' })
export type AuditRecord = z.infer<typeof AuditRecord>

export const AuditFilter = z.object({
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
    chainedAt: Instant.nullable(),
    checkedAt: Instant,
    break: z
      .object({ seq: z.number().int(), why: z.enum(['changed', 'missing', 'unlinked', 'beyond']) })
      .nullable()
      .meta({ description: 'The first record that is not as it was written' }),
  })
  .meta({ id: 'AuditVerdict' })
export type AuditVerdict = z.infer<typeof AuditVerdict>

export const Suspicion = z
  .object({
    kind: z.enum(['failed_sign_ins', 'new_device', 'mass_export', 'mass_removal', 'night']),
    actor: z.object({ id: z.string().nullable(), name: z.string().nullable() }),
    address: z.string().nullable(),
    count: z.number().int(),
    first: Instant,
    last: Instant,
    records: z.array(z.number().int()).meta({ description: 'Sequence numbers of the records behind it, newest first, at most 50' }),
  })
  .meta({ id: 'AuditSuspicion' })
export type Suspicion = z.infer<typeof Suspicion>

const common = { tenant: 'member', permission: 'audit.read', rate: 'read', idempotency: false, params: null, query: null, body: null } as const

export const auditRoutes = {
  list: route({
    ...common,
    id: 'audit.list',
    method: 'GET',
    path: '/api/audit',
    summary: 'The trail of the tenant, newest first',
    query: PageQuery.extend(AuditFilter.shape),
    response: { status: 200, body: page(AuditRecord) },
  }),
  verify: route({
    ...common,
    id: 'audit.verify',
    method: 'GET',
    path: '/api/audit/verify',
    summary: 'Recompute the chain and name the first record that is not as it was written',
    response: { status: 200, body: AuditVerdict },
  }),
  suspicious: route({
    ...common,
    id: 'audit.suspicious',
    method: 'GET',
    path: '/api/audit/suspicious',
    summary: 'What somebody should look at, with the records behind it',
    query: z.object({ days: z.coerce.number().int().min(1).max(90).default(7) }),
    response: { status: 200, body: z.object({ items: z.array(Suspicion) }) },
  }),
  export: route({
    ...common,
    id: 'audit.export',
    method: 'GET',
    path: '/api/audit/export',
    summary: 'Download the trail as CSV or JSON, newest first, at most 100 000 records; the download leaves a record itself',
    permission: 'audit.export',
    tenant: 'none',
    audit: 'audit.exported',
    query: AuditFilter.extend({ format: z.enum(['csv', 'json']).default('csv') }),
    response: { status: 200, body: null },
  }),
  read: route({
    ...common,
    id: 'audit.read',
    method: 'GET',
    path: '/api/audit/:seq',
    summary: 'One record',
    params: z.object({ seq: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER) }),
    response: { status: 200, body: AuditRecord },
  }),
} as const
