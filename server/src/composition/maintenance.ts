import { Cron } from 'croner'
import type { Conversations } from '#conversations'
import type { Files } from '#files'
import type { Tenancy } from '#tenancy'
import type { Clock } from '#platform/clock'
import type { Database } from '#platform/database/open'
import { hostTenant } from '#platform/ids'
import type { Log } from '#platform/log'
import { hasWork } from '#platform/lanes/has-work'
import type { QueueHandler } from '#platform/lanes/handler'
import { forgetOld } from '#platform/retention'

const rounds: Record<string, string> = { sweep: '17 3 * * *' }

type Ports = {
  database: Database
  clock: Clock
  cleanIdentity(): Promise<unknown>
  cleanJobs(): Promise<unknown>
  cleanCalls(): Promise<unknown>
  pruneTrails(): Promise<unknown>
  cleanFiles(): Promise<unknown>
  syncTemplates(): Promise<unknown>
}

/** Recurring work of the host: one lane per round, whose job leads to the next one in the transaction that ends it. */
export const maintenanceHandler = ({ database, clock, cleanIdentity, cleanJobs, cleanCalls, pruneTrails, cleanFiles, syncTemplates }: Ports): QueueHandler => ({
  queue: 'rounds',
  concurrency: 1,
  outside: async () => {
    await forgetOld(database, clock.now())
    await cleanIdentity()
    await cleanJobs()
    await cleanCalls()
    await pruneTrails()
    await cleanFiles()
    await syncTemplates()
  },
  handle: async (tx, [job]) => {
    const { name } = job!.payload as { name: string }
    if (rounds[name]) tx.enqueue({ queue: 'rounds', key: name, payload: { name }, runAt: nextRun(rounds[name], clock.now()) })
  },
})

type Keepers = {
  tenancy: Pick<Tenancy, 'everyTenant'>
  files: Pick<Files, 'clean'>
  conversations: Pick<Conversations, 'filesInUse'>
  /** Who else holds files: of some, those still needed. */
  needed: Parameters<Files['clean']>[1]['needed']
  log: Log
}

/** Cleans the files of all tenants; one that cannot be cleaned keeps nobody else's. */
export const everyonesFiles =
  ({ tenancy, files, conversations, needed, log }: Keepers) =>
  async (): Promise<void> => {
    for (const { id } of await tenancy.everyTenant())
      await files
        .clean(id, { mentioned: conversations.filesInUse, needed })
        .catch((error) => log.warn({ err: error, tenantId: id }, 'files of a tenant were not cleaned'))
  }

const nextRun = (pattern: string, after: Date): Date => new Cron(pattern, { timezone: 'UTC' }).nextRun(after)!

/** Plants the first job of each round; harmless when it is there already. */
export const startRounds = ({ database, clock }: Pick<Ports, 'database' | 'clock'>): Promise<void> =>
  database.inTenant(hostTenant, async (tx) => {
    for (const [name, pattern] of Object.entries(rounds)) {
      await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 11))', [`round ${name}`])
      if (!(await hasWork(tx, 'rounds', name))) tx.enqueue({ queue: 'rounds', key: name, payload: { name }, runAt: nextRun(pattern, clock.now()) })
    }
  })
