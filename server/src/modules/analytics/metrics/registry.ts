import type { Metric, MetricGrouping, MetricId } from '@chasqui/contracts'
import { sources, type Source, type SourceName } from './sources.ts'
import { metricWords } from './words.ts'

type Counted = { unit: Metric['unit']; source: SourceName; sql: string }

const median = (seconds: string, where: string) => `percentile_cont(0.5) within group (order by ${seconds}) filter (where ${where})`
const share = (part: string, whole: string) => `(count(*) filter (where ${part}))::float8 / nullif(count(*) filter (where ${whole}), 0)`
const since = (from: string, to: string) => `extract(epoch from ${to} - ${from})`
const left = `w.outcome in ('assigned', 'taken', 'abandoned', 'overflowed')`
const served = `w.outcome in ('assigned', 'taken')`
const compliance = (metric: string | null) => {
  const of = metric === null ? 'true' : `c.metric = '${metric}'`
  return share(`c.state = 'met' and ${of}`, of)
}
const answered = 'f.first_reply_at is not null and f.first_inbound_at is not null'

/** How each number is counted. This is the only place: home, board, wall and reports read it. */
export const counting: Record<MetricId, Counted> = {
  conversations_begun: { unit: 'count', source: 'begun', sql: 'count(*)' },
  conversations_closed: { unit: 'count', source: 'talk', sql: 'coalesce(sum(k.closed), 0)' },
  conversations_reopened: { unit: 'count', source: 'talk', sql: 'coalesce(sum(k.reopened), 0)' },
  resolved_by_bot: { unit: 'count', source: 'talk', sql: 'coalesce(sum(k.closed_by_bot), 0)' },
  messages_in: { unit: 'count', source: 'talk', sql: 'coalesce(sum(k.contact), 0)' },
  messages_out: { unit: 'count', source: 'talk', sql: 'coalesce(sum(k.people + k.bot), 0)' },
  messages_by_people: { unit: 'count', source: 'talk', sql: 'coalesce(sum(k.people), 0)' },
  messages_by_bot: { unit: 'count', source: 'talk', sql: 'coalesce(sum(k.bot), 0)' },
  answered: { unit: 'count', source: 'begun', sql: `count(*) filter (where ${answered})` },
  response_rate: { unit: 'rate', source: 'begun', sql: share(answered, 'f.first_inbound_at is not null') },
  first_response_median: { unit: 'seconds', source: 'begun', sql: median(since('f.first_inbound_at', 'f.first_reply_at'), answered) },
  first_human_response_median: {
    unit: 'seconds',
    source: 'begun',
    sql: median(since('f.first_inbound_at', 'f.first_human_reply_at'), 'f.first_human_reply_at >= f.first_inbound_at'),
  },
  first_human_response_business_median: {
    unit: 'seconds',
    source: 'clocks',
    sql: median('c.spent_seconds', `c.metric = 'first_response' and c.ended_at is not null`),
  },
  handling_median: { unit: 'seconds', source: 'ended', sql: median('handled.seconds', 'handled.seconds is not null') },
  resolution_median: { unit: 'seconds', source: 'ended', sql: median(since('f.created_at', 'f.closed_at'), 'true') },
  waits_served: { unit: 'count', source: 'waits', sql: `count(*) filter (where ${served})` },
  waits_abandoned: { unit: 'count', source: 'waits', sql: `count(*) filter (where w.outcome = 'abandoned')` },
  abandonment_rate: { unit: 'rate', source: 'waits', sql: share(`w.outcome = 'abandoned'`, left) },
  wait_median: { unit: 'seconds', source: 'waits', sql: median(since('w.since', 'w.ended_at'), served) },
  sla_kept: { unit: 'count', source: 'clocks', sql: `count(*) filter (where c.state = 'met')` },
  sla_missed: { unit: 'count', source: 'clocks', sql: `count(*) filter (where c.state <> 'met')` },
  sla_compliance: { unit: 'rate', source: 'clocks', sql: compliance(null) },
  first_response_compliance: { unit: 'rate', source: 'clocks', sql: compliance('first_response') },
  next_response_compliance: { unit: 'rate', source: 'clocks', sql: compliance('next_response') },
  resolution_compliance: { unit: 'rate', source: 'clocks', sql: compliance('resolution') },
  surveys_asked: { unit: 'count', source: 'surveys', sql: 'count(*)' },
  surveys_answered: { unit: 'count', source: 'surveys', sql: 'count(s.score)' },
  satisfaction_score: { unit: 'score', source: 'surveys', sql: 'avg(s.score)' },
  satisfaction_rate: { unit: 'rate', source: 'surveys', sql: share('s.score >= 4', 's.score is not null') },
}

/** Whether a source can be told apart, or narrowed, by this. Days and hours are known to all. */
export const knows = (source: SourceName, grouping: MetricGrouping): boolean =>
  grouping === 'day' || grouping === 'hour' || (sources[source] as Source).dimensions[grouping] !== undefined

const groupings: MetricGrouping[] = ['campaign', 'queue', 'agent', 'channel', 'day', 'hour']

/** What stands in the catalogue. */
export const metricCatalogue: Metric[] = (Object.keys(counting) as MetricId[]).map((id) => ({
  id,
  unit: counting[id].unit,
  ...metricWords[id],
  groupings: groupings.filter((grouping) => knows(counting[id].source, grouping)),
}))
