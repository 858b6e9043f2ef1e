import type { Analysis, AnalyticsQuery, MetricGrouping, MetricId } from '@chasqui/contracts'
import { Failure } from '#platform/failure'
import type { Tx } from '#platform/database/transaction'
import { countMetrics, distribute, periodOf, type Period } from './metrics/count.ts'

const longestDays = 400

const periodAsked = async (tx: Tx, now: Date, query: AnalyticsQuery): Promise<Period> => {
  const period = (await periodOf(tx, now, query))!
  const days = (Date.parse(period.to) - Date.parse(period.from)) / 86_400_000 + 1
  if (days < 1) throw new Failure('invalid', 'analytics.period_reversed', 'The period ends before it begins.')
  if (days > longestDays) throw new Failure('invalid', 'analytics.period_too_long', `A period has ${longestDays} days at most.`)
  return period
}

const named: Partial<Record<MetricGrouping, string>> = {
  campaign: 'campaigns.campaign_card',
  queue: 'routing.queue_card',
  agent: 'identity.member_card',
  channel: 'channels.channel_card',
}
const namesOf = async (tx: Tx, groupBy: MetricGrouping, keys: (string | null)[]): Promise<Map<string, string>> => {
  const card = named[groupBy]
  const ids = keys.filter((key) => key !== null)
  if (!card || ids.length === 0) return new Map()
  const { rows } = await tx.query<{ id: string; name: string }>(`select id, name from ${card} where tenant_id = $1 and id = any($2::uuid[])`, [
    tx.tenantId,
    ids,
  ])
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Numbers of a period, in total and by what was asked. Times come in their order, everything else by name; what belongs to none of them last. */
export const analyse = async (tx: Tx, now: Date, query: AnalyticsQuery, ids: readonly MetricId[]): Promise<Analysis> => {
  const period = await periodAsked(tx, now, query)
  const groupBy = query.groupBy ?? null
  const { totals, groups } = await countMetrics(tx, now, { period, narrowed: query, groupBy, ids })
  const names = groupBy ? await namesOf(tx, groupBy, [...groups.keys()]) : new Map<string, string>()
  const orderOf = (key: string | null): string => (key === null ? '\uFFFF' : (names.get(key) ?? key))
  return {
    at: now.toISOString(),
    from: period.from,
    to: period.to,
    timeZone: period.timeZone,
    groupBy,
    totals,
    groups: [...groups]
      .map(([key, values]) => ({ key, name: key === null ? null : (names.get(key) ?? null), values }))
      .toSorted((one, other) => orderOf(one.key).localeCompare(orderOf(other.key))),
  }
}

const responseLimits = [0, 60, 300, 900, 1800, 3600, 14_400, 86_400]

/** Seconds until the first answer of a person. */
export const distributeResponses = async (tx: Tx, now: Date, query: AnalyticsQuery) =>
  distribute(tx, now, {
    period: await periodAsked(tx, now, query),
    narrowed: query,
    source: 'begun',
    number: 'case when f.first_human_reply_at >= f.first_inbound_at then extract(epoch from f.first_human_reply_at - f.first_inbound_at) end',
    limits: responseLimits,
  })

export const distributeScores = async (tx: Tx, now: Date, query: AnalyticsQuery) =>
  (
    await distribute(tx, now, { period: await periodAsked(tx, now, query), narrowed: query, source: 'surveys', number: 's.score', limits: [1, 2, 3, 4, 5] })
  ).map(({ from, count }) => ({ from, to: from + 1, count }))
