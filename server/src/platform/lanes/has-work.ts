import type { Tx } from '../database/transaction.ts'

/** Whether a lane of the tenant has any job, due or not. */
export const hasWork = async (tx: Tx, queue: string, key: string): Promise<boolean> =>
  (await tx.query('select 1 from platform.job where tenant_id = $1 and queue = $2 and key = $3 limit 1', [tx.tenantId, queue, key])).rowCount === 1

/**
 * Whether a job of the lane is due that nobody has begun: whoever does it will see what this transaction writes, because it is kept from beginning
 * before the commit.
 */
export const isAwaited = async (tx: Tx, queue: string, key: string, now: Date): Promise<boolean> =>
  (
    await tx.query('select 1 from platform.job where tenant_id = $1 and queue = $2 and key = $3 and run_at <= $4 limit 1 for key share skip locked', [
      tx.tenantId,
      queue,
      key,
      now,
    ])
  ).rows.length === 1
