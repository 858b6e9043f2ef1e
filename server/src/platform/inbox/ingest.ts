import type pg from 'pg'
import type { Clock } from '../clock.ts'
import type { Database } from '../database/open.ts'
import type { Hints } from '../events/hints.ts'
import { Failure } from '../failure.ts'
import type { Log } from '../log.ts'

/** One delivered thing: where it came from, its id there, the lane that will work on it, and its JSON on one line (as `JSON.stringify` writes it). */
export type Delivery = { tenantId: string; source: string; eventId: string; queue: string; key: string; payload: string }
export type Ingest = {
  /** Resolves once everything is durable (or had been delivered before). Rejects with `unavailable` when the buffer is full or the database is away. */
  accept(deliveries: Delivery[]): Promise<void>
  /** The same in the caller's own transaction of `cq_system`, for what has to be stored together with something else. The caller tells the workers after the commit. */
  acceptWithin(client: pg.PoolClient, deliveries: Delivery[]): Promise<void>
  /** True while deliveries come faster than they can be worked on: the workers then leave the machine to the acknowledgements. */
  underPressure(): boolean
  drain(): Promise<void>
}

type Waiting = { deliveries: Delivery[]; resolve: () => void; reject: (error: Error) => void }

const maxPerStatement = 500
const maxWaiting = 20_000
/** One insert is executed while the next one is on its way. */
const maxInFlight = 2
const pressurePerTick = 400
/** So many requests that share an insert, on average, mean the same on a machine of any speed: senders wait for their answer side by side. */
const pressurePerInsert = 16
const tickMilliseconds = 100

// Payloads travel as lines of one text: quoting each as a member of an array would cost both sides more than all the rest of it.
const text = `with input as (
  select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], string_to_array($6, E'\\n')) with ordinality as t (tenant_id, source, event_id, queue, key, payload, position)),
fresh as (
  insert into platform.inbox (tenant_id, source, event_id) select tenant_id, source, event_id from input order by tenant_id, source, event_id
  on conflict do nothing returning tenant_id, source, event_id),
jobs as (
  insert into platform.job (tenant_id, queue, key, run_at, payload)
  select i.tenant_id, i.queue, i.key, $7, i.payload::json from input i join fresh f using (tenant_id, source, event_id) order by i.position
  returning tenant_id, queue, key)
insert into platform.lane (tenant_id, queue, key, ready_at)
select distinct tenant_id, queue, key, $7::timestamptz from jobs order by tenant_id, queue, key
on conflict (tenant_id, queue, key) do update set ready_at = least(platform.lane.ready_at, greatest(excluded.ready_at, platform.lane.blocked_until))`

// One plan for batches of any size. PostgreSQL takes them for small ones and would compare each delivery with each; hashing suits all.
const planning = 'set plan_cache_mode = force_generic_plan; set enable_nestloop = off; set enable_mergejoin = off'

const valuesOf = (deliveries: Delivery[], now: Date): unknown[] => {
  const unique = [...new Map(deliveries.map((delivery) => [`${delivery.source} ${delivery.eventId}`, delivery])).values()]
  const column = (name: keyof Delivery) => unique.map((delivery) => delivery[name])
  return [column('tenantId'), column('source'), column('eventId'), column('queue'), column('key'), column('payload').join('\n'), now]
}

/**
 * Takes deliveries in: concurrent requests share one insert (group commit), in order of arrival. One statement makes the inbox rows,
 * the jobs and wakes the lanes; what was delivered before adds nothing. The inserts run on one connection in the order of arrival, the next one
 * on its way while one is executed, so that neither this process nor the database waits for the other.
 */
export const createIngest = ({ database, clock, hints, log }: { database: Database; clock: Clock; hints: Hints; log: Log }): Ingest => {
  let waiting: Waiting[] = []
  let waitingCount = 0
  const line = database.line(planning)
  let flushing = false
  const inFlight = new Set<Promise<void>>()
  let recent = 0
  let requests = 0
  let inserts = 0
  let pressed = false
  const tick = setInterval(() => {
    pressed = recent > pressurePerTick || requests > inserts * pressurePerInsert
    recent = requests = inserts = 0
  }, tickMilliseconds)
  tick.unref()

  const insert = async (deliveries: Delivery[]): Promise<void> => {
    await line.query(text, valuesOf(deliveries, clock.now()))
    hints.work(new Set(deliveries.map(({ queue }) => queue)))
  }

  const take = (): Waiting[] => {
    let count = 0
    let end = 0
    while (end < waiting.length && (end === 0 || count + waiting[end]!.deliveries.length <= maxPerStatement)) count += waiting[end++]!.deliveries.length
    const batch = waiting.slice(0, end)
    waiting = waiting.slice(end)
    waitingCount -= count
    return batch
  }

  const flush = async (): Promise<void> => {
    await new Promise((done) => setImmediate(done))
    while (waiting.length > 0) {
      while (inFlight.size >= maxInFlight) await Promise.race(inFlight)
      const stored = store(take()).finally(() => inFlight.delete(stored))
      inFlight.add(stored)
      await new Promise((done) => setImmediate(done))
    }
    flushing = false
  }

  const store = async (batch: Waiting[]): Promise<void> => {
    requests += batch.length
    inserts += 1
    try {
      await insert(batch.flatMap((entry) => entry.deliveries))
      for (const entry of batch) entry.resolve()
    } catch (error) {
      await singly(batch, error as Error)
    }
  }

  /** One poisonous delivery must not fail the others that happened to share its insert. */
  const singly = async (batch: Waiting[], cause: Error): Promise<void> => {
    log.warn({ err: cause, requests: batch.length }, 'shared insert failed; trying one by one')
    for (const entry of batch) {
      try {
        await insert(entry.deliveries)
        entry.resolve()
      } catch (error) {
        log.error({ err: error }, 'delivery could not be stored')
        entry.reject(new Failure('unavailable', 'inbox.unavailable', 'The delivery could not be stored. Send it again.', { retryAfter: 2 }))
      }
    }
  }

  return {
    accept: (deliveries) => {
      if (deliveries.length === 0) return Promise.resolve()
      recent += deliveries.length
      if (waitingCount > maxWaiting)
        return Promise.reject(new Failure('unavailable', 'inbox.full', 'Too many deliveries at once. Send it again.', { retryAfter: 1 }))
      return new Promise((resolve, reject) => {
        waiting.push({ deliveries, resolve, reject })
        waitingCount += deliveries.length
        if (!flushing) {
          flushing = true
          void flush()
        }
      })
    },
    acceptWithin: async (client, deliveries) => void (await client.query(text, valuesOf(deliveries, clock.now()))),
    underPressure: () => pressed,
    drain: async () => {
      while (flushing || inFlight.size > 0) await new Promise((done) => setImmediate(done))
      clearInterval(tick)
      await line.end()
    },
  }
}
