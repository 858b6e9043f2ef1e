/**
 * Routing: which queue a conversation waits in, who is given it and why, and what happens when nobody comes.
 * Owns: routing.{queue, queue_agent, queue_team, wait, assignment, turn, callback}. Publishes: queue.changed, conversation.queued,
 * conversation.left_queue. Published views: queue_card, wait_fact, assignment_fact, callback_fact. Follows conversations (ADR 18); works in the lane
 * `route` of each tenant.
 */
import type { StoredEvent } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import type { Consumer } from '#platform/events/consumers'
import type { Http } from '#platform/http/server'
import { ensureDefault, letGo } from './default-queue.ts'
import { fallDue, type RoutingTimer } from './due.ts'
import { follow } from './follow.ts'
import { routeHandler } from './lane.ts'
import { moveHours } from './move-hours.ts'
import { openNow } from './open-now.ts'
import type { Moved, RoutingPorts } from './ports.ts'
import { registerRoutes } from './routes.ts'
import { availableIn, peopleIn } from './staffing.ts'
import { findQueue } from './store.ts'
import { enqueueRoute, wakeForWaiting } from './wake.ts'

export type { CampaignFacts, RoutingPorts } from './ports.ts'
export { isRoutingTimer, type RoutingTimer } from './due.ts'
export type Routing = ReturnType<typeof createRouting>

/** What may let somebody be served who was not before. Presence and conversations tell it themselves, at once. */
const mattersToRouting = new Set(['member.changed', 'team.changed'])

/** Campaigns are remembered for less. */
const rememberedSeconds = 40

export const createRouting = (ports: RoutingPorts) => ({
  follow: (tx: Tx, moved: Moved) => follow(tx, ports, moved),
  lane: routeHandler(ports),
  fallDue: (tx: Tx, timer: RoutingTimer) => fallDue(tx, ports, timer),
  /** A campaign was made. */
  furnish: (tx: Tx, { id }: { id: string }, locale: string) => ensureDefault(tx, ports, { id, locale }),
  /** A campaign that no conversation was ever in goes with its queues. False when something waited there. */
  letGo: (tx: Tx, campaignId: string): Promise<boolean> => letGo(tx, campaignId),
  /** A campaign changed: it may work now, have other people, or serve a channel where somebody waits. */
  campaignChanged: (tx: Tx, campaignId: string): void => {
    enqueueRoute(tx, { type: 'adopt', campaignId })
    // Another node may go by what it remembers of the campaign for a while: what it does not give out then is given out after.
    const runAt = new Date(ports.now().getTime() + rememberedSeconds * 1000)
    tx.enqueue({ queue: 'due', key: `campaign again ${campaignId}`, payload: { type: 'campaign_opens', campaignId }, runAt })
  },
  moveHours,
  /** What is promised to those in a queue, where it has a service level of its own. */
  serviceLevelOf: async (tx: Tx, queueId: string) => (await findQueue(tx, queueId))?.serviceLevel ?? null,
  /** How many people of each queue are available now. */
  availableIn: (tx: Tx) => availableIn(tx, ports),
  /** How many people serve each of these queues that are there. */
  peopleIn: (tx: Tx, ids: readonly string[]) => peopleIn(tx, ports, ids),
  /** Whether each of these queues that are there is served at this hour. */
  openNow: (tx: Tx, ids: readonly string[]) => openNow(tx, ports, ids),
  /** Somebody came or went. */
  presenceChanged: async (tx: Tx, { userId, state }: { userId: string; state: string }): Promise<void> => {
    if (state === 'available') await tx.beyondReach(() => wakeForWaiting(tx, ports))
    if (state === 'offline') enqueueRoute(tx, { type: 'left', userId })
  },
  consumer: {
    name: 'routing',
    handle: async (tx: Tx, events: StoredEvent[]) => {
      if (events.some(({ type }) => mattersToRouting.has(type))) await wakeForWaiting(tx, ports)
    },
  } satisfies Consumer,
  registerRoutes: (http: Http) => registerRoutes(http, ports),
})
