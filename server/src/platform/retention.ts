import type { Database } from './database/open.ts'

/** What the engine room forgets, and when. Providers repeat a delivery for up to seven days; what is older can go. */
const sweeps = [
  `delete from platform.inbox where received_at < $1::timestamptz - interval '14 days'`,
  `delete from platform.idempotency where created_at < $1::timestamptz - interval '2 days'`,
  `delete from platform.outbox where state in ('sent', 'cancelled') and updated_at < $1::timestamptz - interval '30 days'`,
  `delete from platform.event where occurred_at < $1::timestamptz - interval '90 days'`,
]

export const forgetOld = async (database: Database, now: Date): Promise<void> => {
  for (const sweep of sweeps) await database.system.query(sweep, [now])
}
