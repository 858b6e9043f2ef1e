import type { MessageContent, OutboundContent, ScheduledMessage } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import { absent } from '#platform/failure'
import type { ConversationsPorts } from '../ports.ts'
import { previewOf } from '../domain/message.ts'
import { addressFiles } from '../views.ts'

export type ScheduledRow = {
  id: string
  content: OutboundContent
  quotes_message_id: string | null
  created_by: string
  due_at: Date
  state: ScheduledMessage['state']
}
export const rowColumns = 'id, content, quotes_message_id, created_by, due_at, state'

/** One that waits in this conversation, locked. Absent and foreign alike fail as absent. */
export const takeScheduled = async (tx: Tx, conversationId: string, id: string): Promise<ScheduledRow> => {
  const { rows } = await tx.query<ScheduledRow>(
    `select ${rowColumns} from conversations.scheduled_message
     where tenant_id = $1 and conversation_id = $2 and id = $3 for update`,
    [tx.tenantId, conversationId, id],
  )
  if (!rows[0]) throw absent('scheduled message')
  return rows[0]
}

type ViewRow = {
  id: string
  conversation_id: string
  created_by: string
  author_name: string | null
  content: MessageContent
  quotes_message_id: string | null
  quotes_provider_id: string | null
  quoted_content: MessageContent | null
  due_at: Date
  state: ScheduledMessage['state']
  problem: string | null
  created_at: Date
  updated_at: Date
}

/** As people see them, in the order of their time; one by its id, or all of the conversation. */
export const readScheduled = async (tx: Tx, ports: ConversationsPorts, conversationId: string, id: string | null): Promise<ScheduledMessage[]> => {
  const { rows } = await tx.query<ViewRow>(
    `select s.id, s.conversation_id, s.created_by, coalesce(m.name, k.name) as author_name, conversations.shown_content(s.content, s.conversation_id) as content,
       q.id as quotes_message_id, case when not platform.hides('phone') then q.provider_message_id end as quotes_provider_id,
       conversations.shown_content(q.content, q.conversation_id) as quoted_content,
       s.due_at, s.state, s.problem, s.created_at, s.updated_at
     from conversations.scheduled_message s
     left join identity.member_card m on m.tenant_id = s.tenant_id and m.id = s.created_by
     left join identity.api_key_card k on m.id is null and k.tenant_id = s.tenant_id and k.id = s.created_by
     left join conversations.message q on q.tenant_id = s.tenant_id and q.id = s.quotes_message_id and q.conversation_id = s.conversation_id
     where s.tenant_id = $1 and s.conversation_id = $2 and ($3::uuid is null or s.id = $3) order by s.due_at, s.id`,
    [tx.tenantId, conversationId, id],
  )
  await addressFiles(
    tx,
    ports,
    rows.map(({ content }) => content),
  )
  return rows.map((row) => ({
    id: row.id,
    conversationId: row.conversation_id,
    author: { id: row.created_by, name: row.author_name },
    content: row.content,
    replyTo: row.quotes_message_id
      ? { messageId: row.quotes_message_id, providerMessageId: row.quotes_provider_id, preview: row.quoted_content && previewOf(row.quoted_content) }
      : null,
    at: row.due_at.toISOString(),
    state: row.state,
    problem: row.problem,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  }))
}

export const readOneScheduled = async (tx: Tx, ports: ConversationsPorts, conversationId: string, id: string): Promise<ScheduledMessage> => {
  const [found] = await readScheduled(tx, ports, conversationId, id)
  if (!found) throw absent('scheduled message')
  return found
}

/** Of these files, those that are to be sent later. */
export const filesScheduled = async (tx: Tx, fileIds: readonly string[]): Promise<string[]> => {
  const { rows } = await tx.query<{ id: string }>(
    `select distinct coalesce(content #>> '{file,fileId}', content #>> '{header,file,fileId}') as id from conversations.scheduled_message
     where tenant_id = $1 and coalesce(content #>> '{file,fileId}', content #>> '{header,file,fileId}') = any($2::text[])`,
    [tx.tenantId, fileIds],
  )
  return rows.map(({ id }) => id)
}
