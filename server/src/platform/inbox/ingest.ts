import type pg from 'pg'
import type { Clock } from '../clock.ts'
import type { Database } from '../database/open.ts'
import type { Hints } from '../events/hints.ts'
import { Failure } from '../failure.ts'
import { wakeEarlier } from '../lanes/enqueue.ts'
import type { Log } from '../log.ts'
import { createDisk, writeAndWait } from './until-on-disk.ts'

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
/** What came lately counts for pressure, a quarter less with each tick: so much at once, or a quarter of it in each tick, is pressure. */
const pressure = 400
const tickMilliseconds = 25
const keptPerTick = 0.75
/** So many requests that wait for the disk together, on average, mean the same on a machine of any speed: senders wait for their answer side by side. */
const pressurePerWriting = 12

// Columns travel as lines of one text: quoting each value as a member of an array would cost both sides more than all the rest of it. No text has no lines, and is one empty value.
const lines = (parameter: string) => `string_to_array(${parameter}, E'\\n')`
const text = `with input as (
  select tenant_id, source, coalesce(event_id, '') as event_id, queue, key, payload, position from unnest(${lines('$1')}::uuid[], ${lines('$2')}::uuid[], ${lines('$3')}, ${lines('$4')}, ${lines('$5')}, ${lines('$6')})
    with ordinality as t (tenant_id, source, event_id, queue, key, payload, position)),
fresh as (
  insert into platform.inbox (tenant_id, source, event_id) select tenant_id, source, event_id from input order by tenant_id, source, event_id
  on conflict do nothing returning tenant_id, source, event_id),
jobs as (
  insert into platform.job (tenant_id, queue, key, run_at, payload)
  select i.tenant_id, i.queue, i.key, $7, i.payload::json from input i join fresh f using (tenant_id, source, event_id) order by i.position
  returning tenant_id, queue, key)
insert into platform.lane (tenant_id, queue, key, ready_at)
select distinct tenant_id, queue, key, $7::timestamptz from jobs order by tenant_id, queue, key
${wakeEarlier}`

// One plan for batches of any size. PostgreSQL takes them for small ones and would compare each delivery with each; hashing suits all.
const planning = 'set plan_cache_mode = force_generic_plan; set enable_nestloop = off; set enable_mergejoin = off'
// Where the disk is slow an insert does not wait for it: its senders do (`until-on-disk.ts`), while the next insert is executed.
const notWaiting = 'set synchronous_commit = off'

/** Ids of vendors have no line breaks; one that has is the same without. */
const onOneLine = (value: string): string => (value.includes('\n') ? value.replaceAll('\n', ' ') : value)

const valuesOf = (deliveries: Delivery[], now: Date): unknown[] => {
  const unique = [...new Map(deliveries.map((delivery) => [`${delivery.source} ${delivery.eventId}`, delivery])).values()]
  const column = (name: keyof Delivery) => unique.map((delivery) => onOneLine(delivery[name])).join('\n')
  return [column('tenantId'), column('source'), column('eventId'), column('queue'), column('key'), column('payload'), now]
}

/**
 * Takes deliveries in: concurrent requests share one insert (group commit), in order of arrival. One statement makes the inbox rows,
 * the jobs and wakes the lanes; what was delivered before adds nothing. The inserts run on one connection in the order of arrival, the next one
 * on its way while one is executed, so that neither this process nor the database waits for the other. Where the disk is slow whoever delivered waits for it besides (ADR 50, 51).
 */
