import { setTimeout as pause } from 'node:timers/promises'
import { isConnectionLoss } from '../database/connection-loss.ts'
import type { Database } from '../database/open.ts'

export type Job = { id: number; attempts: number; payload: unknown }
export type HeldLane = { tenantId: string; queue: string; key: string; fence: number; jobs: Job[] }

export const leaseSeconds = 15

const claimText = `with ready as (
  select tenant_id, queue, key from platform.lane
  where lease_until is null and queue = any($1::text[]) and ready_at <= $4 and not key = any($6::text[])
  order by ready_at limit $3 for update skip locked),
held as (
  update platform.lane l set lease_until = clock_timestamp() + make_interval(secs => ${leaseSeconds}), worker = $2, fence = l.fence + 1
  from ready r where l.tenant_id = r.tenant_id and l.queue = r.queue and l.key = r.key returning l.tenant_id, l.queue, l.key, l.fence)
select h.tenant_id, h.queue, h.key, h.fence, j.id, j.attempts, j.payload::text as payload from held h
left join lateral (select id, attempts, payload from platform.job j where j.tenant_id = h.tenant_id and j.queue = h.queue and j.key = h.key and j.run_at <= $4 order by id limit $5) j on true
order by h.tenant_id, h.queue, h.key, j.id`

type Row = { tenant_id: string; queue: string; key: string; fence: number; id: number | null; attempts: number; payload: string }

/**
 * Takes up to `limit` ready lanes, each with its first `per` due jobs. A lane has one holder at a time; the lease ends by release or
 * after `leaseSeconds` without a heartbeat, so that a killed holder's work is picked up by another. Those called `except` are left to others.
 */
export const claimLanes = async (
  database: Database,
  ask: { queues: string[]; worker: string; limit: number; per: number; now: Date; except?: string[] },
): Promise<HeldLane[]> => {
  const { rows } = await database.system.query<Row>(claimText, [ask.queues, ask.worker, ask.limit, ask.now, ask.per, ask.except ?? []])
  const lanes: HeldLane[] = []
  for (const row of rows) {
    const last = lanes.at(-1)
    const same = last && last.tenantId === row.tenant_id && last.queue === row.queue && last.key === row.key
    const lane = same ? last : { tenantId: row.tenant_id, queue: row.queue, key: row.key, fence: row.fence, jobs: [] as Job[] }
    if (!same) lanes.push(lane)
    if (row.id !== null) lane.jobs.push({ id: row.id, attempts: row.attempts, payload: row.payload })
  }
  return lanes
}

export type Returned = { tenantId: string; queue: string; key: string; blockedUntil: Date | null }

const release = (database: Database, worker: string, lanes: Returned[]): Promise<unknown> =>
  database.system.query('select platform.release_lanes($1, $2::uuid[], $3::text[], $4::text[], $5::timestamptz[])', [
    worker,
    lanes.map((lane) => lane.tenantId),
    lanes.map((lane) => lane.queue),
    lanes.map((lane) => lane.key),
    lanes.map((lane) => lane.blockedUntil),
  ])

const releaseTries = 20
const releasePauseMilliseconds = 250

/** Gives lanes back; while the database restarts it is tried again for 5 s, so that work goes on at once and not after the lease. */
export const releaseLanes = async (database: Database, worker: string, lanes: Returned[]): Promise<void> => {
  for (let tries = 1; ; tries++) {
    try {
      await release(database, worker, lanes)
      return
    } catch (error) {
      if (!isConnectionLoss(error) || tries >= releaseTries) throw error
      await pause(releasePauseMilliseconds)
    }
  }
}

/** When the next lane of these queues becomes ready, to sleep until then. Those called `except` are not waited for. */
export const nextReady = async (database: Database, queues: string[], except: string[] = []): Promise<Date | null> => {
  const { rows } = await database.system.query<{ at: Date | null }>(
    'select ready_at as at from platform.lane where lease_until is null and queue = any($1::text[]) and not key = any($2::text[]) order by ready_at limit 1',
    [queues, except],
  )
  return rows[0]?.at ?? null
}
