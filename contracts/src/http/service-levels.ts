import { z } from 'zod'
import { Id } from '../ids.ts'
import { CalendarDate } from '../opening-hours.ts'
import { route } from '../route.ts'
import { ServiceClock, ServiceCompliance } from '../service-level.ts'

const read = { tenant: 'member', method: 'GET', rate: 'read', idempotency: false, params: null, body: null } as const

export const serviceLevelRoutes = {
  compliance: route({
    ...read,
    id: 'serviceLevels.compliance',
    path: '/api/service-levels/compliance',
    summary: 'How the service level was kept on these days of the business (both included; today unless told), per campaign, queue or agent',
    permission: 'analytics.read',
    query: z.object({
      groupBy: z.enum(['campaign', 'queue', 'agent']).default('campaign'),
      from: CalendarDate.optional(),
      to: CalendarDate.optional(),
      campaignId: Id.optional(),
    }),
    response: { status: 200, body: ServiceCompliance },
  }),
  clocks: route({
    ...read,
    id: 'conversations.clocks',
    path: '/api/conversations/:id/clocks',
    summary: 'What one conversation is and was owed by the service level, newest first (the last hundred)',
    permission: 'conversations.read',
    params: z.object({ id: Id }),
    query: null,
    response: { status: 200, body: z.object({ items: z.array(ServiceClock) }) },
  }),
} as const
