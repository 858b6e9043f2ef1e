/**
 * Service levels: what conversations are owed in business time, and whether it was kept.
 * Owns: sla.clock. Publishes: sla.warned, sla.breached. Published view: clock_fact. Follows conversations after routing (ADR 18).
 */
import { serviceLevelRoutes } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import type { Http } from '#platform/http/server'
import { fallDue, type SlaTimer } from './due.ts'
import { follow } from './follow.ts'
import { moveHours } from './move-hours.ts'
import type { Moved, SlaPorts } from './ports.ts'
import { clocksOf, readCompliance } from './views.ts'

export type { SlaPorts } from './ports.ts'
export { isSlaTimer, type SlaTimer } from './due.ts'
export type Sla = ReturnType<typeof createSla>

export const createSla = (ports: SlaPorts) => ({
  follow: (tx: Tx, moved: Moved) => follow(tx, ports, moved),
  moveHours,
  fallDue: (tx: Tx, timer: SlaTimer) => fallDue(tx, ports, timer),
  registerRoutes: (http: Http) => {
    http.route(serviceLevelRoutes.compliance, ({ tx, query }) => readCompliance(tx, ports.now(), query))
    http.route(serviceLevelRoutes.clocks, async ({ tx, params }) => ({ items: await clocksOf(tx, params.id) }))
  },
})
