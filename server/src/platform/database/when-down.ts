import { isConnectionLoss } from './connection-loss.ts'
import type { Database } from './open.ts'
import type { Tx } from './transaction.ts'

/** What the work answers in a transaction of the tenant; `down` while its database cannot be had. Whether anything was stored is not known then. */
export const orWhenDown = async <Result>(
  database: Pick<Database, 'inTenant'>,
  tenantId: string,
  down: Result,
  work: (tx: Tx) => Promise<Result>,
): Promise<Result> => {
  try {
    return await database.inTenant(tenantId, work)
  } catch (error) {
    if (isConnectionLoss(error)) return down
    throw error
  }
}
