import type { SimulatorEvent } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import { screenChanged } from './store.ts'

/** The second tick: the business has what the customer wrote. */
export const markArrived = async (tx: Tx, channelId: string, events: SimulatorEvent[]): Promise<void> => {
  const ids = events.flatMap((event) => (event.type === 'message' ? [event.id] : []))
  if (ids.length === 0) return
  const { rows } = await tx.query<{ phone: string }>(
    `with arrived as (
       select phone, position from simulator.screen
       where tenant_id = $1 and channel_id = $2 and id = any($3::text[]) and direction = 'out' and status = 'sent' order by position for update)
     update simulator.screen s set status = 'delivered' from arrived
     where s.tenant_id = $1 and s.channel_id = $2 and s.phone = arrived.phone and s.position = arrived.position
     returning s.phone`,
    [tx.tenantId, channelId, ids],
  )
  for (const phone of new Set(rows.map((row) => row.phone))) screenChanged(tx, channelId, phone)
}
