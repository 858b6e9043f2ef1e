import type { Clock } from '../clock.ts'
import type { Database } from '../database/open.ts'
import { isConnectionLoss } from '../database/open.ts'
import type { Tx } from '../database/transaction.ts'
import type { Hints } from '../events/hints.ts'
import { parseJson } from '../json.ts'
import type { Log } from '../log.ts'
import { claimLanes, nextReady, releaseLanes, type HeldLane, type Job, type Returned } from './claim.ts'
import { bury, retryDelay } from './failing.ts'
import type { HeldLanes } from './held.ts'

/**
 * How one queue's jobs are done. `handle` runs inside the transaction that also removes the jobs: effect and completion are one.
 * `batch`: how many jobs of a lane go into one transaction (1 unless order and failure allow more; a failing batch is done again one by one).
 * `outside`: work that must not hold a transaction (calls to vendors); its result is passed to `handle`.
 */
export type QueueHandler = {
  queue: string
  concurrency: number
  batch?: number
  maxAttempts?: number
  outside?(tenantId: string, jobs: WorkItem[]): Promise<unknown>
  handle(tx: Tx, jobs: WorkItem[], outside: unknown): Promise<void>
}
export type WorkItem = { id: number; attempts: number; payload: unknown }

export type WorkerPorts = {
  node: string
  held: HeldLanes
  database: Database
  clock: Clock
  hints: Hints
  log: Log
  observe(queue: string, seconds: number, outcome: 'done' | 'failed' | 'dead'): void
  underPressure(): boolean
}
export type Worker = { start(): void; stop(): Promise<void>; idle(): Promise<void> }

const jobsPerClaim = 50
const pollMilliseconds = 500
/** Lanes of a queue that are worked on while acknowledgements come first. */
const pressedPlaces = 2

/** Thrown when another worker finished the job meanwhile: nothing to do, nothing went wrong. */
class Overtaken extends Error {}