export const createIngest = ({ database, clock, hints, log }: { database: Database; clock: Clock; hints: Hints; log: Log }): Ingest => {
  let waiting: Waiting[] = []
  let waitingCount = 0
  const leading = database.line(`${planning}; ${notWaiting}`)
  const durable = database.line(planning)
  const disk = createDisk(durable, () => void (writings += 1))
  let line = leading
  let flushing = false
  const inFlight = new Set<Promise<unknown>>()
  const unanswered = new Set<Promise<void>>()
  let recent = 0
  let requests = 0
  let writings = 0
  let pressed = false
  const tick = setInterval(() => {
    pressed = recent >= pressure || requests > Math.max(1, writings) * pressurePerWriting
    recent *= keptPerTick
    requests *= keptPerTick
    writings *= keptPerTick
  }, tickMilliseconds)
  tick.unref()

  const insert = async (deliveries: Delivery[]): Promise<void> => {
    const inserted = line.query(text, valuesOf(deliveries, clock.now()))
    // What another process has just stored adds nothing here and writes nothing to the log, which would then not be waited for.
    await (line === durable ? Promise.all([inserted, line.query(writeAndWait, [])]) : inserted)
    hints.work(new Set(deliveries.map(({ queue }) => queue)))
  }

  const take = (): Waiting[] => {
    let count = 0
    let end = 0
    while (end < waiting.length && (end === 0 || count + waiting[end]!.deliveries.length <= maxPerStatement)) count += waiting[end++]!.deliveries.length
    const batch = waiting.slice(0, end)
    waiting = waiting.slice(end)
    return batch
  }

  const flush = async (): Promise<void> => {
    await new Promise((done) => setImmediate(done))
    while (waiting.length > 0) {
      while (inFlight.size >= maxInFlight) await Promise.race(inFlight)
      await takeLine()
      const batch = take()
      const isDurable = line === durable
      const inserted = store(batch).finally(() => inFlight.delete(inserted))
      inFlight.add(inserted)
      const answered = inserted.then((stored) => answer(batch, stored, isDurable)).finally(() => unanswered.delete(answered))
      unanswered.add(answered)
      await new Promise((done) => setImmediate(done))
    }
    flushing = false
  }

  /** Two connections execute in no order: what is under way on one is over before the other is used. */
  const takeLine = async (): Promise<void> => {
    const wanted = disk.isQuick() ? durable : leading
    if (wanted === line) return
    await Promise.all(inFlight)
    line = wanted
  }

  /** Those whose deliveries are stored, on disk or not yet. */
  const store = async (batch: Waiting[]): Promise<Set<Waiting>> => {
    if (line === durable) writings += 1
    try {
      await insert(batch.flatMap((entry) => entry.deliveries))
      return new Set(batch)
    } catch (error) {
      return singly(batch, error as Error)
    }
  }

  /** One poisonous delivery must not fail the others that happened to share its insert. */
  const singly = async (batch: Waiting[], cause: Error): Promise<Set<Waiting>> => {
    log.warn({ err: cause, requests: batch.length }, 'shared insert failed; trying one by one')
    const stored = new Set<Waiting>()
    for (const entry of batch) {
      try {
        await insert(entry.deliveries)
        stored.add(entry)
      } catch (error) {
        log.error({ err: error }, 'delivery could not be stored')
      }
    }
    return stored
  }

  const isOnDisk = async (): Promise<boolean> => {
    try {
      await disk.untilOnDisk()
      return true
    } catch (error) {
      log.error({ err: error }, 'deliveries may not be on disk')
      return false
    }
  }

  const answer = async (batch: Waiting[], stored: Set<Waiting>, isDurable: boolean): Promise<void> => {
    const onDisk = stored.size > 0 && (isDurable || (await isOnDisk()))
    for (const entry of batch) {
      waitingCount -= entry.deliveries.length
      if (onDisk && stored.has(entry)) entry.resolve()
      else entry.reject(new Failure('unavailable', 'inbox.unavailable', 'The delivery could not be stored. Send it again.', { retryAfter: 2 }))
    }
    requests += batch.length
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
      while (flushing || unanswered.size > 0) await new Promise((done) => setImmediate(done))
      clearInterval(tick)
      await Promise.all([leading.end(), durable.end()])
    },
  }
}
