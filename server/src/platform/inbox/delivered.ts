import type { Tx } from '../database/transaction.ts'

/**
 * What its source delivers under this id from now on counts as delivered before, and is never worked on. Kept as long as any delivery.
 * False: it was delivered already, and may still wait to be worked on.
 */
export const countAsDelivered = async (tx: Tx, source: string, eventId: string): Promise<boolean> => {
  const { rowCount } = await tx.query('insert into platform.inbox (tenant_id, source, event_id) values ($1, $2, $3) on conflict do nothing', [
    tx.tenantId,
    source,
    eventId.slice(0, 500),
  ])
  return rowCount === 1
}
