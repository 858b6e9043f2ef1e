import { analyticsRoutes, liveRoutes, tenancyRoutes, type MetricId } from '@chasqui/contracts'
import type { Http } from '#platform/http/server'
import { analyse, distributeResponses, distributeScores } from './analyse.ts'
import { readHome } from './home.ts'
import { readLive } from './live/read.ts'
import { readRows } from './live/rows.ts'
import { createLink, listLinks, readWall, removeLink } from './live/wall.ts'
import { metricCatalogue } from './metrics/registry.ts'
import { readConversationMetrics } from './of-conversation.ts'
import type { AnalyticsPorts } from './ports.ts'

const conversations: MetricId[] = [
  'conversations_begun',
  'conversations_closed',
  'conversations_reopened',
  'resolved_by_bot',
  'messages_in',
  'messages_out',
  'messages_by_people',
  'messages_by_bot',
  'answered',
  'waits_served',
  'waits_abandoned',
  'abandonment_rate',
]
const responseTimes: MetricId[] = [
  'response_rate',
  'first_response_median',
  'first_human_response_median',
  'first_human_response_business_median',
  'wait_median',
  'handling_median',
  'resolution_median',
  'sla_kept',
  'sla_missed',
  'sla_compliance',
  'first_response_compliance',
  'next_response_compliance',
  'resolution_compliance',
]
const satisfaction: MetricId[] = ['surveys_asked', 'surveys_answered', 'satisfaction_score', 'satisfaction_rate']

export const registerRoutes = (http: Http, ports: AnalyticsPorts): void => {
  http.route(tenancyRoutes.home, ({ tx }) => readHome(tx, ports.now()))
  http.route(analyticsRoutes.metrics, () => ({ items: metricCatalogue }))
  http.route(analyticsRoutes.dashboard, ({ tx, query }) => analyse(tx, ports.now(), query, [...conversations, ...responseTimes, ...satisfaction]))
  http.route(analyticsRoutes.conversations, ({ tx, query }) => analyse(tx, ports.now(), query, conversations))
  http.route(analyticsRoutes.responseTime, async ({ tx, query }) => {
    const now = ports.now()
    return { ...(await analyse(tx, now, query, responseTimes)), distribution: await distributeResponses(tx, now, query) }
  })
  http.route(analyticsRoutes.satisfaction, async ({ tx, query }) => {
    const now = ports.now()
    return { ...(await analyse(tx, now, query, satisfaction)), distribution: await distributeScores(tx, now, query) }
  })
  http.route(analyticsRoutes.ofConversation, ({ tx, params }) => readConversationMetrics(tx, ports.now(), params.id))
  http.route(liveRoutes.read, ({ tx, query }) => readLive(tx, ports, query.campaignId))
  http.route(liveRoutes.rows, ({ tx, query }) => readRows(tx, ports.now(), query))
  http.route(liveRoutes.wallLinks, async ({ tx }) => ({ items: await listLinks(tx) }))
  http.route(liveRoutes.createWallLink, ({ tx, body }) => createLink(tx, ports, body))
  http.route(liveRoutes.removeWallLink, ({ tx, params }) => removeLink(tx, params.id))
  http.route(liveRoutes.wall, ({ body }) => readWall(ports, body.key))
}
