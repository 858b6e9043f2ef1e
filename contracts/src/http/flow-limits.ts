import { z } from 'zod'
import { route } from '../route.ts'

const atMost = (usual: number) => z.number().int().min(1).max(1_000_000).default(usual)

/** How much flows may do in one conversation before a person goes on. */
export const FlowLimits = z
  .object({
    turnsPerHour: atMost(200),
    turnsPerDay: atMost(1000),
    messagesPerHour: atMost(400),
    messagesPerDay: atMost(2000),
    botLoops: z.boolean().default(true).meta({ description: 'flows fall silent where another bot seems to be writing' }),
  })
  .meta({ id: 'FlowLimits' })
export type FlowLimits = z.infer<typeof FlowLimits>

const common = { tenant: 'member', params: null, query: null } as const

export const flowLimitRoutes = {
  read: route({
    ...common,
    id: 'flowLimits.read',
    method: 'GET',
    path: '/api/flow-limits',
    summary: 'How much flows may do in one conversation',
    permission: 'flows.read',
    rate: 'read',
    idempotency: false,
    body: null,
    response: { status: 200, body: FlowLimits },
  }),
  update: route({
    ...common,
    id: 'flowLimits.update',
    method: 'PUT',
    path: '/api/flow-limits',
    audit: 'flow.limits_changed',
    summary: 'Change it as a whole',
    permission: 'flows.manage',
    rate: 'write',
    idempotency: true,
    body: FlowLimits,
    response: { status: 200, body: FlowLimits },
  }),
} as const
