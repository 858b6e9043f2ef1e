import { z } from 'zod'
import { GivenInstant, Id } from '../ids.ts'
import { Job, type JobAct, JobItem, JobItemState } from '../job.ts'
import { page, PageQuery } from '../page.ts'
import type { Permission } from '../permission.ts'
import { route } from '../route.ts'
import { ConversationListQuery, conversationRoutes } from './conversations.ts'

const one = z.object({ id: Id })
const common = { tenant: 'member', params: null, query: null, body: null, rate: 'write', idempotency: true } as const
const started = { audit: 'job.started', response: { status: 202, body: Job } } as const

/** What narrows a list of conversations, whatever its order and its pages. */
export const ConversationFilter = ConversationListQuery.omit({ limit: true, cursor: true, sort: true })
export type ConversationFilter = z.infer<typeof ConversationFilter>
/** These conversations, or all that a list with this filter holds now: exactly one of the two. */
const selection = { ids: z.array(Id).min(1).max(1000).optional(), matching: ConversationFilter.optional() }
export type Selection = { ids?: string[] | undefined; matching?: ConversationFilter | undefined }
const oneOfTwo = <Shape extends z.ZodObject>(shape: Shape) =>
  shape.refine((body: Selection) => (body.ids === undefined) !== (body.matching === undefined), { path: ['ids'], message: 'Exactly one of ids, matching' })
const TagNames = z.array(z.string().trim().min(1).max(60)).max(20).default([])

/** Each act with many conversations needs what it needs with one. */
export const bulkRoutes = {
  matching: route({
    ...common,
    id: 'conversations.matching',
    method: 'GET',
    path: '/api/conversations/matching',
    summary: 'How many conversations a list with this filter holds; `isMore`: more than one job takes',
    permission: 'conversations.read',
    rate: 'read',
    idempotency: false,
    query: ConversationFilter,
    response: { status: 200, body: z.object({ count: z.number().int(), isMore: z.boolean() }) },
  }),
  assign: route({
    ...common,
    ...started,
    id: 'jobs.assign',
    method: 'POST',
    path: '/api/conversations/bulk/assign',
    summary: 'Assign many conversations to a member, or to nobody',
    permission: conversationRoutes.assign.permission,
    body: oneOfTwo(z.object({ ...selection, userId: Id.nullable() })),
  }),
  tag: route({
    ...common,
    ...started,
    id: 'jobs.tag',
    method: 'POST',
    path: '/api/conversations/bulk/tags',
    summary: 'Add tags to many conversations and take others off, by name; unknown ones are made',
    permission: conversationRoutes.tags.permission,
    body: oneOfTwo(z.object({ ...selection, add: TagNames, remove: TagNames })).refine(({ add, remove }) => add.length + remove.length > 0, {
      path: ['add'],
      message: 'Nothing to add or to remove',
    }),
  }),
  close: route({
    ...common,
    ...started,
    id: 'jobs.close',
    method: 'POST',
    path: '/api/conversations/bulk/close',
    summary: 'Close many conversations with a reason; customers are asked how it was as `survey` says; without it, as the settings say',
    permission: conversationRoutes.close.permission,
    body: oneOfTwo(
      z.object({
        ...selection,
        reason: z.string().trim().max(200).optional(),
        reasonId: Id.optional(),
        note: z.string().trim().max(2000).optional(),
        survey: z.boolean().optional(),
      }),
    ),
  }),
  snooze: route({
    ...common,
    ...started,
    id: 'jobs.snooze',
    method: 'POST',
    path: '/api/conversations/bulk/snooze',
    summary: 'Put many conversations aside until an instant or the next reply; null wakes them',
    permission: conversationRoutes.snooze.permission,
    body: oneOfTwo(z.object({ ...selection, until: GivenInstant.nullable() })),
  }),
  read: route({
    ...common,
    ...started,
    id: 'jobs.read',
    method: 'POST',
    path: '/api/conversations/bulk/read',
    summary: 'Mark many conversations as read',
    permission: conversationRoutes.markRead.permission,
    body: oneOfTwo(z.object(selection)),
  }),
} as const

/** What whoever made a job has to be allowed while it goes on. */
export const jobPermissions: Record<JobAct, Permission> = {
  assign: bulkRoutes.assign.permission,
  tag: bulkRoutes.tag.permission,
  close: bulkRoutes.close.permission,
  snooze: bulkRoutes.snooze.permission,
  read: bulkRoutes.read.permission,
}

/** Whoever has it sees the jobs of everybody; all others those that they made. */
export const seesAllJobs: Permission = 'tenant.manage'

export const jobRoutes = {
  list: route({
    ...common,
    id: 'jobs.list',
    method: 'GET',
    path: '/api/jobs',
    summary: 'Own jobs of the last thirty days, newest first; those of everybody with `everybody` for whoever manages the organisation',
    permission: 'conversations.read',
    rate: 'read',
    idempotency: false,
    query: PageQuery.extend({ everybody: z.stringbool().default(false), state: z.enum(['running', 'ended']).optional() }),
    response: { status: 200, body: page(Job) },
  }),
  get: route({
    ...common,
    id: 'jobs.get',
    method: 'GET',
    path: '/api/jobs/:id',
    summary: 'One job',
    permission: 'conversations.read',
    rate: 'read',
    idempotency: false,
    params: one,
    response: { status: 200, body: Job },
  }),
  items: route({
    ...common,
    id: 'jobs.items',
    method: 'GET',
    path: '/api/jobs/:id/items',
    summary: 'The conversations of a job within reach, in their order, with what became of each',
    permission: 'conversations.read',
    rate: 'read',
    idempotency: false,
    params: one,
    query: PageQuery.extend({ state: JobItemState.optional() }),
    response: { status: 200, body: page(JobItem) },
  }),
  cancel: route({
    ...common,
    id: 'jobs.cancel',
    method: 'POST',
    path: '/api/jobs/:id/cancel',
    audit: 'job.cancelled',
    summary: 'Stop a job; what it has done stays',
    permission: 'conversations.read',
    params: one,
    response: { status: 200, body: Job },
  }),
  undo: route({
    ...common,
    id: 'jobs.undo',
    method: 'POST',
    path: '/api/jobs/:id/undo',
    audit: 'job.undone',
    summary: 'Take back what a job did, as a job of its own; conversations that changed since stay as they are',
    permission: 'conversations.read',
    params: one,
    response: { status: 202, body: Job },
  }),
} as const
