import type { LiveMetric, LiveRow, Page } from '@chasqui/contracts'
import { foreignCursor } from '#platform/cursor'
import type { Tx } from '#platform/database/transaction'
import { isId } from '#platform/ids'
import { today } from '../metrics/count.ts'
import { contactName, dueColumns, dueOf, isAtRisk, isInService, isLate, isWaiting, isWithBot, named, waitsSince, type DueRow } from './facts.ts'

/**
 * Where the rows of a number come from, `f` being their conversation: `$2` is now, `$3` and `$4` midnight of today and of tomorrow. What is urgent comes first,
 * what happened the latest first.
 */
type Behind = { from?: string; where: string; at: string; id?: string; order: 'asc' | 'desc'; queue?: string; agent?: string; campaign?: string }

const waits = `join routing.wait_fact w on w.tenant_id = f.tenant_id and w.conversation_id = f.id`
const clocks = `join sla.clock_fact c on c.tenant_id = f.tenant_id and c.conversation_id = f.id`
const ofClock = { from: clocks, id: 'c.id', order: 'desc', queue: 'c.queue_id', agent: 'c.agent_id', campaign: 'c.campaign_id' } as const
const ofWait = { from: waits, at: 'w.ended_at', id: 'w.id', order: 'desc', queue: 'w.queue_id', agent: 'w.agent_id' } as const
const endedToday = 'w.ended_at >= $3 and w.ended_at < $4'
const begunToday = 'f.created_at >= $3 and f.created_at < $4 and not f.imported'
const talkToday = `(select t.time_zone from tenancy.tenant_card t where t.tenant_id = $1)`

const behind: Record<LiveMetric, Behind> = {
  with_bot: { where: isWithBot, at: 'f.created_at', order: 'desc' },
  in_service: { where: isInService, at: 'f.created_at', order: 'desc' },
  waiting: { where: isWaiting, at: waitsSince, order: 'asc' },
  begun_today: { where: begunToday, at: 'f.created_at', order: 'desc' },
  closed_today: {
    from: `join lateral (select sum(k.closed) as closed, max(k.hour) as hour from analytics.talk k where k.tenant_id = f.tenant_id and k.conversation_id = f.id
      and k.hour >= $3 at time zone ${talkToday} and k.hour < $4 at time zone ${talkToday} and k.closed > 0) k on k.closed > 0 cross join generate_series(1, k.closed) as n`,
    where: 'true',
    at: `coalesce(f.closed_at, k.hour at time zone ${talkToday})`,
    id: 'f.id',
    order: 'desc',
  },
  served_today: { ...ofWait, where: `${endedToday} and w.outcome in ('assigned', 'taken')` },
  abandoned_today: { ...ofWait, where: `${endedToday} and w.outcome = 'abandoned'` },
  unanswered_today: { where: `${begunToday} and f.first_inbound_at is not null and f.first_reply_at is null`, at: 'f.created_at', order: 'asc' },
  at_risk: { where: isAtRisk, at: 'f.due_at', order: 'asc' },
  late: { where: isLate, at: 'f.due_at', order: 'asc' },
  kept_today: { ...ofClock, where: `c.state = 'met' and c.ended_at >= $3 and c.ended_at < $4`, at: 'c.ended_at' },
  missed_today: {
    ...ofClock,
    where: `((c.state = 'missed' and c.ended_at >= $3 and c.ended_at < $4) or (c.state = 'running' and c.due_at >= $3 and c.due_at < least($4::timestamptz, $2::timestamptz)))`,
    at: 'coalesce(c.ended_at, c.due_at)',
  },
}

type Asked = {
  metric: LiveMetric
  campaignId?: string | undefined
  queueId?: string | undefined
  agentId?: string | undefined
  cursor?: string | undefined
  limit: number
}
type Row = DueRow & {
  key: string
  id: string
  contact: string | null
  state: LiveRow['state']
  priority: LiveRow['priority']
  queue: LiveRow['queue']
  campaign: LiveRow['campaign']
  assignee: LiveRow['assignee']
  at: Date
}

const readCursor = (cursor: string | undefined): { at: string; id: string } | null => {
  if (cursor === undefined) return null
  const [at = '', id = ''] = cursor.split('~')
  if (!isId(id) || Number.isNaN(Date.parse(at))) throw foreignCursor()
  return { at, id }
}

/** The conversations behind a number of the board: as many rows as the number says, as far as they are seen. */
export const readRows = async (tx: Tx, now: Date, { metric, campaignId, queueId, agentId, cursor, limit }: Asked): Promise<Page<LiveRow>> => {
  const { from = '', where, at, id = 'f.id', order, queue = 'f.queue_id', agent = 'f.assignee_id', campaign = 'f.campaign_id' } = behind[metric]
  const after = readCursor(cursor)
  const { begins, ends } = await today(tx, now)
  const instant = `date_trunc('milliseconds', ${at})`
  const { rows } = await tx.query<Row>(
    `with asked as (select $2::timestamptz, $3::timestamptz, $4::timestamptz)
     select ${id} as key, f.id, ${contactName} as contact, f.state, f.priority, ${named('routing.queue_card', queue)} as queue, ${named('campaigns.campaign_card', campaign)} as campaign,
       ${named('identity.member_card', agent)} as assignee, ${instant} as at, ${dueColumns}
     from conversations.conversation_fact f ${from}
     where f.tenant_id = $1 and ${where} and ($5::uuid is null or ${campaign} = $5) and ($6::uuid is null or ${queue} = $6) and ($7::uuid is null or ${agent} = $7)
       and ($8::timestamptz is null or (${instant}, ${id}) ${order === 'asc' ? '>' : '<'} ($8, $9::uuid))
     order by ${instant} ${order}, ${id} ${order} limit $10`,
    [tx.tenantId, now, begins, ends, campaignId ?? null, queueId ?? null, agentId ?? null, after?.at ?? null, after?.id ?? null, limit + 1],
  )
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    items: shown.map((row) => ({
      conversationId: row.id,
      contact: row.contact ?? '',
      state: row.state,
      priority: row.priority,
      queue: row.queue,
      campaign: row.campaign,
      assignee: row.assignee,
      at: row.at.toISOString(),
      due: dueOf(row),
    })),
    nextCursor: rows.length > limit && last ? `${last.at.toISOString()}~${last.key}` : null,
  }
}