/** Runs all queues of this process: claims lanes, works through their jobs in order, gives the lanes back. */
export const createWorker = (handlers: QueueHandler[], ports: WorkerPorts): Worker => {
  const { database, clock, hints, log } = ports
  const worker = ports.node
  const byQueue = new Map(handlers.map((handler) => [handler.queue, handler]))
  const busy = new Map<string, number>(handlers.map((handler) => [handler.queue, 0]))
  const running = new Set<Promise<void>>()
  let stopping = false
  let wake: () => void = () => {}
  let returned: Returned[] = []
  let flushing: Promise<void> | null = null

  const places = (handler: QueueHandler) => (ports.underPressure() ? Math.min(pressedPlaces, handler.concurrency) : handler.concurrency)
  const room = (handler: QueueHandler) => places(handler) - busy.get(handler.queue)!

  const claim = async (): Promise<number> => {
    // Claims are worth their round trip only when they can bring several lanes: a busy queue waits until half of its places are free.
    const open = handlers.filter((handler) => room(handler) > 0 && room(handler) >= places(handler) / 2)
    if (open.length === 0) return 0
    // Queues are asked together; the smallest room bounds the claim so that none is overfilled.
    const limit = Math.min(...open.map(room))
    const lanes = await claimLanes(database, { queues: open.map((handler) => handler.queue), worker, limit, per: jobsPerClaim, now: clock.now() })
    for (const lane of lanes) track(lane)
    return lanes.length
  }

  const track = (lane: HeldLane) => {
    busy.set(lane.queue, busy.get(lane.queue)! + 1)
    ports.held.take(lane)
    const work = workThrough(lane)
      .catch((error) => log.error({ err: error, queue: lane.queue }, 'lane could not be worked through'))
      .then(() => {
        ports.held.drop(lane)
        busy.set(lane.queue, busy.get(lane.queue)! - 1)
        running.delete(work)
        wake()
      })
    running.add(work)
  }

  const workThrough = async (lane: HeldLane): Promise<void> => {
    const handler = byQueue.get(lane.queue)!
    let blockedUntil: Date | null = null
    const size = handler.batch ?? 1
    for (let start = 0; start < lane.jobs.length && !stopping; start += size) {
      blockedUntil = await attempt(handler, lane, lane.jobs.slice(start, start + size))
      if (blockedUntil) break
    }
    returned.push({ tenantId: lane.tenantId, queue: lane.queue, key: lane.key, blockedUntil })
    await giveBack()
  }

  /** Lanes that end within one flight of the database go back together. */
  const giveBack = async (): Promise<void> => {
    while (flushing) await flushing
    if (returned.length === 0) return
    const batch = returned
    returned = []
    flushing = releaseLanes(database, worker, batch)
      .then(
        () => {},
        (error) => log.warn({ err: error }, 'lanes were not given back; the next pulse frees them'),
      )
      .finally(() => {
        flushing = null
      })
    await flushing
  }

  /** Null when done (or buried), else when the lane may be tried again. */
  const attempt = async (handler: QueueHandler, lane: HeldLane, jobs: Job[]): Promise<Date | null> => {
    const started = performance.now()
    try {
      await perform(handler, lane, jobs)
      ports.observe(lane.queue, (performance.now() - started) / 1000, 'done')
      return null
    } catch (error) {
      if (error instanceof Overtaken) return null
      if (isConnectionLoss(error)) {
        log.warn({ queue: lane.queue, reason: (error as Error).message }, 'database connection lost; the work is done again')
        return new Date(clock.now().getTime() + 500)
      }
      // A batch is taken apart, so that one poisonous job does not take the others with it.
      if (jobs.length > 1) {
        for (const job of jobs) {
          const blocked = await attempt(handler, lane, [job])
          if (blocked) return blocked
        }
        return null
      }
      return failed(handler, lane, jobs[0]!, error as Error)
    }
  }

  const perform = async (handler: QueueHandler, lane: HeldLane, jobs: Job[]): Promise<void> => {
    const items = jobs.map((job) => ({ id: job.id, attempts: job.attempts, payload: parseJson(job.payload as string) }))
    const outside = handler.outside ? await handler.outside(lane.tenantId, items) : undefined
    await database.inTenant(
      lane.tenantId,
      async (tx) => {
        // Deleting first locks the jobs: whoever else holds them by an outlived lease gets nothing and stops. The work begins without waiting for the answer.
        const removal = tx.query('delete from platform.job where tenant_id = $1 and queue = $2 and key = $3 and id = any($4::bigint[])', [
          lane.tenantId,
          lane.queue,
          lane.key,
          jobs.map((job) => job.id),
        ])
        const [removed, handled] = await Promise.allSettled([removal, handler.handle(tx, items, outside)])
        if (removed.status === 'rejected') throw removed.reason
        if (removed.value.rowCount !== jobs.length) throw new Overtaken()
        if (handled.status === 'rejected') throw handled.reason
      },
      'kept',
    )
  }

  const failed = async (handler: QueueHandler, lane: HeldLane, job: Job, error: Error): Promise<Date | null> => {
    const attempts = job.attempts + 1
    const dead = attempts >= (handler.maxAttempts ?? 8)
    log[dead ? 'error' : 'warn'](
      { err: error, queue: lane.queue, job: job.id, attempts },
      dead ? 'job failed for good and is kept as a dead letter' : 'job failed and will be tried again',
    )
    ports.observe(lane.queue, 0, dead ? 'dead' : 'failed')
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

  const sleep = async (): Promise<void> => {
    const due = await nextReady(database, [...byQueue.keys()]).catch(() => null)
    const wait = due ? Math.min(pollMilliseconds, Math.max(5, due.getTime() - clock.now().getTime())) : pollMilliseconds
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, wait)
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
      if (hinted) wake()
    })
    wake = () => {}
  }

  let hinted = false
  const loop = async (): Promise<void> => {
    while (!stopping) {
      hinted = false
      try {
        const taken = await claim()
        if (taken === 0 && !hinted && !stopping) await sleep()
        // Under pressure from deliveries the claims are spaced, so that acknowledging comes first.
        else if (ports.underPressure()) await new Promise((resolve) => setTimeout(resolve, 20))
      } catch (error) {
        if (!stopping) log.warn({ err: error }, 'claiming failed; trying again')
        await new Promise((resolve) => setTimeout(resolve, 250))
      }
    }
  }

  const nudge = () => {
    hinted = true
    wake()
  }
  let loops: Promise<void> = Promise.resolve()
  const subscriptions: (() => void)[] = []

  return {
    start: () => {
      subscriptions.push(
        hints.onWork((queues) => [...queues].some((queue) => byQueue.has(queue)) && nudge()),
        clock.onJump(nudge),
      )
      loops = loop()
    },
    idle: async () => {
      while (running.size > 0) await Promise.all(running)
    },
    stop: async () => {
      stopping = true
      nudge()
      for (const unsubscribe of subscriptions) unsubscribe()
      await loops
      await Promise.all(running)
      await giveBack()
    },
  }
}
