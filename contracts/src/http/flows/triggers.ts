import { z } from 'zod'
import { Id, Instant } from '../../ids.ts'
import { route } from '../../route.ts'
import { common } from './common.ts'

/** Several published flows want the same. `shown` is the word, tag, state … as its author wrote it; the first of `flows` begins. */
export const FlowConflict = z
  .object({
    type: z.string(),
    shown: z.string(),
    channelId: Id.optional(),
    campaignId: Id.optional(),
    flows: z.array(z.object({ id: Id, name: z.string() })),
  })
  .meta({ id: 'FlowConflict' })
export type FlowConflict = z.infer<typeof FlowConflict>

/** The address by which another program begins a flow; its token is told once. */
export const FlowHook = z.object({ createdAt: Instant, lastUsedAt: Instant.nullable() }).meta({ id: 'FlowHook' })
export type FlowHook = z.infer<typeof FlowHook>

export const triggerRoutes = {
  conflicts: route({
    ...common,
    id: 'flows.conflicts',
    method: 'GET',
    path: '/api/flows/conflicts',
    summary: 'What several published flows want at once, and which of them begins',
    permission: 'flows.read',
    rate: 'read',
    params: null,
    response: { status: 200, body: z.object({ items: z.array(FlowConflict) }) },
  }),
  hook: route({
    ...common,
    id: 'flows.hook',
    method: 'GET',
    path: '/api/flows/:id/hook',
    summary: 'Whether another program can begin the flow, and since when (404: it has no address)',
    permission: 'flows.manage',
    rate: 'read',
    response: { status: 200, body: FlowHook },
  }),
  createHook: route({
    ...common,
    id: 'flows.createHook',
    method: 'POST',
    path: '/api/flows/:id/hook',
    audit: 'flow.hook_created',
    summary: 'New address by which another program begins the flow. Its token is told once; the one before works no longer',
    permission: 'flows.manage',
    rate: 'write',
    // The token would otherwise be kept with the remembered answer.
    idempotency: false,
    response: { status: 201, body: FlowHook.extend({ token: z.string(), path: z.string() }) },
  }),
  removeHook: route({
    ...common,
    id: 'flows.removeHook',
    method: 'DELETE',
    path: '/api/flows/:id/hook',
    audit: 'flow.hook_removed',
    summary: 'Take the address away: nobody begins the flow by it from this moment on',
    permission: 'flows.manage',
    rate: 'write',
    idempotency: true,
    response: { status: 204, body: null },
  }),
  callHook: route({
    id: 'flows.callHook',
    method: 'POST',
    path: '/api/flow-hooks/:token',
    audit: { none: 'the flow that begins tells it in the thread, and the trail tells it in the name of the address' },
    summary:
      'Begin a flow with the person whose number stands in the body, by the token of its address (404 `flow_hook.not_found`: revoked or unknown). Where it waits for this call already, it goes on (`why`: `goes_on`)',
    permission: 'public',
    tenant: 'none',
    rate: 'write',
    idempotency: false,
    params: z.object({ token: z.string().min(20).max(200) }),
    query: null,
    body: z.record(z.string(), z.unknown()),
    response: { status: 202, body: z.object({ begun: z.boolean(), conversationId: Id.nullable(), why: z.string().nullable() }) },
  }),
} as const
