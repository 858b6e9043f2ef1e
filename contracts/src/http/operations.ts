import { z } from 'zod'
import { StoredEvent } from '../event.ts'
import { Id, Instant } from '../ids.ts'
import { page, PageQuery } from '../page.ts'
import { route } from '../route.ts'

export const OutboxState = z.enum(['pending', 'processing', 'sent', 'failed', 'uncertain', 'cancelled', 'scheduled', 'retry'])
export type OutboxState = z.infer<typeof OutboxState>
export const OutboxEntry = z
  .object({
    id: Id,
    channelId: Id,
    conversationId: Id.nullable(),
    state: OutboxState,
    recipient: z.string(),
    /** What the person is called whom it is for, where they are known. */
    person: z.string().nullable(),
    /** Their number, where it is for one. */
    phone: z.string().nullable(),
    type: z.string(),
    attempts: z.number().int(),
    notBefore: Instant,
    providerMessageId: z.string().nullable(),
    error: z.record(z.string(), z.unknown()).nullable(),
    createdAt: Instant,
    updatedAt: Instant,
  })
  .meta({ id: 'OutboxEntry' })
export type OutboxEntry = z.infer<typeof OutboxEntry>
export const DeadLetter = z
  .object({ id: Id, queue: z.string(), key: z.string(), error: z.string(), attempts: z.number().int(), failedAt: Instant, payload: z.unknown() })
  .meta({ id: 'DeadLetter' })
const one = z.object({ id: Id })
const common = { tenant: 'member', query: null, body: null, params: one, idempotency: false } as const

export const operationRoutes = {
  queue: route({
    ...common,
    id: 'queue.list',
    method: 'GET',
    path: '/api/queue',
    summary: 'Outbound messages by state, the newest first. Of one channel a page may come back with few, or none, and a way on',
    permission: 'outbox.read',
    rate: 'read',
    params: null,
    query: PageQuery.extend({ state: OutboxState.optional(), status: OutboxState.optional(), channelId: Id.optional() }),
    response: { status: 200, body: page(OutboxEntry) },
  }),
  queueCounts: route({
    ...common,
    id: 'queue.counts',
    method: 'GET',
    path: '/api/queue/stats',
    summary: 'How many outbound messages are in each state',
    permission: 'outbox.read',
    rate: 'read',
    params: null,
    response: { status: 200, body: z.object({ states: z.partialRecord(OutboxState, z.number().int()) }) },
  }),
  queueRead: route({
    ...common,
    id: 'queue.read',
    method: 'GET',
    path: '/api/queue/:id',
    summary: 'One outbound message',
    permission: 'outbox.read',
    rate: 'read',
    response: { status: 200, body: OutboxEntry },
  }),
  queueRetry: route({
    ...common,
    id: 'queue.retry',
    method: 'POST',
    path: '/api/queue/:id/retry',
    audit: 'outbox.retried',
    summary: 'Send a failed, cancelled or uncertain message again',
    permission: 'outbox.manage',
    rate: 'write',
    idempotency: true,
    response: { status: 200, body: OutboxEntry },
  }),
  queueCancel: route({
    ...common,
    id: 'queue.cancel',
    method: 'POST',
    path: '/api/queue/:id/cancel',
    audit: 'outbox.cancelled',
    summary: 'Do not send a pending message',
    permission: 'outbox.manage',
    rate: 'write',
    idempotency: true,
    response: { status: 200, body: OutboxEntry },
  }),
  deadLetters: route({
    ...common,
    id: 'deadLetters.list',
    method: 'GET',
    path: '/api/dead-letters',
    summary: 'Work that failed for good',
    permission: 'deadLetters.read',
    rate: 'read',
    params: null,
    query: PageQuery,
    response: { status: 200, body: page(DeadLetter) },
  }),
  deadLetterReplay: route({
    ...common,
    id: 'deadLetters.replay',
    method: 'POST',
    path: '/api/dead-letters/:id/replay',
    audit: 'dead_letter.replayed',
    summary: 'Put dead work back into its lane',
    permission: 'deadLetters.manage',
    rate: 'write',
    idempotency: true,
    response: { status: 202, body: z.object({ replayed: z.number().int() }) },
  }),
  events: route({
    ...common,
    id: 'events.list',
    method: 'GET',
    path: '/api/events',
    summary: "The tenant's event log in order; `after` is the last number seen, `cursor` the same as a page's `nextCursor`",
    permission: 'events.read',
    rate: 'read',
    params: null,
    query: z.object({
      after: z.coerce.number().int().min(0).default(0),
      cursor: PageQuery.shape.cursor,
      limit: z.coerce.number().int().min(1).max(1000).default(200),
    }),
    response: { status: 200, body: z.object({ items: z.array(StoredEvent), nextCursor: z.string().nullable(), lastSeq: z.number().int() }) },
  }),
} as const
