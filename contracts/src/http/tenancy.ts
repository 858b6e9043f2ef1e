import { z } from 'zod'
import { Id, ShortText } from '../ids.ts'
import { route } from '../route.ts'

export const Trade = z.enum(['clinic', 'veterinary', 'salon', 'shop', 'other'])
export const Business = z
  .object({
    id: Id,
    name: z.string(),
    slug: z.string(),
    country: z.string().length(2),
    locale: z.string(),
    timeZone: z.string(),
    trade: Trade,
    isDemo: z.boolean(),
    welcomed: z.boolean(),
  })
  .meta({ id: 'Business' })
export type Business = z.infer<typeof Business>

/** Home's checklist ticks itself by fact. */
export const SetupItem = z.object({
  key: z.enum(['try_bot', 'business', 'flow', 'connect_whatsapp', 'take_over']),
  done: z.boolean(),
  detail: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
})
export const Home = z
  .object({
    setup: z.array(SetupItem),
    numbers: z.object({
      conversationsToday: z.number().int(),
      conversationsSameDayLastWeek: z.number().int(),
      medianFirstReplySeconds: z.number().nullable(),
      resolvedByBot: z.number().int(),
      closedToday: z.number().int(),
      waitingForPerson: z.number().int(),
    }),
    attention: z.array(
      z.object({
        kind: z.enum(['late', 'waiting', 'callback', 'failed_send', 'uncertain_send', 'dead_letters', 'channel_down', 'low_score']),
        count: z.number().int(),
        conversationId: Id.nullable(),
        label: z.string().nullable(),
        since: z.string().nullable(),
      }),
    ),
    simulatorChannelId: Id.nullable(),
  })
  .meta({ id: 'Home' })
export type Home = z.infer<typeof Home>

const common = { tenant: 'member', params: null, query: null } as const
export const tenancyRoutes = {
  business: route({
    ...common,
    id: 'business.read',
    method: 'GET',
    path: '/api/business',
    summary: 'The business profile of this tenant',
    permission: 'tenant.read',
    rate: 'read',
    idempotency: false,
    body: null,
    response: { status: 200, body: Business },
  }),
  updateBusiness: route({
    ...common,
    id: 'business.update',
    method: 'PUT',
    path: '/api/business',
    audit: 'business.changed',
    summary: 'Change the business profile',
    permission: 'tenant.manage',
    rate: 'write',
    idempotency: true,
    body: z.object({
      name: ShortText.optional(),
      country: z
        .string()
        .regex(/^[A-Z]{2}$/)
        .optional(),
      locale: z.enum(['es', 'es-AR', 'es-MX', 'pt-BR', 'en']).optional(),
      timeZone: z.string().max(60).optional(),
      trade: Trade.optional(),
      welcomed: z.boolean().optional(),
    }),
    response: { status: 200, body: Business },
  }),
  home: route({
    ...common,
    id: 'home.read',
    method: 'GET',
    path: '/api/home',
    summary: 'The day at a glance: set-up checklist, numbers, what needs attention',
    permission: 'tenant.read',
    rate: 'read',
    idempotency: false,
    body: null,
    response: { status: 200, body: Home },
  }),
} as const
