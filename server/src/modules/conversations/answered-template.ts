import type { Tx } from '#platform/database/transaction'
import type { AnsweredTemplate, ConversationsPorts } from './ports.ts'

/** Whose message it is, where, and which one of ours it quotes or pressed, by the provider's id. */
type Answer = { channelId: string; contactId: string; conversationId: string | null; quotes: string | null }
type Row = { type: string; sender_kind: string; name: string | null; created_at: Date }

const said = 'm.type, m.sender_kind, m.content, m.created_at'
// What was quoted says it better than what came last. In a conversation that begins with the answer nothing was said yet: the last one before it counts.
export const answeredText = `select asked.position, m.type, m.sender_kind, m.content ->> 'name' as name, m.created_at
from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::text[]) with ordinality as asked (channel_id, contact_id, conversation_id, quotes, position)
cross join lateral (
  (select 0 as place, ${said} from conversations.message m
   where m.tenant_id = $1 and m.channel_id = asked.channel_id and m.provider_message_id = asked.quotes and m.direction = 'out')
  union all
  (select 1, ${said} from (
     select c.id from conversations.conversation c
     where c.tenant_id = $1 and c.contact_id = asked.contact_id and c.channel_id = asked.channel_id and c.merged_into is null and c.imported_until is null
     order by (c.id = asked.conversation_id) is true desc, c.id desc limit 1) talk
   cross join lateral (
     select * from conversations.message o
     where o.tenant_id = $1 and o.conversation_id = talk.id and o.direction = 'out' and o.status not in ('failed', 'cancelled')
     order by o.seq desc limit 1) m)
  order by place limit 1) m`

const read = async (tx: Tx, ports: Pick<ConversationsPorts, 'now'>, answer: Answer): Promise<AnsweredTemplate | null> => {
  const { channelId, contactId, conversationId, quotes } = answer
  const [row] = await tx.queryEach<Row>(answeredText, [[channelId, contactId, conversationId, quotes]])
  // What a flow sent is a part of its own talk.
  if (row?.type !== 'template' || row.name === null || row.sender_kind === 'flow') return null
  return { template: row.name, ageMs: Math.max(0, ports.now().getTime() - row.created_at.getTime()) }
}

/** The template that a customer's message answers: the one that it quotes or whose button it presses, else what was said last. Looked for once, where anybody asks. */
export const templateAnsweredBy = (tx: Tx, ports: Pick<ConversationsPorts, 'now'>, answer: Answer): (() => Promise<AnsweredTemplate | null>) => {
  let found: Promise<AnsweredTemplate | null> | null = null
  return () => (found ??= read(tx, ports, answer))
}
