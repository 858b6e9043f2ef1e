import { z } from 'zod'
import { NodeId } from '../../flow.ts'
import { Id, Instant } from '../../ids.ts'
import { page, PageQuery } from '../../page.ts'
import { route } from '../../route.ts'
import { common } from './common.ts'

const Person = z.object({ id: Id, name: z.string().nullable() })
const Text = z.string().trim().min(1).max(2000)

/** What somebody who edits a flow said about a step (null: about the flow itself). It is of the draft; customers and versions never have it. */
export const FlowComment = z
  .object({
    id: Id,
    stepId: NodeId.nullable(),
    text: z.string(),
    author: Person,
    createdAt: Instant,
    updatedAt: Instant,
    resolved: z.object({ at: Instant, by: Person }).nullable(),
  })
  .meta({ id: 'FlowComment' })
export type FlowComment = z.infer<typeof FlowComment>

const one = common.params.extend({ commentId: Id })

export const commentRoutes = {
  comments: route({
    ...common,
    id: 'flowComments.list',
    method: 'GET',
    path: '/api/flows/:id/comments',
    summary: 'What people say about the steps of a flow, oldest first; `resolved` keeps only those that are, or are not',
    permission: 'flows.read',
    rate: 'read',
    query: PageQuery.extend({ resolved: z.stringbool().optional() }),
    response: { status: 200, body: page(FlowComment) },
  }),
  addComment: route({
    ...common,
    id: 'flowComments.create',
    method: 'POST',
    path: '/api/flows/:id/comments',
    audit: 'flow.comment_added',
    summary: 'Say something about a step, or about the flow; 200 at once that are not resolved',
    permission: 'flows.manage',
    rate: 'write',
    idempotency: true,
    body: z.object({ stepId: NodeId.nullable(), text: Text }),
    response: { status: 201, body: FlowComment },
  }),
  changeComment: route({
    ...common,
    id: 'flowComments.update',
    method: 'PATCH',
    path: '/api/flows/:id/comments/:commentId',
    audit: 'flow.comment_changed',
    summary: 'Resolve a comment or open it again, whoever wrote it; its words are changed by their author',
    permission: 'flows.manage',
    rate: 'write',
    idempotency: true,
    params: one,
    body: z.object({ resolved: z.boolean().optional(), text: Text.optional() }),
    response: { status: 200, body: FlowComment },
  }),
  removeComment: route({
    ...common,
    id: 'flowComments.delete',
    method: 'DELETE',
    path: '/api/flows/:id/comments/:commentId',
    audit: 'flow.comment_removed',
    summary: 'Remove a comment of one’s own',
    permission: 'flows.manage',
    rate: 'write',
    idempotency: true,
    params: one,
    response: { status: 204, body: null },
  }),
} as const
