import { Cron } from 'croner'
import type { Clock } from '#platform/clock'
import type { Database } from '#platform/database/open'
import { hostTenant } from '#platform/ids'
import { hasWork } from '#platform/lanes/has-work'
import type { QueueHandler } from '#platform/lanes/handler'
import { forgetOld } from '#platform/retention'

const rounds: Record<string, string> = { sweep: '17 3 * * *' }

type Ports = {
  database: Database
  clock: Clock
  cleanIdentity(): Promise<unknown>
  pruneTrails(): Promise<unknown>
  cleanFiles(): Promise<unknown>
  syncTemplates(): Promise<unknown>
}

/** Recurring work of the host: one lane per round, whose job leads to the next one in the transaction that ends it. */
export const maintenanceHandler = ({ database, clock, cleanIdentity, pruneTrails, cleanFiles, syncTemplates }: Ports): QueueHandler => ({
  queue: 'rounds',
  concurrency: 1,
  outside: async () => {
    await forgetOld(database, clock.now())
    await cleanIdentity()
    await pruneTrails()
    await cleanFiles()
    await syncTemplates()
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
      if (!(await hasWork(tx, 'rounds', name))) tx.enqueue({ queue: 'rounds', key: name, payload: { name }, runAt: nextRun(pattern, clock.now()) })
    }
  })
