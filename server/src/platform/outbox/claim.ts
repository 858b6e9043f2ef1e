import type { Database } from '../database/open.ts'
import { wakeEarlier } from '../lanes/enqueue.ts'
import type { ClaimedEntry } from './entry.ts'

/** Seconds that a send may take before its outcome counts as unknown. Longer than any adapter's time-out. */
export const sendLeaseSeconds = 90

// A scalar subquery is looked up row by row in `outbox_order`; as a join PostgreSQL may read everything that waits.
const claimText = `with due as (
  select o.id from platform.outbox o
  where o.tenant_id = $1 and o.sender = $2 and o.state = 'pending' and o.not_before <= $3
    and (select true from platform.outbox earlier where earlier.tenant_id = o.tenant_id and earlier.sender = o.sender and earlier.recipient = o.recipient
      and earlier.state in ('pending', 'processing') and earlier.position < o.position limit 1) is null
  order by o.priority, o.position limit $4 for update of o skip locked)
update platform.outbox o set state = 'processing', attempts = attempts + 1, fence = fence + 1, lease_until = clock_timestamp() + make_interval(secs => ${sendLeaseSeconds}), updated_at = $3
from due where o.tenant_id = $1 and o.id = due.id
returning o.id, o.recipient, o.subject, o.kind, o.payload, o.attempts, o.fence, o.priority, o.position`

/** Takes due entries of one sender, at most one per recipient: the next one leaves when the outcome of the one before is known. */
export const claimEntries = async (database: Database, tenantId: string, sender: string, now: Date, limit: number): Promise<ClaimedEntry[]> => {
  const { rows } = await database.system.query<ClaimedEntry & { priority: number; position: number }>(claimText, [tenantId, sender, now, limit])
  return rows.sort((a, b) => a.priority - b.priority || a.position - b.position)
}

/** Puts entries back that were claimed but surely not sent (a recipient's limit, a stop). Their attempt does not count. */
export const putBack = (database: Database, tenantId: string, entries: { id: string; fence: number; notBefore: Date }[]): Promise<unknown> =>
  database.system.query(
    `update platform.outbox o set state = 'pending', attempts = attempts - 1, not_before = back.not_before, lease_until = null
     from unnest($2::uuid[], $3::bigint[], $4::timestamptz[]) as back (id, fence, not_before) where o.tenant_id = $1 and o.id = back.id and o.fence = back.fence and o.state = 'processing'`,
    [tenantId, entries.map((entry) => entry.id), entries.map((entry) => entry.fence), entries.map((entry) => entry.notBefore)],
  )

export type Stranded = { tenantId: string; sender: string; id: string; fence: number }

/** Entries whose sender died between handing the request over and storing the answer. Nobody knows whether they arrived. */
export const findStranded = async (database: Database): Promise<Stranded[]> => {
  const { rows } = await database.system.query<{ tenant_id: string; sender: string; id: string; fence: number }>(
    `select tenant_id, sender, id, fence from platform.outbox where state = 'processing' and lease_until < clock_timestamp() limit 500`,
  )
  return rows.map((row) => ({ tenantId: row.tenant_id, sender: row.sender, id: row.id, fence: row.fence }))
}

const raiseText = `with recursive waiting as (
  (select tenant_id, sender from platform.outbox where state = 'pending' order by tenant_id, sender limit 1)
  union all
  select next.tenant_id, next.sender from waiting, lateral (
    select o.tenant_id, o.sender from platform.outbox o where o.state = 'pending' and (o.tenant_id, o.sender) > (waiting.tenant_id, waiting.sender) order by o.tenant_id, o.sender limit 1) next)
insert into platform.lane (tenant_id, queue, key, ready_at)
select w.tenant_id, 'send', w.sender::text, $1 from waiting w
where (select true from platform.outbox o where o.tenant_id = w.tenant_id and o.sender = w.sender and o.state = 'pending' and o.not_before <= $1 limit 1)
  and (select true from platform.lane l where l.tenant_id = w.tenant_id and l.queue = 'send' and l.key = w.sender::text and (l.lease_until is not null or l.ready_at <= greatest($1, l.blocked_until))) is null
order by w.tenant_id, w.sender
${wakeEarlier}`

/**
 * Makes a lane ready for every sender that has something due and whose lane sleeps or does not exist; from one sender to the next by index,
 * however much is waiting. Run before each claim, so that no entry can be forgotten, whoever died after adding it.
 */
export const raiseSenders = (database: Database, now: Date): Promise<unknown> => database.system.query(raiseText, [now])
