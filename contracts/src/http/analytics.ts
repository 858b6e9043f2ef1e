import { z } from 'zod'
import { Analysis, AnalyticsQuery, ConversationMetrics, Distribution, Metric } from '../analytics.ts'
import { Id } from '../ids.ts'
import { route } from '../route.ts'

const read = {
  tenant: 'member',
  method: 'GET',
  permission: 'analytics.read',
  rate: 'read',
  idempotency: false,
  params: null,
  query: null,
  body: null,
} as const
const WithDistribution = Analysis.extend({ distribution: Distribution })

/** Numbers of a period as far as the caller sees its conversations. The same number is the same wherever it is shown. */
export const analyticsRoutes = {
  metrics: route({
    ...read,
    id: 'analytics.metrics',
    path: '/api/analytics/metrics',
    summary: 'What each number means, in three languages',
    response: { status: 200, body: z.object({ items: z.array(Metric) }) },
  }),
  dashboard: route({
    ...read,
    id: 'analytics.dashboard',
    path: '/api/analytics/dashboard',
    summary: 'The numbers of a period, and for each campaign, queue, agent, channel, day or hour',
    query: AnalyticsQuery,
    response: { status: 200, body: Analysis },
  }),
  conversations: route({
    ...read,
    id: 'analytics.conversations',
    path: '/api/analytics/conversations',
    summary: 'How many conversations and messages',
    query: AnalyticsQuery,
    response: { status: 200, body: Analysis },
  }),
  responseTime: route({
    ...read,
    id: 'analytics.responseTime',
    path: '/api/analytics/response-time',
    summary: 'How long customers waited for an answer, and how many for how long (`distribution`, seconds until the first answer of a person)',
    query: AnalyticsQuery,
    response: { status: 200, body: WithDistribution },
  }),
  satisfaction: route({
    ...read,
    id: 'analytics.satisfaction',
    path: '/api/analytics/satisfaction',
    summary: 'What customers answered when they were asked (`distribution`: scores 1 to 5)',
    query: AnalyticsQuery,
    response: { status: 200, body: WithDistribution },
  }),
  ofConversation: route({
    ...read,
    id: 'conversations.metrics',
    path: '/api/conversations/:id/metrics',
    summary: 'Response, handling and waiting times of one conversation, and who wrote how much',
    permission: 'conversations.read',
    params: z.object({ id: Id }),
    response: { status: 200, body: ConversationMetrics },
  }),
} as const
