import type { Tx } from '../database/transaction.ts'

/** How sending went of what was added after `from`; `busiest`: the most that left in one minute. Seconds are null when nothing was sent. */
export type Figures = { from: Date; sent: number; failed: number; busiest: number; median: number | null; p95: number | null }

/** Newest entries of the tenant that are looked at, whoever sends them: by their keys, so that no index is kept up with each message for it. */
const most = 10_000

const firstText = `select id, at from platform.newest_entries(${most})`

// Whoever was tried once was due when it might leave; what was tried again waited since it was added. The first key stands there as a value: what is worked out by the statement
// itself would be compared after everybody's reach was weighed.
export const figuresText = `with decided as materialized (
  select state, created_at, updated_at, greatest(0, extract(epoch from updated_at - case when attempts > 1 then created_at else greatest(created_at, not_before) end)) as seconds
  from platform.outbox where tenant_id = $1 and id >= $3 and sender = $2 and kind = 'message' and state in ('sent', 'failed'))
select greatest(asked.after, $5::timestamptz) as "from", count(*) filter (where d.state = 'sent')::int as sent, count(*) filter (where d.state = 'failed')::int as failed,
  coalesce((select max(left_then) from (select count(*)::int as left_then from decided m where m.state = 'sent' and m.created_at > asked.after group by date_trunc('minute', m.updated_at)) minutes), 0) as busiest,
  percentile_cont(0.5) within group (order by d.seconds) filter (where d.state = 'sent') as median, percentile_cont(0.95) within group (order by d.seconds) filter (where d.state = 'sent') as p95
from unnest($4::timestamptz[]) with ordinality asked (after, number) left join decided d on d.created_at > asked.after
group by asked.number, asked.after order by asked.number`

type First = { id: string; at: Date | null }
const fromTheBeginning: First = { id: '00000000-0000-0000-0000-000000000000', at: null }

/** What the figures of a sender are asked with. */
export const figuresValues = async (tx: Tx, sender: string, after: readonly Date[]): Promise<unknown[]> => {
  const { id, at } = (await tx.query<First>(firstText)).rows[0] ?? fromTheBeginning
  return [tx.tenantId, sender, id, after, at]
}

/** How it went with the messages of a sender that were added after each of these instants, in their order. An entry that is sent is not touched any more: it was when it was written last. */
export const figuresOf = async (tx: Tx, sender: string, after: readonly Date[]): Promise<Figures[]> =>
  (await tx.query<Figures>(figuresText, await figuresValues(tx, sender, after))).rows
