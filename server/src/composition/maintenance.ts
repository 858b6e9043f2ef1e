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

const rounds: Record<string, string> = { sweep: '17 3 * * *' }

type Ports = {
  clock: Pick<Clock, 'now'>
  log: Pick<Log, 'error'>
  /** What a round is made of, by name, in order. Done again it does no harm. */
  parts: Record<string, () => Promise<unknown>>
}

/** Tries of a round before what fails in it is left to the next one. */
const mostTries = 5

/**
 * Recurring work of the host: one lane per round, whose job leads to the next one in the transaction that ends it. A part that fails keeps back none of
 * the others, and never the next round.
 */
export const maintenanceHandler = ({ clock, log, parts }: Ports): QueueHandler => ({
  queue: 'rounds',
  concurrency: 1,
  outside: async (_, [job]) => {
    const failures: unknown[] = []
    for (const [part, work] of Object.entries(parts))
      await work().catch((error: unknown) => {
        log.error({ err: error, part }, 'a part of the round failed')
        failures.push(error)
      })
    if (failures.length > 0 && job!.attempts + 1 < mostTries) throw new AggregateError(failures, `${failures.length} parts of the round failed`)
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
export const startRounds = ({ database, clock }: { database: Database; clock: Clock }): Promise<void> =>
  database.inTenant(hostTenant, async (tx) => {
    for (const [name, pattern] of Object.entries(rounds)) {
      await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 11))', [`round ${name}`])
      if (!(await hasWork(tx, 'rounds', name))) tx.enqueue({ queue: 'rounds', key: name, payload: { name }, runAt: nextRun(pattern, clock.now()) })
    }
  })
