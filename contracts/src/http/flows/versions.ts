import { z } from 'zod'
import { FlowDefinition, FlowNode } from '../../flow.ts'
import { GivenInstant, Id, Instant } from '../../ids.ts'
import { page, PageQuery } from '../../page.ts'
import { route } from '../../route.ts'
import { common, WhichVersion } from './common.ts'

/** What people who are inside do when a version is published: `stay` on theirs to the end, or `move` to it at their next question that it still has. */
export const PeopleInside = z.enum(['stay', 'move'])
export type PeopleInside = z.infer<typeof PeopleInside>

const Note = z.string().trim().max(500)
/** `override`: why it is published although tests of it fail; stands in the trail. */
export const PublishBody = z.object({
  note: Note.optional(),
  people: PeopleInside.default('stay'),
  override: z.string().trim().min(1).max(500).optional(),
})
export type PublishBody = z.infer<typeof PublishBody>

/** `people`: conversations that are inside this version now, as far as they are within reach. */
export const FlowVersion = z
  .object({
    id: Id,
    number: z.number().int(),
    note: z.string().nullable(),
    definition: FlowDefinition,
    publishedAt: Instant,
    publishedBy: z.object({ id: Id, name: z.string().nullable() }).nullable(),
    peopleInside: PeopleInside,
    override: z.string().nullable(),
    people: z.number().int(),
  })
  .meta({ id: 'FlowVersion' })
export type FlowVersion = z.infer<typeof FlowVersion>

/** `draft` is frozen when it is planned. `problem` says why it could not be published when its time had come. */
export const PlannedPublish = z
  .object({
    id: Id,
    at: Instant,
    state: z.enum(['waiting', 'failed']),
    problem: z.object({ code: z.string(), errors: z.array(z.object({ path: z.string(), code: z.string(), message: z.string() })) }).nullable(),
    note: z.string().nullable(),
    peopleInside: PeopleInside,
    madeBy: z.object({ id: Id, name: z.string().nullable() }),
  })
  .meta({ id: 'PlannedPublish' })
export type PlannedPublish = z.infer<typeof PlannedPublish>

const Side = z.union([z.literal('draft'), WhichVersion])
/** One field of a step or setting; `path` as `options.0.label`. What was not there before, or is not any more, is left out. */
export const FieldChange = z.object({ path: z.string(), before: z.unknown().optional(), after: z.unknown().optional() }).meta({ id: 'FlowFieldChange' })
const StepOf = z.object({ id: z.string(), step: FlowNode })
export const FlowDiff = z
  .object({
    added: z.array(StepOf),
    removed: z.array(StepOf),
    changed: z.array(z.object({ id: z.string(), type: z.string(), moved: z.boolean(), fields: z.array(FieldChange) })),
    settings: z.array(FieldChange),
  })
  .meta({ id: 'FlowDiff' })
export type FlowDiff = z.infer<typeof FlowDiff>

export const versionRoutes = {
  publish: route({
    ...common,
    id: 'flows.publish',
    method: 'POST',
    path: '/api/flows/:id/publish',
    audit: 'flow.published',
    summary:
      'Freeze the draft as the next version; refused while it has errors (422 `flow.has_errors`: `errors` name each step as `definition.nodes.<id>`, with a code) or a test of it fails',
    permission: 'flows.manage',
    rate: 'write',
    idempotency: true,
    body: PublishBody.prefault({}),
    response: { status: 201, body: FlowVersion },
  }),
  plan: route({
    ...common,
    id: 'flows.plan',
    method: 'PUT',
    path: '/api/flows/:id/planned',
    audit: 'flow.publish_planned',
    summary: 'Publish the draft as it is now at a later instant; everything is checked again then',
    permission: 'flows.manage',
    rate: 'write',
    idempotency: true,
    body: PublishBody.extend({ at: GivenInstant }),
    response: { status: 200, body: PlannedPublish },
  }),
  unplan: route({
    ...common,
    id: 'flows.unplan',
    method: 'DELETE',
    path: '/api/flows/:id/planned',
    audit: 'flow.publish_unplanned',
    summary: 'Publish nothing later, or put aside that it could not be published',
    permission: 'flows.manage',
    rate: 'write',
    idempotency: true,
    response: { status: 204, body: null },
  }),
  versions: route({
    ...common,
    id: 'flows.versions',
    method: 'GET',
    path: '/api/flows/:id/versions',
    summary: 'Published versions, newest first, with who is inside each',
    permission: 'flows.read',
    rate: 'read',
    query: PageQuery,
    response: { status: 200, body: page(FlowVersion) },
  }),
  version: route({
    ...common,
    id: 'flows.version',
    method: 'GET',
    path: '/api/flows/:id/versions/:version',
    summary: 'One published version by its number or id',
    permission: 'flows.read',
    rate: 'read',
    params: common.params.extend({ version: WhichVersion }),
    response: { status: 200, body: FlowVersion },
  }),
  diff: route({
    ...common,
    id: 'flows.diff',
    method: 'GET',
    path: '/api/flows/:id/diff',
    summary: 'What differs between two versions, or one and the draft (default: from what is published to the draft)',
    permission: 'flows.read',
    rate: 'read',
    query: z.object({ from: Side.optional(), to: Side.default('draft') }),
    response: { status: 200, body: FlowDiff },
  }),
} as const
