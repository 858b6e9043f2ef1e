import type { Suspicion } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'

type Row = Omit<Suspicion, 'first' | 'last' | 'actor' | 'records'> & {
  actor_id: string | null
  actor_name: string | null
  first: Date
  last: Date
  records: string[]
}

/** Refused sign-ins of one address or account within an hour; downloads and removals of one person within an hour; acts between these hours. */
const limits = { refusals: 5, exports: 3, removals: 10, nightFrom: 0, nightTo: 5 }

const recent = 'from audit.record r where r.tenant_id = $1 and r.at >= $2'
const grouped = `count(*)::int as count, min(r.at) as first, max(r.at) as last, (array_agg(r.seq order by r.seq desc))[1:50] as records`
const burst = (
  kind: string,
  what: string,
  atLeast: number,
  by: string,
) => `select '${kind}' as kind, r.actor_id, max(r.actor_name) as actor_name, ${by} as address, ${grouped}
  ${recent} and ${what} group by r.actor_id, ${by === 'r.address' ? 'r.address,' : ''} date_bin('1 hour', r.at, '2000-01-01') having count(*) >= ${atLeast}`

/** A sign-in from where this person never was before, while they had been somewhere. */
const newDevice = `select 'new_device' as kind, r.actor_id, max(r.actor_name) as actor_name, r.address, ${grouped}
  ${recent} and r.action = 'session.opened' and r.actor_id is not null
    and exists (select 1 from audit.record o where o.tenant_id = $1 and o.actor_id = r.actor_id and o.action = 'session.opened' and o.seq < r.seq)
    and not exists (select 1 from audit.record o where o.tenant_id = $1 and o.actor_id = r.actor_id and o.action = 'session.opened' and o.seq < r.seq
      and o.address is not distinct from r.address and o.agent is not distinct from r.agent)
  group by r.actor_id, r.address`

const night = `select 'night' as kind, r.actor_id, max(r.actor_name) as actor_name, null as address, ${grouped}
  from audit.record r join tenancy.tenant_card t on t.tenant_id = r.tenant_id where r.tenant_id = $1 and r.at >= $2 and r.actor_kind in ('user', 'key', 'host')
    and extract(hour from r.at at time zone t.time_zone) >= ${limits.nightFrom} and extract(hour from r.at at time zone t.time_zone) < ${limits.nightTo}
  group by r.actor_id, date_trunc('day', r.at at time zone t.time_zone)`

const text = [
  burst('failed_sign_ins', `r.action = 'session.refused'`, limits.refusals, 'r.address'),
  burst('mass_export', `r.action like '%.exported'`, limits.exports, 'null::text'),
  burst('mass_removal', `r.action like '%.removed'`, limits.removals, 'null::text'),
  newDevice,
  night,
].join(' union all ')

/** What somebody should look at, the newest first. */
export const listSuspicions = async (tx: Tx, since: Date): Promise<Suspicion[]> => {
  const { rows } = await tx.query<Row>(`select * from (${text}) as found order by last desc, kind limit 200`, [tx.tenantId, since])
  return rows.map(({ actor_id, actor_name, first, last, records, ...row }) => ({
    ...row,
    actor: { id: actor_id, name: actor_name },
    first: first.toISOString(),
    last: last.toISOString(),
    records: records.map(Number),
  }))
}
