import { z } from 'zod'
import { FlowDefinition } from '../flow.ts'
import { Id, Instant, ShortText } from '../ids.ts'
import { page, PageQuery } from '../page.ts'
import { route } from '../route.ts'

export const FlowProblem = z
  .object({
    severity: z.enum(['error', 'warning']),
    code: z.string(),
    nodeId: z.string().nullable(),
    /** In English, for programs; people read the words of the code in their language. */
    message: z.string(),
    /** Where in the step, as `options.2.label`. */
    field: z.string().optional(),
    /** What is put into the words of the code. */
    values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  })
  .meta({ id: 'FlowProblem' })
export type FlowProblem = z.infer<typeof FlowProblem>
export const Flow = z
  .object({
    id: Id,
    name: z.string(),
    definition: FlowDefinition,
    draftOf: z.number().int(),
    published: z.object({ versionId: Id, number: z.number().int(), at: Instant, note: z.string().nullable() }).nullable(),
    problems: z.array(FlowProblem),
    createdAt: Instant,
    updatedAt: Instant,
  })
  .meta({ id: 'Flow' })
export type Flow = z.infer<typeof Flow>
export const FlowVersion = z
  .object({ id: Id, number: z.number().int(), note: z.string().nullable(), definition: FlowDefinition, publishedAt: Instant })
  .meta({ id: 'FlowVersion' })

const one = z.object({ id: Id })
const common = { tenant: 'member', query: null, body: null, params: one, idempotency: false } as const

export const flowRoutes = {
  list: route({
    ...common,
    id: 'flows.list',
    method: 'GET',
    path: '/api/flows',
    summary: 'Flows of this tenant',
    permission: 'flows.read',
    rate: 'read',
    params: null,
    query: PageQuery,
    response: { status: 200, body: page(Flow) },
  }),
  create: route({
    ...common,
    id: 'flows.create',
    method: 'POST',
    path: '/api/flows',
    audit: 'flow.created',
    summary: 'New flow with a first draft',
    permission: 'flows.manage',
    rate: 'write',
    idempotency: true,
    params: null,
    body: z.object({ name: ShortText, definition: FlowDefinition }),
    response: { status: 201, body: Flow },
  }),
  read: route({
    ...common,
    id: 'flows.read',
    method: 'GET',
    path: '/api/flows/:id',
    summary: 'The draft, what is published and what is wrong with the draft',
    permission: 'flows.read',
    rate: 'read',
    response: { status: 200, body: Flow },
  }),
  update: route({
    ...common,
    id: 'flows.update',
    method: 'PATCH',
    path: '/api/flows/:id',
    audit: 'flow.changed',
    summary: 'Change name or draft',
    permission: 'flows.manage',
    rate: 'write',
    idempotency: true,
    body: z.object({ name: ShortText.optional(), definition: FlowDefinition.optional() }),
    response: { status: 200, body: Flow },
  }),
  remove: route({
    ...common,
    id: 'flows.delete',
    method: 'DELETE',
    path: '/api/flows/:id',
    audit: 'flow.removed',
    summary: 'Remove a flow that no channel uses',
    permission: 'flows.manage',
    rate: 'write',
    idempotency: true,
    response: { status: 204, body: null },
  }),
  publish: route({
    ...common,
    id: 'flows.publish',
    method: 'POST',
    path: '/api/flows/:id/publish',
    audit: 'flow.published',
    summary: 'Freeze the draft as the next version; runs under way stay on theirs',
    permission: 'flows.manage',
    rate: 'write',
    idempotency: true,
    body: z.object({ note: z.string().trim().max(500).optional() }).default({}),
    response: { status: 201, body: FlowVersion },
  }),
  versions: route({
    ...common,
    id: 'flows.versions',
    method: 'GET',
    path: '/api/flows/:id/versions',
    summary: 'Published versions, newest first',
    permission: 'flows.read',
    rate: 'read',
    query: PageQuery,
    response: { status: 200, body: page(FlowVersion) },
  }),
} as const
