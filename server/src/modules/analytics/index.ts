/**
 * Numbers for screens, from other modules' published views.
 * Owns no tables yet.
 */
import { tenancyRoutes } from '@chasqui/contracts'
import type { Http } from '#platform/http/server'
import { readHome } from './home.ts'

export type AnalyticsPorts = { now(): Date }

export const createAnalytics = (ports: AnalyticsPorts) => ({
  registerRoutes: (http: Http) => http.route(tenancyRoutes.home, ({ tx }) => readHome(tx, ports.now())),
})
