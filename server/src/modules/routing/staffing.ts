import type { Tx } from '#platform/database/transaction'
import type { Candidate } from './domain/decide.ts'
import { staffOf, type Served } from './people.ts'
import type { RoutingPorts } from './ports.ts'
import { queueColumns, queueOf, type QueueRow } from './store.ts'

const countIn = async (tx: Tx, ports: RoutingPorts, queues: QueueRow[], counts: (one: Candidate) => boolean): Promise<Map<string, number>> => {
  const served: Served[] = []
  for (const queue of queues.map(queueOf)) {
    const campaign = await ports.campaigns.find(tx.tenantId, queue.campaignId)
    if (campaign) served.push({ queue, campaign })
  }
  if (served.length === 0) return new Map()
  const staff = await tx.beyondReach(() => staffOf(tx, ports, served))
  return new Map([...staff].map(([id, people]) => [id, people.filter((one) => one.mayReply && counts(one)).length]))
}

/** How many people of each queue are available now, by its id. */
export const availableIn = async (tx: Tx, ports: RoutingPorts): Promise<Map<string, number>> => {
  const { rows } = await tx.query<QueueRow>(`select ${queueColumns} from routing.queue q where q.tenant_id = $1 and q.removed_at is null`, [tx.tenantId])
  return countIn(tx, ports, rows, ({ state }) => state === 'available')
}

/** How many people serve each of these queues, whether they are here or not; a queue that is gone is not among them. */
export const peopleIn = async (tx: Tx, ports: RoutingPorts, ids: readonly string[]): Promise<Map<string, number>> => {
  const { rows } = await tx.query<QueueRow>(
    `select ${queueColumns} from routing.queue q where q.tenant_id = $1 and q.id = any($2::uuid[]) and q.removed_at is null`,
    [tx.tenantId, ids],
  )
  return countIn(tx, ports, rows, () => true)
}
