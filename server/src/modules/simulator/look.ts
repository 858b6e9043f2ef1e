import type { Tx } from '#platform/database/transaction'
import { requireAccount } from './account.ts'
import { onTheWire, type Person } from './domain/person.ts'
import { lookReceipts, type Received } from './domain/receipts.ts'
import { readFaults } from './faults.ts'
import type { SimulatorPorts } from './ports.ts'
import { postLater } from './posting.ts'
import { screenChanged } from './store.ts'

/**
 * The customer looks at the chat: what had arrived is read, and the network reports it, unless the customer hides that (`neverRead`) or the
 * network never tells.
 */
export const look = async (ports: SimulatorPorts, tx: Tx, channelId: string, person: Person): Promise<void> => {
  const seen = await markSeen(tx, channelId, person.key)
  if (seen.length === 0) return
  screenChanged(tx, channelId, person.key)
  if (!(await requireAccount(ports, tx, channelId)).readReceipts) return
  const plan = lookReceipts(seen, onTheWire(person), await readFaults(tx, channelId), ports.clock.now())
  postLater(tx, { channelId, phone: person.key, ...plan })
}

/** Oldest first. */
const markSeen = async (tx: Tx, channelId: string, phone: string): Promise<Received[]> => {
  const { rows } = await tx.query<Received & { position: number }>(
    `with unseen as (
       select position from simulator.screen
       where tenant_id = $1 and channel_id = $2 and phone = $3 and direction = 'in' and status = 'delivered' order by position for update)
     update simulator.screen s set status = 'read' from unseen
     where s.tenant_id = $1 and s.channel_id = $2 and s.phone = $3 and s.position = unseen.position
     returning s.id as "messageId", s.client_ref as "clientRef", s.position`,
    [tx.tenantId, channelId, phone],
  )
  return rows.toSorted((one, other) => one.position - other.position).map(({ messageId, clientRef }) => ({ messageId, clientRef }))
}
