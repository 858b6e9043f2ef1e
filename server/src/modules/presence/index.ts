/**
 * Presence: which members are available, paused, busy or offline, and how long they were each.
 * Owns: presence.{agent, interval}. Publishes: agent.status_changed.
 */
import { presenceRoutes } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import { Failure } from '#platform/failure'
import type { Http } from '#platform/http/server'
import { arrive, endGrace, leave, noticeRestart, setPresence, setPresenceFor } from './attend.ts'
import type { PresencePorts } from './ports.ts'
import { lockStanding, presences } from './store.ts'
import { presenceTimes } from './times.ts'

export type Presences = ReturnType<typeof createPresences>

export const createPresences = (ports: PresencePorts) => ({
  arrive: (tx: Tx, userId: string) => arrive(tx, ports, userId),
  leave: (tx: Tx, userId: string) => leave(tx, ports, userId),
  endGrace: (tx: Tx, userId: string, leftAt: string) => endGrace(tx, ports, userId, leftAt),
  /** Holds somebody as they stand until the transaction ends. */
  holdStill: async (tx: Tx, userId: string) => (await lockStanding(tx, userId, ports.now())).state,
  noticeRestart: () => noticeRestart(ports),
  registerRoutes: (http: Http) => {
    http.route(presenceRoutes.list, async ({ tx }) => ({ items: await presences(tx) }))
    http.route(presenceRoutes.times, ({ tx, params, query }) => presenceTimes(tx, { userId: params.id, days: query.days, now: ports.now() }))
    http.route(presenceRoutes.set, ({ tx, actor, body }) => {
      if (actor.keyId) throw new Failure('forbidden', 'presence.people_only', 'Programs are neither here nor away.')
      return setPresence(tx, ports, actor.userId, body)
    })
    http.route(presenceRoutes.setFor, ({ tx, params, body }) => setPresenceFor(tx, ports, params.id, body))
  },
})
