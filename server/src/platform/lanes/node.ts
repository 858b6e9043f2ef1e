import type pg from 'pg'
import type { Database } from '../database/open.ts'
import type { Hint } from '../events/hints.ts'
import { newId } from '../ids.ts'
import type { Log } from '../log.ts'
import { leaseSeconds } from './claim.ts'
import type { HeldLanes } from './held.ts'

/**
 * This process among its peers. It holds an advisory lock under its own id for as long as its connection lives, so that peers see its
 * death at once and free its lanes; where the lock cannot tell (a host that vanished from the network) the leases end by themselves.
 * The same connection carries hints between nodes.
 */
export type Node = {
  id: string
  start(): Promise<void>
  stop(): Promise<void>
  /** Tells the other nodes, at most one notification per 25 ms. */
  share(hint: Hint): void
  /** How many other nodes live. */
  others(): Promise<number>
}

export type NodePorts = { database: Database; log: Log; held: HeldLanes; hear(hint: Hint): void; onFreed(): void; onUncertain(): Promise<void> }

const channel = 'chasqui_hints'
const maxNotice = 7000

// Locked in the order of the keys like everywhere else, so that nobody waits in a circle.
const prolongText = `with mine as (
  select l.tenant_id, l.queue, l.key from platform.lane l join unnest($2::uuid[], $3::text[], $4::text[]) as held (tenant_id, queue, key) using (tenant_id, queue, key)
  where l.worker = $1 order by l.tenant_id, l.queue, l.key for update of l)
update platform.lane l set lease_until = clock_timestamp() + make_interval(secs => ${leaseSeconds})
from mine where l.tenant_id = mine.tenant_id and l.queue = mine.queue and l.key = mine.key`

/** A lane of this process that is neither prolonged just now nor claimed within these seconds is in nobody's hand. */
const claimSeconds = 3

/** SQL of what `pg_locks` calls the lock of a node, from its id. */
const lockOfText = (id: string): string => `(('x' || substr(replace(${id}::text, '-', ''), 25, 8))::bit(32)::bigint)::oid`

/** SQL that says whether the node in a column of uuids holds its lock no longer; `lockClass` is the place of `nodeLockClass`. Such a node may still run, cut off. */
export const isDeadText = (column: string, lockClass: string): string =>
  `not exists (select 1 from pg_locks where locktype = 'advisory' and classid = ${lockClass} and objid = ${lockOfText(column)} and granted)`

const freeText = `with dead as (
  select worker from (select distinct worker from platform.lane where lease_until is not null and worker is not null and worker <> $1) held
  where ${isDeadText('worker', '$2')}),
lost as (
  select tenant_id, queue, key, worker from platform.lane
  where lease_until is not null and (lease_until < clock_timestamp() or worker in (select worker from dead) or (worker = $1 and lease_until < clock_timestamp() + make_interval(secs => ${leaseSeconds - claimSeconds})))
  for update skip locked),
freed as (
  update platform.lane l set lease_until = null, worker = null from lost
  where l.tenant_id = lost.tenant_id and l.queue = lost.queue and l.key = lost.key returning l.tenant_id, l.queue, l.key, lost.worker),
stranded as (
  update platform.outbox o set lease_until = clock_timestamp() from freed
  where freed.queue = 'send' and freed.worker is distinct from $1 and o.tenant_id = freed.tenant_id and o.sender = freed.key::uuid and o.state = 'processing' returning 1)
select (select count(*) from freed)::int as freed, (select count(*) from stranded)::int as stranded`

// Of this database alone: a server may have others of this product.
const othersText = `select count(distinct objid)::int as others from pg_locks where locktype = 'advisory' and classid = $2 and granted
  and database = (select oid from pg_database where datname = current_database()) and objid <> ${lockOfText('$1')}`

/** Class of the advisory locks that show which nodes live. */
export const nodeLockClass = 7_223_846
const lockOf = (id: string) => Number.parseInt(id.replaceAll('-', '').slice(24), 16) | 0

export const createNode = ({ database, log, held, hear, onFreed, onUncertain }: NodePorts): Node => {
  const id = newId()
  let connection: pg.Client | null = null
  let stopping = false
  let pending: Hint = {}
  let sharing: NodeJS.Timeout | undefined
  let beat: NodeJS.Timeout | undefined

  const connect = async (): Promise<void> => {
    const client = await database.connectSystem()
    client.on('error', (error) => {
      log.warn({ err: error }, 'presence connection lost; connecting again')
      if (connection === client) connection = null
    })
    client.on('end', () => {
      if (connection === client) connection = null
    })
    client.on('notification', (notice) => {
      const { from, hint } = JSON.parse(notice.payload ?? '{}') as { from?: string; hint?: Hint }
      if (from !== id && hint) hear(hint)
    })
    await client.query('select pg_advisory_lock_shared($1, $2)', [nodeLockClass, lockOf(id)])
    await client.query(`listen ${channel}`)
    connection = client
  }

  const pulse = async (): Promise<void> => {
    if (stopping) return
    if (!connection) await connect()
    const lanes = held.all()
    if (lanes.length > 0)
      await database.system.query(prolongText, [id, lanes.map((lane) => lane.tenantId), lanes.map((lane) => lane.queue), lanes.map((lane) => lane.key)])
    const { rows } = await database.system.query<{ freed: number; stranded: number }>(freeText, [id, nodeLockClass])
    if (rows[0]!.freed > 0) {
      log.info(rows[0]!, 'freed work that nobody had in hand any more')
      onFreed()
    }
    await onUncertain()
  }

  /** What the next notice tells: of answers one alone, for each may be as long as a notice. */
  const nextHint = (): Hint => {
    const { answered: [answer, ...later] = [], ...hint } = pending
    pending = later.length > 0 ? { answered: later } : {}
    return answer ? { ...hint, answered: [answer] } : hint
  }

  const notify = () => {
    const text = JSON.stringify({ from: id, hint: nextHint() })
    // Too much news for one notice: the others find it by polling.
    const told = connection && text.length <= maxNotice ? connection.query('select pg_notify($1, $2)', [channel, text]) : Promise.resolve()
    // One at a time: the next notice waits for the answer to this one.
    told
      .catch((error) => log.debug({ err: error }, 'hint not shared'))
      .finally(() => {
        sharing = Object.keys(pending).length > 0 ? setTimeout(notify, 25) : undefined
      })
  }

  return {
    id,
    start: async () => {
      await connect()
      await pulse()
      beat = setInterval(() => void pulse().catch((error) => log.warn({ err: error }, 'heartbeat failed')), (leaseSeconds * 1000) / 3)
    },
    stop: async () => {
      stopping = true
      clearInterval(beat)
      clearTimeout(sharing)
      await connection?.end().catch(() => {})
    },
    share: (hint) => {
      const merge = <Item>(a: Item[] = [], b: Item[] = []) => [...new Set([...a, ...b])]
      pending = {
        work: merge(pending.work, hint.work),
        events: merge(pending.events, hint.events),
        changed: [...(pending.changed ?? []), ...(hint.changed ?? [])],
        asked: [...(pending.asked ?? []), ...(hint.asked ?? [])],
        answered: [...(pending.answered ?? []), ...(hint.answered ?? [])],
      }
      sharing ??= setTimeout(notify, 25)
    },
    others: async () => (await database.system.query<{ others: number }>(othersText, [id, nodeLockClass])).rows[0]!.others,
  }
}
