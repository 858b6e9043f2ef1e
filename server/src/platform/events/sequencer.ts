import { setTimeout as pause } from 'node:timers/promises'
import type { Database } from '../database/open.ts'
import type { Log } from '../log.ts'
import { restAfter, type Rests } from '../rest.ts'
import type { Hints } from './hints.ts'

/**
 * Gives committed events their places in the tenants' logs: 1, 2, 3 … without gaps, in an order that never puts an effect before its cause,
 * because what depends on a commit is left after it. Transactions themselves touch no counter, so that none waits for another;
 * while one batch is numbered the next one gathers.
 */
export type Sequencer = { start(): void; stop(): Promise<void>; /** Numbers what is committed by now. */ catchUp(): Promise<void> }

const batchSize = 2000
/** Between two batches: each costs a commit, whatever its size. The first after a rest is numbered at once. */
const rests: Rests = { shortest: 10, longest: 50 }
/** How long events of a node that died between commit and numbering stay unnumbered at most, in milliseconds. */
const sweepMilliseconds = 250

export const createSequencer = ({ database, hints, log }: { database: Database; hints: Hints; log: Log }): Sequencer => {
  let running: Promise<void> | null = null
  let again = false
  let sweep: NodeJS.Timeout | undefined
  let unsubscribe = () => {}

  const number = async (): Promise<void> => {
    do {
      again = false
      const startedAt = performance.now()
      const { rows } = await database.system.query<{ tenant: string; moved: number }>('select tenant, moved from platform.number_events($1)', [batchSize])
      for (const { tenant } of rows) hints.events(tenant)
      if (rows.reduce((sum, row) => sum + row.moved, 0) >= batchSize) again = true
      else if (rows.length > 0) await pause(restAfter(performance.now() - startedAt, rests))
    } while (again)
  }
  const run = (): Promise<void> => {
    again = true
    running ??= number().finally(() => {
      running = null
    })
    return running
  }
  const quietly = () => void run().catch((error) => log.warn({ err: error }, 'events not numbered yet; trying again'))

  return {
    start: () => {
      unsubscribe = hints.onPublished(quietly)
      sweep = setInterval(quietly, sweepMilliseconds)
    },
    stop: async () => {
      unsubscribe()
      clearInterval(sweep)
      await running?.catch(() => {})
    },
    catchUp: run,
  }
}
