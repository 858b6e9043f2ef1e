import { Cron } from 'croner'
import type { Clock } from '#platform/clock'
import type { Database } from '#platform/database/open'
import { hostTenant } from '#platform/ids'
import type { QueueHandler } from '#platform/lanes/worker'

/** Providers repeat a delivery for up to seven days; what is older can be forgotten. */
const sweeps = [
  `delete from platform.inbox where received_at < $1::timestamptz - interval '14 days'`,
  `delete from platform.idempotency where created_at < $1::timestamptz - interval '2 days'`,
  `delete from platform.outbox where state in ('sent', 'cancelled') and updated_at < $1::timestamptz - interval '30 days'`,
  `delete from platform.event where occurred_at < $1::timestamptz - interval '90 days'`,
]

const rounds: Record<string, string> = { sweep: '17 3 * * *' }

type Ports = { database: Database; clock: Clock; cleanIdentity(): Promise<unknown> }

/** Recurring work of the host: one lane per round, whose job leads to the next one in the transaction that ends it. */
export const maintenanceHandler = ({ database, clock, cleanIdentity }: Ports): QueueHandler => ({
  queue: 'rounds',
  concurrency: 1,
  outside: async () => {
    for (const sweep of sweeps) await database.system.query(sweep, [clock.now()])
    await cleanIdentity()
  },
  handle: async (tx, [job]) => {
    const { name } = job!.payload as { name: string }
    if (rounds[name]) tx.enqueue({ queue: 'rounds', key: name, payload: { name }, runAt: nextRun(rounds[name], clock.now()) })
  },
})

const nextRun = (pattern: string, after: Date): Date => new Cron(pattern, { timezone: 'UTC' }).nextRun(after)!

/** Plants the first job of each round; harmless when it is there already. */
export const startRounds = ({ database, clock }: Pick<Ports, 'database' | 'clock'>): Promise<void> =>
  database.inTenant(hostTenant, async (tx) => {
    for (const [name, pattern] of Object.entries(rounds)) {
      await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 11))', [`round ${name}`])
      const { rowCount } = await tx.query(`select 1 from platform.job where tenant_id = $1 and queue = 'rounds' and key = $2`, [hostTenant, name])
      if (rowCount === 0) tx.enqueue({ queue: 'rounds', key: name, payload: { name }, runAt: nextRun(pattern, clock.now()) })
    }
  })
