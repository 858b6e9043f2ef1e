import { z } from 'zod'
import { FlowDefinition, FlowNode, NodeId } from '../../flow.ts'
import { Id, Instant, ShortText } from '../../ids.ts'
import { page, PageQuery } from '../../page.ts'
import { patchOf } from '../../patch.ts'
import { route } from '../../route.ts'
import { common, WhichVersion } from './common.ts'
import { PlannedPublish } from './versions.ts'

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
/** `revision` counts the changes of the draft; `planned` is the publish that waits, or the last one that could not be done. */
export const Flow = z
  .object({
    id: Id,
    name: z.string(),
    definition: FlowDefinition,
    revision: z.number().int(),
    draftOf: z.number().int(),
    published: z.object({ versionId: Id, number: z.number().int(), at: Instant, note: z.string().nullable() }).nullable(),
    planned: PlannedPublish.nullable(),
    problems: z.array(FlowProblem),
    createdAt: Instant,
    updatedAt: Instant,
  })
  .meta({ id: 'Flow' })
export type Flow = z.infer<typeof Flow>

/** A flow as a list tells it: what is wrong with its draft in numbers, and how many steps that has. */
export const ListedFlow = Flow.omit({ definition: true, problems: true })
  .extend({ steps: z.number().int(), problems: z.object({ errors: z.number().int(), warnings: z.number().int() }) })
  .meta({ id: 'ListedFlow' })
export type ListedFlow = z.infer<typeof ListedFlow>

const settings = patchOf(FlowDefinition.omit({ schema: true, nodes: true }))
/**
 * What changes a draft. `revision` is the one that the changes were made on: what others changed since is kept, and where they changed the same step or
 * setting to something else, nothing is done (409 `flow.step_changed`, each of them named). Without it the last writer wins.
 * `steps` holds whole steps (null removes one), `settings` what stands outside of steps, `positions` only moves steps on the canvas and never collides.
 */
export const FlowChange = z
  .object({
    name: ShortText.optional(),
    revision: z.number().int().min(1).optional(),
    definition: FlowDefinition.optional(),
    steps: z
      .record(NodeId, FlowNode.nullable())
      .refine((steps) => Object.keys(steps).length <= 1000, 'At most 1000 steps.')
      .optional(),
    settings: settings.optional(),
    positions: z.record(NodeId, z.object({ x: z.number(), y: z.number() })).optional(),
  })
  .refine(({ definition, steps, settings, positions }) => !(definition && (steps ?? settings ?? positions)), {
    path: ['definition'],
    message: 'Either the whole definition or parts of it.',
  })
export type FlowChange = z.infer<typeof FlowChange>

export const draftRoutes = {
  list: route({
    ...common,
    id: 'flows.list',
    method: 'GET',
    path: '/api/flows',
    summary: 'Flows of this tenant, without their drafts: what is wrong with those in numbers',
    permission: 'flows.read',
    rate: 'read',
    params: null,
    query: PageQuery,
    response: { status: 200, body: page(ListedFlow) },
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
    summary: 'Change name or draft, merged with what others changed meanwhile',
    permission: 'flows.manage',
    rate: 'write',
    idempotency: true,
    body: FlowChange,
    response: { status: 200, body: Flow },
  }),
  restore: route({
    ...common,
    id: 'flows.restore',
    method: 'POST',
    path: '/api/flows/:id/versions/:version/restore',
    audit: 'flow.restored',
    summary: 'Make a version the draft again; with `revision` only while nobody changed the draft since',
    permission: 'flows.manage',
    rate: 'write',
    idempotency: true,
    params: common.params.extend({ version: WhichVersion }),
    body: z.object({ revision: z.number().int().min(1).optional() }).default({}),
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
} as const
