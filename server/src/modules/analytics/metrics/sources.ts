import type { MetricGrouping } from '@chasqui/contracts'

/**
 * Facts that numbers are counted from. In statements: `$1` tenant, `$2` now, `$3` and `$4` the instants between which they lie, `$5` the zone of the business,
 * `$6` and `$7` the same on its clock.
 */
export type Source = {
  from: string
  /** Which of them lie in the period. */
  within: string
  /** When they were, on the clock of the business. */
  local: string
  dimensions: Partial<Record<Exclude<MetricGrouping, 'day' | 'hour'>, string>>
}

const conversationDimensions = { campaign: 'f.campaign_id', queue: 'f.queue_id', agent: 'f.assignee_id', channel: 'f.channel_id' }
const withConversation = (alias: string) => `join conversations.conversation_fact f on f.tenant_id = ${alias}.tenant_id and f.id = ${alias}.conversation_id`
const on = (instant: string) => `${instant} at time zone $5`

export const sources = {
  /** Conversations by when they began. */
  begun: {
    from: 'conversations.conversation_fact f',
    within: 'f.tenant_id = $1 and f.created_at >= $3 and f.created_at < $4 and not f.imported',
    local: on('f.created_at'),
    dimensions: conversationDimensions,
  },
  /** Those that are closed, by when that was. */
  ended: {
    from: `conversations.conversation_fact f cross join lateral (
      select sum(extract(epoch from coalesce(a.ended_at, f.closed_at) - a.at)) as seconds from routing.assignment_fact a
      where a.tenant_id = f.tenant_id and a.conversation_id = f.id and a.agent_id is not null) handled`,
    within: 'f.tenant_id = $1 and f.closed_at >= $3 and f.closed_at < $4 and not f.imported',
    local: on('f.closed_at'),
    dimensions: conversationDimensions,
  },
  /** What was said, and closings, by hours. */
  talk: {
    from: `analytics.talk k ${withConversation('k')}`,
    within: 'k.tenant_id = $1 and k.hour >= $6 and k.hour < $7',
    local: 'k.hour',
    dimensions: conversationDimensions,
  },
  /** Stays in queues by when they ended. */
  waits: {
    from: `routing.wait_fact w ${withConversation('w')} join routing.queue_card q on q.tenant_id = w.tenant_id and q.id = w.queue_id`,
    within: 'w.tenant_id = $1 and w.ended_at >= $3 and w.ended_at < $4',
    local: on('w.ended_at'),
    dimensions: { campaign: 'q.campaign_id', queue: 'w.queue_id', agent: 'w.agent_id', channel: 'f.channel_id' },
  },
  /** What was owed, by when it was settled or, still running, was due. */
  clocks: {
    from: `sla.clock_fact c ${withConversation('c')}`,
    within: `c.tenant_id = $1 and ((c.state in ('met', 'missed') and c.ended_at >= $3 and c.ended_at < $4)
      or (c.state = 'running' and c.due_at >= $3 and c.due_at < least($4::timestamptz, $2::timestamptz)))`,
    local: on('coalesce(c.ended_at, c.due_at)'),
    dimensions: { campaign: 'c.campaign_id', queue: 'c.queue_id', agent: 'c.agent_id', channel: 'f.channel_id' },
  },
  /** Questions for satisfaction by when they were asked. */
  surveys: {
    from: `conversations.survey_fact s ${withConversation('s')}`,
    within: 's.tenant_id = $1 and s.asked_at >= $3 and s.asked_at < $4',
    local: on('s.asked_at'),
    dimensions: { campaign: 's.campaign_id', queue: 's.queue_id', agent: 's.agent_id', channel: 'f.channel_id' },
  },
} as const satisfies Record<string, Source>
export type SourceName = keyof typeof sources
