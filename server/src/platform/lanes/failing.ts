import type { Database } from '../database/open.ts'
import type { HeldLane, Job } from './claim.ts'
import { newId } from '../ids.ts'

/** Milliseconds before attempt n + 1: 0.5 s doubling to one minute. */
export const retryDelay = (attempts: number): number => Math.min(60_000, 500 * 2 ** (attempts - 1))

/** Moves a job that failed for good to the dead letters, so that its lane goes on. */
export const bury = (database: Database, lane: HeldLane, job: Job, attempts: number, error: Error, at: Date): Promise<unknown> =>
  database.system.query(
    `with gone as (delete from platform.job where tenant_id = $1 and queue = $2 and key = $3 and id = $4 returning payload)
     insert into platform.dead_letter (tenant_id, id, queue, key, payload, error, attempts, failed_at) select $1, $5, $2, $3, payload, $6, $7, $8 from gone`,
    [lane.tenantId, lane.queue, lane.key, job.id, newId(), error.message.slice(0, 4000), attempts, at],
  )
