import type { Suspicion } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'

type Row = Omit<Suspicion, 'first' | 'last' | 'actor'> & { actor_id: string | null; actor_name: string | null; first: Date; last: Date }

/** How often within an hour; between which hours of the organisation's own day. */
const limits = { refusals: 5, exports: 3, removals: 10, nightFrom: 0, nightTo: 5 }

/** The hour of the organisation; the host's own trail has no zone and is looked at in UTC. */
const zone = `coalesce((select t.time_zone from tenancy.tenant_card t where t.tenant_id = $1), 'UTC')`
const recent = 'from audit.record r where r.tenant_id = $1 and r.at >= $2'
const numbers = '(array_agg(seq order by seq desc))[1:50] as records'

/** Many of one kind by one person, or from one address, within any hour; told once for each day. */
const burst = (kind: Suspicion['kind'], what: string, by: 'actor_id' | 'address', atLeast: number): string => `select '${kind}' as kind,
  ${by === 'actor_id' ? 'actor_id, max(actor_name) as actor_name, null as address' : 'null as actor_id, null as actor_name, address'},
  max(within)::int as count, min(at) as first, max(at) as last, ${numbers}
  from (select r.*, count(*) over (partition by r.${by} order by r.at range between interval '1 hour' preceding and current row) as within,
      date_trunc('day', r.at at time zone ${zone}) as day ${recent} and r.${by} is not null and ${what}) found
  group by ${by}, day having max(within) >= ${atLeast} ${by === 'address' ? 'and count(distinct coalesce(actor_id, seq::text)) > 1' : ''}`

/** The part of an address that stays the same while somebody is on the same network. */
const network = (row: string): string =>
  `(case when ${row}.address ~ '^[0-9a-fA-F.:]+$' then network(set_masklen(${row}.address::inet, case when family(${row}.address::inet) = 4 then 16 else 32 end))::text else ${row}.address end)`

/** A sign-in that differs in `trait` from every earlier one of this person, while there are earlier ones. */
const firstTime = (
  kind: Suspicion['kind'],
  trait: (row: string) => string,
): string => `select '${kind}' as kind, r.actor_id, max(r.actor_name) as actor_name, r.address,
  count(*)::int as count, min(r.at) as first, max(r.at) as last, ${numbers}
  ${recent} and r.action = 'session.opened' and r.actor_id is not null and ${trait('r')} is not null
    and exists (select 1 ${earlier}) and not exists (select 1 ${earlier} and ${trait('o')} = ${trait('r')})
  group by r.actor_id, r.address, ${trait('r')}`
const earlier = `from audit.record o where o.tenant_id = $1 and o.actor_id = r.actor_id and o.action = 'session.opened' and o.seq < r.seq`

/** People at work while the organisation sleeps; programs never sleep. */
const night = `select 'night' as kind, r.actor_id, max(r.actor_name) as actor_name, null as address, count(*)::int as count, min(r.at) as first, max(r.at) as last, ${numbers}
  ${recent} and r.actor_kind in ('user', 'host') and r.actor_id is not null
    and extract(hour from r.at at time zone ${zone}) >= ${limits.nightFrom} and extract(hour from r.at at time zone ${zone}) < ${limits.nightTo}
  group by r.actor_id, date_trunc('day', r.at at time zone ${zone})`

const refused = `r.action in ('session.refused', 'two_factor.refused', 'password.refused')`
const text = [
  burst('failed_sign_ins', refused, 'actor_id', limits.refusals),
  burst('failed_sign_ins', refused, 'address', limits.refusals),
  burst('mass_export', `r.action like '%.exported'`, 'actor_id', limits.exports),
  burst('mass_removal', `r.action like '%.removed'`, 'actor_id', limits.removals),
  firstTime('new_country', (row) => `${row}.country`),
  firstTime('new_network', network),
  firstTime('new_device', (row) => `${row}.agent`),
  night,
].join(' union all ')

/** What somebody should look at, the newest first. */
export const listSuspicions = async (tx: Tx, since: Date): Promise<Suspicion[]> => {
  const { rows } = await tx.query<Row>(`select * from (${text}) found order by last desc limit 200`, [tx.tenantId, since])
  return rows.map(({ actor_id, actor_name, first, last, records, ...row }) => ({
    ...row,
    actor: { id: actor_id, name: actor_name },
    first: first.toISOString(),
    last: last.toISOString(),
    records: records.map(Number),
  }))
}
