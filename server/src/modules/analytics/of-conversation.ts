import type { ConversationMetrics } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import { absent } from '#platform/failure'

type Row = {
  first_inbound_at: Date | null
  first_reply_at: Date | null
  first_human_reply_at: Date | null
  created_at: Date
  closed_at: Date | null
  handling: number
  assignments: number
  waiting: number
  waits: boolean
  owed: number | null
  business: number | null
  contact: number
  people: number
  bot: number
  notes: number
}

const text = `select f.first_inbound_at, f.first_reply_at, f.first_human_reply_at, f.created_at, f.closed_at, a.*, w.*, k.*, c.*
from conversations.conversation_fact f
cross join lateral (
  select coalesce(sum(extract(epoch from coalesce(ended_at, f.closed_at, $3::timestamptz) - at)), 0)::float8 as handling, count(*)::int as assignments from routing.assignment_fact a
  where a.tenant_id = f.tenant_id and a.conversation_id = f.id and a.agent_id is not null) a
cross join lateral (
  select coalesce(sum(extract(epoch from coalesce(ended_at, $3::timestamptz) - entered_at)), 0)::float8 as waiting, coalesce(bool_or(ended_at is null), false) as waits from routing.wait_fact w
  where w.tenant_id = f.tenant_id and w.conversation_id = f.id) w
cross join lateral (
  select coalesce(sum(contact), 0)::int as contact, coalesce(sum(people), 0)::int as people, coalesce(sum(bot), 0)::int as bot, coalesce(sum(notes), 0)::int as notes from analytics.talk k
  where k.tenant_id = f.tenant_id and k.conversation_id = f.id) k
left join lateral (
  select extract(epoch from ended_at - started_at)::float8 as owed, spent_seconds::float8 as business from sla.clock_fact c
  where c.tenant_id = f.tenant_id and c.conversation_id = f.id and c.metric = 'first_response' and c.state in ('met', 'missed') order by c.started_at limit 1) c on true
where f.tenant_id = $1 and f.id = $2`

const between = (from: Date | null, to: Date | null): number | null => (from && to && to >= from ? (to.getTime() - from.getTime()) / 1000 : null)

/** What is known of one conversation, computed from what was stored of it. */
export const readConversationMetrics = async (tx: Tx, now: Date, conversationId: string): Promise<ConversationMetrics> => {
  const row = (await tx.query<Row>(text, [tx.tenantId, conversationId, now])).rows[0]
  if (!row) throw absent('conversation')
  const seconds = between(row.first_inbound_at, row.first_reply_at)
  const isPersons = row.first_human_reply_at !== null && row.first_human_reply_at.getTime() === row.first_reply_at?.getTime()
  return {
    conversationId,
    firstResponse: { seconds, by: seconds === null ? null : isPersons ? 'person' : 'bot' },
    firstHumanResponse: { seconds: between(row.first_inbound_at, row.first_human_reply_at), owedSeconds: row.owed, businessSeconds: row.business },
    handlingSeconds: row.handling,
    waitingSeconds: row.waiting,
    waits: row.waits,
    resolutionSeconds: between(row.created_at, row.closed_at),
    messages: { contact: row.contact, people: row.people, bot: row.bot, notes: row.notes },
    assignments: row.assignments,
    satisfaction: await scoreOf(tx, conversationId),
  }
}

const scoreOf = async (tx: Tx, conversationId: string): Promise<number | null> => {
  const { rows } = await tx.query<{ score: number | null }>(
    'select score from conversations.survey_fact where tenant_id = $1 and conversation_id = $2 and score is not null order by asked_at desc limit 1',
    [tx.tenantId, conversationId],
  )
  return rows[0]?.score ?? null
}
