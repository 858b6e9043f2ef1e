import type { ChannelState, StateTimeline } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import type { ChannelsPorts } from './ports.ts'

/** Days that a timeline shows, with today. */
const days = 30
/** Stretches of it that are told one by one. */
const newest = 50
/** Changes that are kept of one channel, however often its line comes and goes. */
const most = 5000

const noteText = `insert into channels.state_change (tenant_id, channel_id, at, state, detail)
select c.tenant_id, c.id, c.state_since, c.state, c.state_detail from channels.channel c where c.tenant_id = $1 and c.id = $2 and c.deleted_at is null
  and c.state is distinct from (select s.state from channels.state_change s where s.tenant_id = c.tenant_id and s.channel_id = c.id order by s.at desc limit 1)
on conflict (tenant_id, channel_id, at) do update set state = excluded.state, detail = excluded.detail`

/** Keeps in which state a channel is from now on, unless it was in it already. In the transaction that moves it there. */
export const noteState = (tx: Tx, id: string): Promise<unknown> => tx.query(noteText, [tx.tenantId, id])

// What a channel was in before the first day reaches into it; without such a row what it was in then is not known.
export const changesText = `select state, detail, at, lead(at) over (order by at) as until from channels.state_change where tenant_id = $1 and channel_id = $2`

const daysText = `with stretch as (${changesText}),
day as (
  select d::date::text as day, d at time zone $4 as begins, least((d + interval '1 day') at time zone $4, $3) as ends
  from generate_series(date_trunc('day', $3::timestamptz at time zone $4) - interval '${days - 1} days', date_trunc('day', $3::timestamptz at time zone $4), interval '1 day') d),
spent as (
  select day.day, s.state, sum(extract(epoch from least(coalesce(s.until, $3), day.ends) - greatest(s.at, day.begins)))::float8 as seconds
  from day join stretch s on s.at < day.ends and coalesce(s.until, $3) > day.begins group by day.day, s.state)
select day.day, coalesce((select jsonb_object_agg(spent.state, spent.seconds) from spent where spent.day = day.day), '{}') as seconds from day order by day.day`

const stretchesText = `with stretch as (${changesText})
select state, detail, at, until from stretch where coalesce(until, $3) > $3::timestamptz - interval '${days} days' order by at desc limit ${newest}`

type Stretch = { state: ChannelState; detail: string | null; at: Date; until: Date | null }

/** In which states a channel was in the last thirty days of the business. */
export const readTimeline = async (tx: Tx, ports: Pick<ChannelsPorts, 'now' | 'timeZone'>, id: string): Promise<StateTimeline> => {
  const now = ports.now()
  const told = await tx.query<StateTimeline['days'][number]>(daysText, [tx.tenantId, id, now, await ports.timeZone(tx.tenantId)])
  const { rows } = await tx.query<Stretch>(stretchesText, [tx.tenantId, id, now])
  return {
    days: told.rows,
    stretches: rows.map(({ state, detail, at, until }) => ({ state, detail, from: at.toISOString(), until: until?.toISOString() ?? null })),
  }
}

/** Forgets what no timeline shows any more, but for the state in which each begins, and what is beyond the most that are kept. */
export const forgetStates = async ({ database, now }: Pick<ChannelsPorts, 'database' | 'now'>): Promise<void> => {
  await database.system.query(
    `delete from channels.state_change s where s.at < (
       select max(k.at) from channels.state_change k where k.tenant_id = s.tenant_id and k.channel_id = s.channel_id and k.at <= $1::timestamptz - interval '${days + 1} days')`,
    [now()],
  )
  await database.system.query(
    `delete from channels.state_change s using (
       select c.tenant_id, c.id, (select k.at from channels.state_change k where k.tenant_id = c.tenant_id and k.channel_id = c.id order by k.at desc offset ${most} limit 1) as upto
       from channels.channel c where c.deleted_at is null) kept
     where s.tenant_id = kept.tenant_id and s.channel_id = kept.id and s.at <= kept.upto`,
  )
}
