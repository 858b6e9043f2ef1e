import type { Clock } from '../clock.ts'
import { isConnectionLoss } from '../database/connection-loss.ts'
import type { Database } from '../database/open.ts'
import type { Tx } from '../database/transaction.ts'
import { parseJson } from '../json.ts'
import type { Log } from '../log.ts'
import type { HeldLane, Job } from './claim.ts'
import { bury, retryDelay } from './failing.ts'
import { Elsewhere, NotBefore, type QueueHandler, type WorkItem } from './handler.ts'

/** Thrown when another worker finished the job meanwhile: nothing to do, nothing went wrong. */
class Overtaken extends Error {}

/** What one lane brings into a transaction. */
export type Part = { lane: HeldLane; jobs: Job[] }
/** What became of a part: null when it is done (or buried), when its lane may be tried again, or `elsewhere` when that is for other nodes. */
export type Ended = Date | 'elsewhere' | null
export type Attempt = (handler: QueueHandler, parts: Part[]) => Promise<Ended[]>

export type AttemptPorts = {
  database: Database
  clock: Clock
  log: Log
  observe(queue: string, seconds: number, outcome: 'done' | 'failed' | 'dead'): void
}

/** A lost database connection says nothing about the work: it is done again after this time. */
const lossMilliseconds = 500

// Each job is looked up by its key: as a join PostgreSQL may read all jobs of the tenant, of which it believes there are few.
const removeText = `delete from platform.job where ctid = any (array(
  select found.ctid from unnest($2::text[], $3::text[], $4::bigint[]) as done (queue, key, id)
  cross join lateral (select ctid from platform.job where tenant_id = $1 and queue = done.queue and key = done.key and id = done.id limit 1) found))`

/** Removes the jobs of all parts; how many were there. */
const removeJobs = async (tx: Tx, work: { lane: HeldLane; items: WorkItem[] }[]): Promise<number> => {
  const rows = work.flatMap(({ lane, items }) => items.map((item) => [lane.queue, lane.key, item.id] as const))
  const { rowCount } = await tx.query(removeText, [tx.tenantId, rows.map((row) => row[0]), rows.map((row) => row[1]), rows.map((row) => row[2])])
  return rowCount ?? 0
}

/** Does jobs in one transaction, takes apart what failed together, and decides what becomes of a job that fails alone. */
export const createAttempt = ({ database, clock, log, observe }: AttemptPorts): Attempt => {
  const attempt: Attempt = async (handler: QueueHandler, parts: Part[]): Promise<Ended[]> => {
    const started = performance.now()
    const count = parts.reduce((sum, part) => sum + part.jobs.length, 0)
    try {
      await perform(handler, parts)
      const seconds = (performance.now() - started) / 1000
      for (let done = 0; done < parts.length; done++) observe(handler.queue, seconds, 'done')
      return parts.map(() => null)
    } catch (error) {
      if (isConnectionLoss(error)) {
        log.warn({ queue: handler.queue, reason: (error as Error).message }, 'database connection lost; the work is done again')
        return parts.map(() => new Date(clock.now().getTime() + lossMilliseconds))
      }
      if (error instanceof Elsewhere) return parts.map(() => 'elsewhere')
      if (error instanceof NotBefore) return parts.map(() => error.until)
      // What failed together is taken apart, so that one poisonous job does not take the others with it.
      if (count > 1) return takeApart(handler, parts)
      return [error instanceof Overtaken ? null : await failed(handler, parts[0]!.lane, parts[0]!.jobs[0]!, error as Error)]
    }
  }

  const takeApart = async (handler: QueueHandler, parts: Part[]): Promise<Ended[]> => {
    const ends: Ended[] = []
    for (const { lane, jobs } of parts) {
      let end: Ended = null
      for (const job of jobs) end ??= (await attempt(handler, [{ lane, jobs: [job] }]))[0]!
      ends.push(end)
    }
    return ends
  }

  const perform = async (handler: QueueHandler, parts: Part[]): Promise<void> => {
    const { tenantId } = parts[0]!.lane
    const work = parts.map(({ lane, jobs }) => ({
      lane,
      items: jobs.map((job) => ({ id: job.id, attempts: job.attempts, payload: parseJson(job.payload as string) })),
    }))
    const outside = handler.outside ? await handler.outside(tenantId, work[0]!.items) : undefined
    await database.inTurn(tenantId, async (tx) => {
      // Deleting first locks the jobs: whoever else holds them by an outlived lease gets nothing and stops. The work begins without waiting for the answer.
      const removal = removeJobs(tx, work)
      const [removed, ...handled] = await Promise.allSettled([
        removal,
        ...work.map(({ items }, index) => handler.handle(index === 0 ? tx : tx.strand(), items, outside)),
      ])
      if (removed.status === 'rejected') throw removed.reason
      if (removed.value !== work.reduce((sum, { items }) => sum + items.length, 0)) throw new Overtaken()
      const broken = handled.find((result) => result.status === 'rejected')
      if (broken) throw broken.reason
    })
  }

  const failed = async (handler: QueueHandler, lane: HeldLane, job: Job, error: Error): Promise<Date | null> => {
    const attempts = job.attempts + 1
    const dead = attempts >= (handler.maxAttempts ?? 8)
    log[dead ? 'error' : 'warn'](
      { err: error, queue: lane.queue, job: job.id, attempts },
      dead ? 'job failed for good and is kept as a dead letter' : 'job failed and will be tried again',
    )
    observe(lane.queue, 0, dead ? 'dead' : 'failed')
    if (dead) {
      await bury(database, lane, job, attempts, error, clock.now())
      return null
    }
    await database.system.query('update platform.job set attempts = $5, last_error = $6 where tenant_id = $1 and queue = $2 and key = $3 and id = $4', [
      lane.tenantId,
      lane.queue,
      lane.key,
      job.id,
      attempts,
      error.message.slice(0, 2000),
    ])
    return new Date(clock.now().getTime() + retryDelay(attempts))
  }

  return attempt
}
