import type { Tx } from '../database/transaction.ts'

/** How sending went of what was added after `from`; seconds are null when nothing was sent. */
export type Figures = { from: Date; sent: number; failed: number; median: number | null; p95: number | null }

/** Newest entries of the tenant that are looked at, whoever sends them: by their keys, so that no index is kept up with each message for it. */
const most = 10_000

// Whoever was tried once was due when it might leave; what was tried again waited since it was added.
export const figuresText = `with newest as materialized (
  select sender, kind, state, attempts, created_at, not_before, updated_at from platform.outbox where tenant_id = $1 order by id desc limit ${most}),
oldest as (select case when count(*) = ${most} then min(created_at) end as at from newest),
decided as (
  select state, created_at, greatest(0, extract(epoch from updated_at - case when attempts > 1 then created_at else greatest(created_at, not_before) end)) as seconds
  from newest where sender = $2 and kind = 'message' and state in ('sent', 'failed'))
select greatest(asked.after, oldest.at) as "from", count(*) filter (where d.state = 'sent')::int as sent, count(*) filter (where d.state = 'failed')::int as failed,
  percentile_cont(0.5) within group (order by d.seconds) filter (where d.state = 'sent') as median, percentile_cont(0.95) within group (order by d.seconds) filter (where d.state = 'sent') as p95
from unnest($3::timestamptz[]) with ordinality asked (after, number) cross join oldest left join decided d on d.created_at > asked.after
group by asked.number, asked.after, oldest.at order by asked.number`

/** How it went with the messages of a sender that were added after each of these instants, in their order. An entry that is sent is not touched any more: it was when it was written last. */
export const figuresOf = async (tx: Tx, sender: string, after: readonly Date[]): Promise<Figures[]> =>
  (await tx.query<Figures>(figuresText, [tx.tenantId, sender, after])).rows
