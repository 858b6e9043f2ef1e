/**
 * Numbers for screens: counted per day from the event log, or read from other modules' published views.
 * Owns: analytics.day. Consumes the event log as `analytics`.
 */
import { tenancyRoutes } from '@chasqui/contracts'
import type { Http } from '#platform/http/server'
import { countDays } from './count-days.ts'
import { readHome } from './home.ts'

export type AnalyticsPorts = { now(): Date }

export const createAnalytics = (ports: AnalyticsPorts) => ({
  consumer: countDays,
  registerRoutes: (http: Http) => http.route(tenancyRoutes.home, ({ tx }) => readHome(tx, ports.now())),
})
