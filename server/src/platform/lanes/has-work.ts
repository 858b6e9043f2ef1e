import type { Tx } from '../database/transaction.ts'

/** Whether a lane of the tenant has any job, due or not. */
export const hasWork = async (tx: Tx, queue: string, key: string): Promise<boolean> =>
  (await tx.query('select 1 from platform.job where tenant_id = $1 and queue = $2 and key = $3 limit 1', [tx.tenantId, queue, key])).rowCount === 1
