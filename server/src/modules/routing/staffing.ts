import type { Tx } from '#platform/database/transaction'
import { staffOf, type Served } from './people.ts'
import type { RoutingPorts } from './ports.ts'
import { queueColumns, queueOf, type QueueRow } from './store.ts'

/** How many people of each queue are available now, by its id. */
export const availableIn = async (tx: Tx, ports: RoutingPorts): Promise<Map<string, number>> => {
  const { rows } = await tx.query<QueueRow>(`select ${queueColumns} from routing.queue q where q.tenant_id = $1 and q.removed_at is null`, [tx.tenantId])
  const served: Served[] = []
  for (const queue of rows.map(queueOf)) {
    const campaign = await ports.campaigns.find(tx.tenantId, queue.campaignId)
    if (campaign) served.push({ queue, campaign })
  }
  if (served.length === 0) return new Map()
  const staff = await tx.beyondReach(() => staffOf(tx, ports, served))
  return new Map([...staff].map(([id, people]) => [id, people.filter(({ state, mayReply }) => state === 'available' && mayReply).length]))
}
