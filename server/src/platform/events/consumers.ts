import type { StoredEvent } from '@chasqui/contracts'
import type { Database } from '../database/open.ts'
import type { Tx } from '../database/transaction.ts'
import type { Log } from '../log.ts'
import { eventsAfter } from './log.ts'
import type { Hints } from './hints.ts'

/** A reaction to events with a cursor of its own: each event is handled once per tenant, in order, in the transaction that moves the cursor. */
export type Consumer = { name: string; handle(tx: Tx, events: StoredEvent[]): Promise<void> }
export type Consumers = { start(): void; stop(): Promise<void>; catchUp(tenantId: string): Promise<void> }

const batchSize = 500
const sweepMilliseconds = 5000
/** Consumers follow at a short distance: a burst of events is one batch, and the burst itself is not slowed down. */
const distanceMilliseconds = 250

/** How far a consumer has come, locked; null where it has not begun. */
const cursorOf = async (tx: Tx, consumer: string): Promise<number | null> => {
  const { rows } = await tx.query<{ seq: number }>('select seq from platform.event_cursor where tenant_id = $1 and consumer = $2 for update', [
    tx.tenantId,
    consumer,
  ])
  return rows[0]?.seq ?? null
}

/** Begins with a tenant. One without events, which may have been removed a moment ago, gets no cursor: null. */
const firstCursorOf = async (tx: Tx, consumer: string): Promise<number | null> => {
  await tx.query(
    `insert into platform.event_cursor (tenant_id, consumer, seq) select $1, $2, 0 where exists (select 1 from platform.event where tenant_id = $1)
     on conflict do nothing`,
    [tx.tenantId, consumer],
  )
  return cursorOf(tx, consumer)
}

/** Runs the consumers on this node. Several nodes may run them: the cursor row is locked while a batch is handled. */
export const createConsumers = (
  consumers: Consumer[],
  { database, hints, log, lag }: { database: Database; hints: Hints; log: Log; lag(consumer: string, events: number): void },
): Consumers => {
  const running = new Map<string, Promise<void>>()
  const again = new Set<string>()
  let sweep: NodeJS.Timeout | undefined
  let unsubscribe = () => {}
  let stopping = false

  /** True when there may be more. */
  const step = (consumer: Consumer, tenantId: string): Promise<boolean> =>
    database.inTenant(tenantId, async (tx) => {
      const seq = (await cursorOf(tx, consumer.name)) ?? (await firstCursorOf(tx, consumer.name))
      if (seq === null) return false
      const events = await eventsAfter(tx, seq, batchSize)
      if (events.length === 0) return false
      await consumer.handle(tx, events)
      await tx.query('update platform.event_cursor set seq = $3 where tenant_id = $1 and consumer = $2', [tenantId, consumer.name, events.at(-1)!.seq])
      return events.length === batchSize
    })

  const follow = async (tenantId: string): Promise<void> => {
    do {
      again.delete(tenantId)
      for (const consumer of consumers) while (!stopping && (await step(consumer, tenantId)));
    } while (again.has(tenantId) && !stopping)
  }

  const catchUp = (tenantId: string): Promise<void> => {
    const under = running.get(tenantId)
    if (under) {
      again.add(tenantId)
      return under
    }
    const work = follow(tenantId).finally(() => running.delete(tenantId))
    running.set(tenantId, work)
    return work
  }
  const soon = new Map<string, NodeJS.Timeout>()
  const afterBurst = (tenantId: string): void => {
    if (soon.has(tenantId)) return
    soon.set(
      tenantId,
      setTimeout(() => {
        soon.delete(tenantId)
        quietly(tenantId)
      }, distanceMilliseconds),
    )
  }
  const quietly = (tenantId: string) =>
    void catchUp(tenantId).catch((error) => log.warn({ err: error, tenantId }, 'a consumer failed; it goes on from its cursor'))

  /** Finds tenants whose log is ahead of a cursor: work that a dead node or a lost hint left behind. */
  const lookRound = async (): Promise<void> => {
    for (const consumer of consumers) {
      const { rows } = await database.system.query<{ tenant_id: string; behind: number }>(
        `select n.tenant_id, n.last_seq - coalesce(c.seq, 0) as behind from platform.event_counter n left join platform.event_cursor c on c.tenant_id = n.tenant_id and c.consumer = $1 where n.last_seq > coalesce(c.seq, 0) limit 1000`,
        [consumer.name],
      )
      lag(
        consumer.name,
        rows.reduce((sum, row) => sum + row.behind, 0),
      )
      for (const row of rows) quietly(row.tenant_id)
    }
  }

  return {
    start: () => {
      unsubscribe = hints.onEvents(afterBurst)
      sweep = setInterval(() => void lookRound().catch((error) => log.warn({ err: error }, 'looking for unread events failed')), sweepMilliseconds)
    },
    stop: async () => {
      stopping = true
      unsubscribe()
      clearInterval(sweep)
      for (const timer of soon.values()) clearTimeout(timer)
      await Promise.allSettled(running.values())
    },
    catchUp,
  }
}
