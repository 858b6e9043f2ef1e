import type { ComplianceCount, ServiceClock, ServiceCompliance, ServiceMetric } from '@chasqui/contracts'
import { serviceMetrics } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import { absent } from '#platform/failure'

type ClockLine = Omit<ServiceClock, 'startedAt' | 'dueAt' | 'breachedAt' | 'endedAt'> & {
  startedAt: Date
  dueAt: Date | null
  breachedAt: Date | null
  endedAt: Date | null
}

export const clocksOf = async (tx: Tx, conversationId: string): Promise<ServiceClock[]> => {
  const seen = await tx.query('select 1 from conversations.conversation_fact where tenant_id = $1 and id = $2', [tx.tenantId, conversationId])
  if (seen.rows.length === 0) throw absent('conversation')
  const { rows } = await tx.query<ClockLine>(
    `select id, metric, state, target_seconds as "targetSeconds", spent_seconds as "spentSeconds", started_at as "startedAt", due_at as "dueAt", remaining_seconds as "remainingSeconds",
       breached_at as "breachedAt", ended_at as "endedAt" from sla.clock where tenant_id = $1 and conversation_id = $2 order by started_at desc, id desc limit 100`,
    [tx.tenantId, conversationId],
  )
  return rows.map(({ startedAt, dueAt, breachedAt, endedAt, ...clock }) => ({
    ...clock,
    startedAt: startedAt.toISOString(),
    dueAt: dueAt?.toISOString() ?? null,
    breachedAt: breachedAt?.toISOString() ?? null,
    endedAt: endedAt?.toISOString() ?? null,
  }))
}

const groupings = {
  campaign: { column: 'c.campaign_id', names: 'campaigns.campaign_card' },
  queue: { column: 'c.queue_id', names: 'routing.queue_card' },
  agent: { column: 'c.agent_id', names: 'identity.member_card' },
} as const

type Counted = { id: string | null; name: string | null; metric: ServiceMetric; met: number; missed: number; overdue: number }
const countOf = (rows: readonly Counted[]): ComplianceCount => {
  const sum = (key: 'met' | 'missed' | 'overdue') => rows.reduce((total, row) => total + row[key], 0)
  const [met, missed, overdue] = [sum('met'), sum('missed'), sum('overdue')]
  return { met, missed, overdue, compliance: met + missed + overdue === 0 ? null : met / (met + missed + overdue) }
}
const byMetric = (rows: readonly Counted[]): ServiceCompliance['total'] => {
  const of = (metric: ServiceMetric) => countOf(rows.filter((row) => row.metric === metric))
  const [first, next, resolution] = serviceMetrics
  return { [first]: of(first), [next]: of(next), [resolution]: of(resolution), all: countOf(rows) }
}

type Asked = { groupBy: keyof typeof groupings; from?: string | undefined; to?: string | undefined; campaignId?: string | undefined }

/** How the service level was kept on some days of the business. */
export const readCompliance = async (tx: Tx, now: Date, { groupBy, from, to, campaignId }: Asked): Promise<ServiceCompliance> => {
  const { column, names } = groupings[groupBy]
  const { rows } = await tx.query<Counted>(
    `with days as (
       select coalesce($3::date, ($2::timestamptz at time zone t.time_zone)::date) as first, coalesce($4::date, ($2::timestamptz at time zone t.time_zone)::date) as last, t.time_zone from tenancy.tenant_card t where t.tenant_id = $1),
     period as (select first::timestamp at time zone time_zone as begins, (last + 1)::timestamp at time zone time_zone as ends from days)
     select ${column} as id, (select n.name from ${names} n where n.tenant_id = $1 and n.id = ${column}) as name, c.metric,
       count(*) filter (where c.state = 'met')::int as met, count(*) filter (where c.state = 'missed')::int as missed, count(*) filter (where c.ended_at is null)::int as overdue
     from sla.clock c, period p
     where c.tenant_id = $1 and ($5::uuid is null or c.campaign_id = $5)
       and ((c.state in ('met', 'missed') and c.ended_at >= p.begins and c.ended_at < p.ends)
         or (c.state = 'running' and c.due_at < least($2, p.ends) and c.due_at >= p.begins))
     group by 1, 3 order by 2 nulls last, 1`,
    [tx.tenantId, now, from ?? null, to ?? null, campaignId ?? null],
  )
  const ids = [...new Set(rows.map(({ id }) => id))]
  return {
    total: byMetric(rows),
    groups: ids.map((id) => {
      const own = rows.filter((row) => row.id === id)
      return { id, name: own[0]!.name, counts: byMetric(own) }
    }),
  }
}
