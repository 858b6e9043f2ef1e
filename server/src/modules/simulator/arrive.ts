import type { SimulatorEvent } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import { screenChanged } from './store.ts'

/** The second tick: the business has what the customer wrote. */
export const markArrived = async (tx: Tx, channelId: string, events: SimulatorEvent[]): Promise<void> => {
  const ids = events.flatMap((event) => (event.type === 'message' ? [event.id] : []))
  if (ids.length === 0) return
  const { rows } = await tx.query<{ phone: string }>(
    `update simulator.screen set status = 'delivered' where tenant_id = $1 and channel_id = $2 and id = any($3::text[]) and direction = 'out' and status = 'sent' returning phone`, [tx.tenantId, channelId, ids])
  for (const phone of new Set(rows.map((row) => row.phone))) screenChanged(tx, channelId, phone)
}
