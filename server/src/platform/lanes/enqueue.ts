import type pg from 'pg'

/**
 * One piece of work for one lane. Jobs of the same queue and key run one at a time, in the order they were added;
 * jobs with a later `runAt` wait beside the lane without blocking it.
 */
export type NewJob = { queue: string; key: string; payload: unknown; runAt?: Date }

/**
 * A lane that exists is woken no later than for what was added, and no earlier than it may. One that is awake by then is locked only, so that whoever gives it back sees what was added
 * (PostgreSQL locks the row even where the condition does not hold): a new version of the row, which nobody needs, costs as much again as the job.
 */
export const wakeEarlier = `on conflict (tenant_id, queue, key) do update set ready_at = greatest(excluded.ready_at, platform.lane.blocked_until)
where platform.lane.ready_at > greatest(excluded.ready_at, platform.lane.blocked_until)`

const text = `with jobs as (
  insert into platform.job (tenant_id, queue, key, run_at, payload)
  select $1, queue, key, run_at, payload from unnest($2::text[], $3::text[], $4::timestamptz[], $5::json[]) with ordinality as input (queue, key, run_at, payload, position) order by position
  returning queue, key, run_at)
insert into platform.lane (tenant_id, queue, key, ready_at)
select $1, queue, key, min(run_at) from jobs group by queue, key order by queue, key
${wakeEarlier}`

/** Adds jobs and wakes their lanes, in the caller's transaction. Lanes are touched in sorted order, so that two callers never deadlock. */
export const addJobs = (client: pg.ClientBase, tenantId: string, jobs: NewJob[], now: Date): Promise<unknown> =>
  client.query(text, [
    tenantId,
    jobs.map((job) => job.queue),
    jobs.map((job) => job.key),
    jobs.map((job) => job.runAt ?? now),
    jobs.map((job) => JSON.stringify(job.payload)),
  ])
