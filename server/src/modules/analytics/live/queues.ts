import type { LiveQueue, ServiceLevel } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import { countMetrics, type Period } from '../metrics/count.ts'
import type { AnalyticsPorts } from '../ports.ts'
import { isInService } from './facts.ts'

type QueueRow = {
  id: string
  name: string
  campaign: LiveQueue['campaign']
  is_open: boolean
  service_level: ServiceLevel | null
  waiting: number
  longest: Date | null
  in_service: number
}
type Step = { queue_id: string; at: Date; waiting: number; came: number }

/** The last hour of all queues in steps of five minutes, which end at whole ones. */
const trendText = `select q.id as queue_id, s.at, count(w.id) filter (where w.entered_at <= s.at and (w.ended_at is null or w.ended_at > s.at))::int as waiting,
  count(w.id) filter (where w.entered_at > s.at - interval '5 minutes' and w.entered_at <= s.at)::int as came
from unnest($3::uuid[]) as q (id) cross join generate_series(date_bin('5 minutes', $2::timestamptz, 'epoch') - interval '55 minutes', date_bin('5 minutes', $2::timestamptz, 'epoch'), '5 minutes') as s (at)
left join routing.wait_fact w on w.tenant_id = $1 and w.queue_id = q.id and (w.ended_at is null or w.ended_at > $2::timestamptz - interval '70 minutes') and w.entered_at <= s.at
group by 1, 2 order by 1, 2`

/** Queues in the order in which they are tried, campaign by campaign, as they are now. */
export const readQueues = async (
  tx: Tx,
  ports: AnalyticsPorts,
  { campaignId, today }: { campaignId: string | undefined; today: Period },
): Promise<LiveQueue[]> => {
  const now = ports.now()
  const { rows } = await tx.query<QueueRow>(
    `select q.id, q.name, json_build_object('id', g.id, 'name', g.name) as campaign, q.is_open, q.service_level, w.waiting, w.longest,
       (select count(*)::int from conversations.conversation_fact f where f.tenant_id = $1 and f.queue_id = q.id and ${isInService}) as in_service
     from routing.queue_fact q join campaigns.campaign_card g on g.tenant_id = q.tenant_id and g.id = q.campaign_id
     cross join lateral (select count(*)::int as waiting, min(w.since) as longest from routing.wait_fact w where w.tenant_id = $1 and w.queue_id = q.id and w.ended_at is null) w
     where q.tenant_id = $1 and q.removed_at is null and ($2::uuid is null or q.campaign_id = $2) and g.state <> 'finished'
     order by lower(g.name), g.id, q.is_default, q.position, q.id`,
    [tx.tenantId, campaignId ?? null],
  )
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const { rows: steps } = await tx.query<Step>(trendText, [tx.tenantId, now, ids])
  const { groups } = await countMetrics(tx, now, {
    period: today,
    narrowed: { campaignId },
    groupBy: 'queue',
    ids: ['waits_served', 'waits_abandoned', 'abandonment_rate', 'wait_median', 'sla_compliance'],
  })
  const available = await ports.availableIn(tx)
  return Promise.all(
    rows.map(async ({ id, name, campaign, is_open, service_level, waiting, longest, in_service }): Promise<LiveQueue> => {
      const values = groups.get(id) ?? {}
      const level = service_level ?? (await ports.campaign(tx.tenantId, campaign.id))?.serviceLevel
      return {
        id,
        name,
        campaign,
        isOpen: is_open,
        waiting,
        longestSince: longest?.toISOString() ?? null,
        medianWaitSeconds: values.wait_median ?? null,
        inService: in_service,
        available: available.get(id) ?? 0,
        servedToday: values.waits_served ?? 0,
        abandonedToday: values.waits_abandoned ?? 0,
        abandonmentRate: values.abandonment_rate ?? null,
        compliance: values.sla_compliance ?? null,
        target: level?.firstResponse ?? null,
        trend: steps.filter(({ queue_id }) => queue_id === id).map(({ at, waiting, came }) => ({ at: at.toISOString(), waiting, came })),
      }
    }),
  )
}
