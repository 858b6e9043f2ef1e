import type { StoredEvent } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import type { Consumer } from '#platform/events/consumers'

const columns = ['contact', 'people', 'bot', 'notes', 'closed', 'closed_by_bot', 'reopened'] as const
type Column = (typeof columns)[number]
/** One thing that is counted: who wrote in a conversation, or what became of it; `at` in ISO 8601. */
export type Counted = { conversationId: string; at: string; what: Column }

const countedBy = ({ type, payload }: StoredEvent): Column[] => {
  switch (type) {
    case 'message.received':
      return ['contact']
    case 'message.queued':
      return [payload.senderKind === 'agent' ? 'people' : 'bot']
    case 'message.noted':
      return ['notes']
    case 'conversation.closed':
      return payload.by === 'flow' ? ['closed', 'closed_by_bot'] : ['closed']
    case 'conversation.reopened':
      return ['reopened']
    default:
      return []
  }
}

const text = `insert into analytics.talk as k (tenant_id, conversation_id, hour, ${columns.join(', ')})
select $1, i.conversation_id, date_trunc('hour', i.at at time zone t.time_zone), ${columns.map((column) => `count(*) filter (where i.what = '${column}')`).join(', ')}
from unnest($2::uuid[], $3::timestamptz[], $4::text[]) as i (conversation_id, at, what) join tenancy.tenant_card t on t.tenant_id = $1
join conversations.conversation_fact f on f.tenant_id = $1 and f.id = i.conversation_id
group by 2, 3 order by 2, 3 on conflict (tenant_id, conversation_id, hour) do update set ${columns.map((column) => `${column} = k.${column} + excluded.${column}`).join(', ')}`

/** Counts per conversation and hour who wrote, and closings. What is gone by then is counted nowhere. */
export const countTalk = async (tx: Tx, counted: readonly Counted[]): Promise<void> => {
  if (counted.length === 0) return
  await tx.query(text, [tx.tenantId, counted.map(({ conversationId }) => conversationId), counted.map(({ at }) => at), counted.map(({ what }) => what)])
}

export const countTalks: Consumer = {
  name: 'talks',
  handle: (tx, events) =>
    countTalk(
      tx,
      events.flatMap((event) => countedBy(event).map((what) => ({ conversationId: String(event.payload.conversationId), at: event.occurredAt, what }))),
    ),
}
