import { z } from 'zod'
import { GivenInstant, Id, Instant } from '../../ids.ts'
import { page, PageQuery } from '../../page.ts'
import { route } from '../../route.ts'
import { NodeId } from '../../flow.ts'
import { common } from './common.ts'

/**
 * `timed_out`: the customer fell silent; `stopped`: they stopped it, or a person took over; `transferred`: the flow handed over to a person; `unreachable`: messages
 * did not reach the customer any more when it had something to say.
 */
export const FlowRunState = z.enum(['active', 'finished', 'transferred', 'closed', 'timed_out', 'stopped', 'unreachable', 'failed'])
export type FlowRunState = z.infer<typeof FlowRunState>

/** As what somebody was lost at a step: everything else is an end as the flow was drawn. */
export const LostAs = z.enum(['silent', 'stopped', 'unreachable', 'asked_person', 'not_understood', 'broke'])
export type LostAs = z.infer<typeof LostAs>

/** `step`: where the run stands or ended; `version`: which one it is inside. */
export const FlowRun = z
  .object({
    id: Id,
    flowId: Id,
    conversationId: Id,
    contact: z.object({ id: Id, name: z.string() }).nullable(),
    version: z.number().int(),
    state: FlowRunState,
    step: z.string().nullable(),
    startedAt: Instant,
    updatedAt: Instant,
    endedAt: Instant.nullable(),
  })
  .meta({ id: 'FlowRun' })
export type FlowRun = z.infer<typeof FlowRun>

const Kept = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))
/**
 * One thing that happened, in `flowId` (another flow where the run had gone into one): `start` and `went_on` came to the step, `ended` left it for good; the others happened while the run stood there. `way` is the way
 * out of `fromStep` that was taken, after `waitedMs`. `answer` is cut; `set` is what was kept by it (null: removed).
 */
export const FlowRunEntry = z
  .object({
    at: Instant,
    flowId: Id,
    version: z.number().int(),
    step: z.string().nullable(),
    cause: z.enum(['start', 'went_on', 'answered', 'invalid', 'timeout', 'word', 'error', 'returned', 'ended']),
    outcome: z.string().nullable(),
    fromStep: z.string().nullable(),
    waitedMs: z.number().nullable(),
    way: z.string().nullable(),
    lostAs: LostAs.nullable(),
    answer: z.string().nullable(),
    set: Kept.nullable(),
  })
  .meta({ id: 'FlowRunEntry' })
export type FlowRunEntry = z.infer<typeof FlowRunEntry>

/** The newest thousand entries, oldest first; `more`: there are earlier ones. */
export const FlowRunCourse = FlowRun.extend({ variables: Kept, path: z.array(FlowRunEntry), more: z.boolean() }).meta({ id: 'FlowRunCourse' })
export type FlowRunCourse = z.infer<typeof FlowRunCourse>

export const FlowRunQuery = PageQuery.extend({
  state: FlowRunState.optional(),
  step: NodeId.optional(),
  version: z.coerce.number().int().min(1).max(2_000_000_000).optional(),
  contactId: Id.optional(),
  text: z.string().trim().min(1).max(100).optional(),
  since: GivenInstant.optional(),
})
export type FlowRunQuery = z.infer<typeof FlowRunQuery>

export const runRoutes = {
  runs: route({
    ...common,
    id: 'flows.runs',
    method: 'GET',
    path: '/api/flows/:id/runs',
    summary: 'Runs of a flow within reach, newest first; a page with few or none and a cursor has not looked at all of them yet',
    permission: 'flows.read',
    rate: 'read',
    query: FlowRunQuery,
    response: { status: 200, body: page(FlowRun) },
  }),
  run: route({
    ...common,
    id: 'flowRuns.read',
    method: 'GET',
    path: '/api/flow-runs/:id',
    summary: 'One run with its path: steps, answers, what was kept',
    permission: 'flows.read',
    rate: 'read',
    response: { status: 200, body: FlowRunCourse },
  }),
  retry: route({
    ...common,
    id: 'flowRuns.retry',
    method: 'POST',
    path: '/api/flow-runs/:id/retry',
    audit: 'flow.run_retried',
    summary: 'Begin anew at a step of its path, in the open conversation, with what was known when the run last came there',
    permission: 'flows.manage',
    rate: 'write',
    idempotency: true,
    body: z.object({ step: NodeId, version: z.number().int().min(1).max(2_000_000_000).optional() }),
    response: { status: 201, body: FlowRun },
  }),
} as const
