import type { Server } from 'node:http'
import { seesAllJobs } from '@chasqui/contracts'
import type { Analytics } from '#analytics'
import type { Conversations } from '#conversations'
import type { Identity } from '#identity'
import type { Jobs } from '#jobs'
import type { Database } from '#platform/database/open'
import type { Hints } from '#platform/events/hints'
import { twoFactorFirst } from '#platform/http/access'
import type { Log } from '#platform/log'
import type { Metrics } from '#platform/metrics'
import { createHub, type HubPorts } from '#platform/realtime/hub'
import type { Presences } from '#presence'
import { translateEvents } from './screens.ts'

type Ports = {
  database: Database
  now(): Date
  hints: Hints
  log: Log
  metrics: Pick<Metrics, 'sockets'>
  corsOrigins: string[]
  limits: HubPorts['limits']
  identity: Pick<Identity, 'authenticateToken' | 'teammatesOf'>
  conversations: Conversations
  jobs: Pick<Jobs, 'read'>
  presences: Pick<Presences, 'arrive' | 'leave'>
  analytics: Pick<Analytics, 'live'>
}

/** Who a socket's viewer is, and what of a conversation they hear. */
const viewerOf =
  ({ database, identity }: Pick<Ports, 'database' | 'identity'>): HubPorts['authenticate'] =>
  async (token) => {
    const actor = await identity.authenticateToken(token)
    if (actor.twoFactorMissing) throw twoFactorFirst()
    if (!actor.tenantId) throw new Error('no tenant chosen')
    const { tenantId, userId, reach } = actor
    return {
      ...actor,
      tenantId,
      teammates: reach === 'team' ? await database.inTenant(tenantId, (tx) => identity.teammatesOf(tx, userId)) : [],
      mayUseSimulator: actor.permissions.has('simulator.use'),
      mayReadFlows: actor.permissions.has('flows.read'),
      mayManageFlows: actor.permissions.has('flows.manage'),
      mayWatchLive: actor.permissions.has('live.read'),
      seesAllJobs: actor.permissions.has(seesAllJobs) && actor.permissions.has('conversations.read'),
      mayReadConversations: actor.permissions.has('conversations.read'),
      onlyLooks: !(actor.impersonation?.mayWrite ?? true),
      standsIn: Boolean(actor.impersonation),
    }
  }

/** Sockets of browsers: who is behind them, what events mean for them, and what they are told that is true only now. */
export const createBrowsers = (server: Server, ports: Ports): { close(): Promise<void> } => {
  const { database, now, hints, log, metrics, corsOrigins, limits, conversations, jobs, presences, analytics } = ports
  const hub = createHub(server, {
    database,
    now,
    hints,
    log,
    corsOrigins,
    limits,
    translate: translateEvents({ conversations, jobs }),
    arrived: (tenantId, userId) => database.inTenant(tenantId, (tx) => presences.arrive(tx, userId)),
    left: (tenantId, userId) => database.inTenant(tenantId, (tx) => presences.leave(tx, userId)),
    connected: (count) => metrics.sockets.set(count),
    markRead: async (viewer, conversationId) => {
      if (viewer.onlyLooks) return
      await database.inTenant(viewer.tenantId, (tx) => conversations.markRead(tx, conversationId), viewer)
    },
    audienceOf: (tenantId, conversationId, viewer) => database.inTenant(tenantId, (tx) => conversations.audienceOf(tx, conversationId), viewer ?? undefined),
    live: (viewer, campaignId) => database.inTenant(viewer.tenantId, (tx) => analytics.live(tx, campaignId), viewer),
    authenticate: viewerOf(ports),
  })
  const stopTelling = hints.onChanged('contact.typing', (id) => {
    const [tenantId = '', conversationId = ''] = id.split(' ')
    hub.tell(tenantId, 'contact.typing', { conversationId }).catch((error) => log.debug({ err: error }, 'typing not told'))
  })
  const stopTellingTrail = hints.onChanged('trail', (tenantId) => hub.tellTrailGrew(tenantId))
  return {
    close: () => {
      stopTelling()
      stopTellingTrail()
      return hub.close()
    },
  }
}
