import type { Faults } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import { onTheWire, personOf } from './domain/person.ts'
import { arrivalReceipts } from './domain/receipts.ts'
import type { SimulatorPorts } from './ports.ts'
import { postLater } from './posting.ts'
import { screenChanged } from './store.ts'

type Waiting = { phone: string; messageId: string; clientRef: string | null }

/** Phones that were off (`neverDeliver`) are on again: what waited for them arrives, oldest first, and the network reports it. */
export const switchOn = async (ports: SimulatorPorts, tx: Tx, channelId: string, faults: Faults): Promise<void> => {
  const waiting = await arriveAll(tx, channelId)
  for (const message of waiting) {
    const person = personOf({ phone: message.phone })
    if (person) postLater(tx, { channelId, phone: message.phone, ...arrivalReceipts(message, onTheWire(person), faults, ports.clock.now()) })
  }
  for (const phone of new Set(waiting.map((message) => message.phone))) screenChanged(tx, channelId, phone)
}

const arriveAll = async (tx: Tx, channelId: string): Promise<Waiting[]> => {
  const { rows } = await tx.query<Waiting & { position: number }>(
    `with waiting as (
       select phone, position from simulator.screen where tenant_id = $1 and channel_id = $2 and direction = 'in' and status = 'sent' order by position for update)
     update simulator.screen s set status = 'delivered' from waiting
     where s.tenant_id = $1 and s.channel_id = $2 and s.phone = waiting.phone and s.position = waiting.position
     returning s.phone, s.id as "messageId", s.client_ref as "clientRef", s.position`,
    [tx.tenantId, channelId],
  )
  return rows.toSorted((one, other) => one.position - other.position)
}
