import type { OutboxEntry, OutboxState } from '@chasqui/contracts'

export type Row = {
  id: string
  sender: string
  subject: string | null
  state: Exclude<OutboxState, 'scheduled' | 'retry'>
  recipient: string
  person: string | null
  phone: string | null
  kind: string
  type: string | null
  attempts: number
  not_before: Date
  provider_message_id: string | null
  error: Record<string, unknown> | null
  created_at: Date
  updated_at: Date
}

const columns = `id, sender, subject, state,
  case when recipient like 'phone:%' then platform.shown_phone(substr(recipient, 7))
    when recipient ~ '^(lid|bsuid):' and platform.hides('phone') then '···' || right(recipient, 2) else regexp_replace(recipient, '^[a-z]+:', '') end as recipient,
  case when recipient like 'phone:%' then platform.shown_phone('+' || substr(recipient, 7)) end as phone, kind, payload #>> '{content,type}' as type, attempts, not_before,
  case when not platform.hides('phone') then provider_message_id end as provider_message_id, error, created_at, updated_at`

/** With whom each is for: what they are called to whoever looks. `of`: conditions on the outbox, with their order and limit. */
export const entriesOf = (of: string): string => `select o.*, nullif(p.name, '') as person
from (select tenant_id, ${columns} from ${of}) o
left join conversations.conversation_fact c on c.tenant_id = o.tenant_id and c.id = o.subject
left join contacts.contact_card p on p.tenant_id = c.tenant_id and p.id = c.contact_id
order by o.id desc`

/** A pending entry that waits for its time is `scheduled`; one that failed before is in `retry`. */
const stateOf = (row: Row, now: Date): OutboxState => {
  if (row.state !== 'pending' || row.not_before <= now) return row.state
  return row.attempts > 0 ? 'retry' : 'scheduled'
}
export const entryOf = (row: Row, now: Date): OutboxEntry => ({
  id: row.id,
  channelId: row.sender,
  conversationId: row.subject,
  state: stateOf(row, now),
  recipient: row.recipient,
  person: row.person,
  phone: row.phone,
  type: row.type ?? row.kind,
  attempts: row.attempts,
  notBefore: row.not_before.toISOString(),
  providerMessageId: row.provider_message_id,
  error: row.error,
  createdAt: row.created_at.toISOString(),
  updatedAt: row.updated_at.toISOString(),
})
