import type { Tx } from '#platform/database/transaction'
import { isAwaited } from '#platform/lanes/has-work'
import type { RoutingPorts } from './ports.ts'

export const laneQueue = 'route'

/** What the tenant's lane does before it gives out what waits. */
export type RouteJob =
  | { type: 'drain' }
  /** Somebody went offline. */
  | { type: 'left'; userId: string }
  /** A customer wrote to somebody who is offline. */
  | { type: 'absent_owner'; conversationId: string; userId: string }
  /** A campaign began to work, or its channels became others. */
  | { type: 'adopt'; campaignId: string; after?: string }
  /** A turn had it in hand when it was to be placed anew. */
  | { type: 'place'; conversationId: string }

/** Work for the lane of the tenant, of which there is one: nothing is given out by two at once. */
export const enqueueRoute = (tx: Tx, job: RouteJob): void => tx.enqueue({ queue: laneQueue, key: tx.tenantId, payload: job })

/** Something may be given out now. A look that is to come anyway is enough. */
export const wake = async (tx: Tx, ports: Pick<RoutingPorts, 'now'>): Promise<void> => {
  if (!(await isAwaited(tx, laneQueue, tx.tenantId, ports.now()))) enqueueRoute(tx, { type: 'drain' })
}

/** The same where it matters only to those who wait. */
export const wakeForWaiting = async (tx: Tx, ports: Pick<RoutingPorts, 'now'>): Promise<void> => {
  const { rows } = await tx.query('select 1 from routing.wait where tenant_id = $1 and ended_at is null limit 1', [tx.tenantId])
  if (rows.length > 0) await wake(tx, ports)
}
