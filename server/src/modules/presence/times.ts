import type { PauseReason, PresenceTimes } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import { absent } from '#platform/failure'

type DayRow = PresenceTimes['days'][number]
const secondsOf = (state: string) => `coalesce(sum(extract(epoch from ends - starts)) filter (where state = '${state}'), 0)::int as ${state}`

/** Each day of the tenant's own clock, today first, with the parts of what was noted that lie in it; what goes on ends now. */
const perDay = `with clock as (select time_zone as zone from tenancy.tenant_card where tenant_id = $1),
  day as (select d::date as day, d at time zone zone as starts, (d + interval '1 day') at time zone zone as ends
    from clock, generate_series(date_trunc('day', $3::timestamptz at time zone zone) - make_interval(days => $4 - 1), date_trunc('day', $3::timestamptz at time zone zone), interval '1 day') d),
  part as (select day.day, i.state, i.reason, greatest(i.started_at, day.starts) as starts, least(coalesce(i.ended_at, $3), day.ends) as ends
    from day left join presence.interval i on i.tenant_id = $1 and i.user_id = $2 and i.started_at < day.ends and coalesce(i.ended_at, $3) > day.starts)`

/** How long a member was in each state. Fails for somebody who is none. */
export const presenceTimes = async (tx: Tx, { userId, days, now }: { userId: string; days: number; now: Date }): Promise<PresenceTimes> => {
  const member = await tx.query(`select 1 from identity.member_card where tenant_id = $1 and id = $2 and status <> 'removed'`, [tx.tenantId, userId])
  if (member.rows.length === 0) throw absent('user')
  const given = [tx.tenantId, userId, now, days]
  const each = await tx.query<DayRow>(
    `${perDay} select day::text as day, ${['available', 'busy', 'paused'].map(secondsOf).join(', ')} from part group by day order by day desc`,
    given,
  )
  const pauses = await tx.query<{ reason: PauseReason; seconds: number }>(
    `${perDay} select reason, sum(extract(epoch from ends - starts))::int as seconds from part where state = 'paused' group by reason order by seconds desc`,
    given,
  )
  return { days: each.rows, pauses: pauses.rows }
}
