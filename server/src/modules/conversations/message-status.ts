import type { MessageError, MessageStatus } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'

export type StatusNews = { messageId: string; status: MessageStatus; providerMessageId: string | null; error: MessageError | null }

// Whether messages failed to reach anybody of the tenant is asked along, by one look at an index that is nearly always empty; the order keeps it from being read as a table.
const text = `with news as (
  select distinct on (id) * from unnest($2::uuid[], $3::text[], $4::text[], $5::jsonb[]) as n (id, status, provider_message_id, error) order by id, conversations.status_rank(status) desc),
moved as (
  update conversations.message m set status = news.status, error = case when news.status in ('failed', 'uncertain') then news.error end, provider_message_id = coalesce(m.provider_message_id, news.provider_message_id)
  from news where m.tenant_id = $1 and m.id = any ($2::uuid[]) and m.id = news.id and (conversations.status_rank(news.status) > conversations.status_rank(m.status) or (m.status in ('failed', 'uncertain', 'cancelled') and news.status = 'pending'))
  returning m.id, m.conversation_id, m.status, m.error)
select m.*, (select true from contacts.unreached_fact where tenant_id = $1 order by identity_id limit 1) is true as some_unreached from moved m`

/** Messages that have not left wait for a cause, or wait no longer for one; their threads show it. */
export const tellHeld = async (tx: Tx, messages: readonly { messageId: string; error: MessageError | null }[]): Promise<void> => {
  const { rows } = await tx.query<{ id: string; conversation_id: string }>(
    `update conversations.message m set error = held.error from unnest($2::uuid[], $3::jsonb[]) as held (id, error)
     where m.tenant_id = $1 and m.id = held.id and m.status in ('pending', 'processing') returning m.id, m.conversation_id`,
    [tx.tenantId, messages.map(({ messageId }) => messageId), messages.map(({ error }) => error && JSON.stringify(error))],
  )
  for (const row of rows)
    tx.publish({ type: 'message.changed', payload: { conversationId: row.conversation_id, messageId: row.id, what: 'status', status: 'pending' } })
}

/** `some_unreached`: there are addresses of the tenant at which messages did not arrive lately. */
export type Moved = { id: string; conversation_id: string; status: string; error: MessageError | null; some_unreached: boolean }

/** Moves messages up their statuses, never down, whatever the order of the news; tells the screens about those that moved, and returns them. */
export const advanceStatuses = async (tx: Tx, news: StatusNews[]): Promise<Moved[]> => {
  if (news.length === 0) return []
  const { rows } = await tx.query<Moved>(text, [
    tx.tenantId,
    news.map((item) => item.messageId),
    news.map((item) => item.status),
    news.map((item) => item.providerMessageId),
    news.map((item) => (item.error ? JSON.stringify(item.error) : null)),
  ])
  if (rows.length === 0) return []
  for (const row of rows)
    tx.publish({ type: 'message.changed', payload: { conversationId: row.conversation_id, messageId: row.id, what: 'status', status: row.status } })
  return rows
}
