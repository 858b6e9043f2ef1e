import type { ContactStage, Conversation, Message, MessageContent, MessageStatus, SenderKind, ServiceMetric } from '@chasqui/contracts'
import { filesOf } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import { absent } from '#platform/failure'
import type { ConversationFacts } from './domain/conversation.ts'
import { previewOf } from './domain/message.ts'
import type { ConversationsPorts } from './ports.ts'

export type ConversationRow = {
  id: string
  channel_id: string
  channel_kind: Conversation['channel']['kind']
  channel_name: string
  contact_id: string
  identity_id: string
  contact_name: string
  contact_phone: string | null
  contact_profile_name: string | null
  contact_stage: ContactStage
  state: Conversation['state']
  floor: Conversation['floor']
  priority: Conversation['priority']
  assignee_id: string | null
  assignee_name: string | null
  campaign_id: string | null
  campaign_name: string | null
  queue_id: string | null
  queue_name: string | null
  due_metric: ServiceMetric | null
  due_at: Date | null
  warn_at: Date | null
  due_remaining_seconds: number | null
  waiting_since: Date | null
  unread: number
  last_seq: number
  last_message: ConversationFacts['lastMessage']
  last_status: MessageStatus | null
  tags: Conversation['tags']
  window_expires_at: Date | null
  close_reason: string | null
  close_note: string | null
  merged_into: string | null
  bot_returns_at: Date | null
  contact_blocked: boolean
  survey: { score: number | null; comment: string | null; askedAt: string; answeredAt: string | null; expiresAt: string } | null
  closed_at: Date | null
  snoozed_until: Date | null
  created_at: Date
  updated_at: Date
  last_activity_at: Date
}

/** Everything a list row or a header shows, in one statement; the tick of the last message is the message's own, so that receipts touch no thread. Other modules' facts come from their published views. */
export const conversationsFrom = (
  source: string,
): string => `select c.id, c.channel_id, ch.kind as channel_kind, ch.name as channel_name, c.contact_id, c.identity_id, p.name as contact_name, p.phone as contact_phone, p.profile_name as contact_profile_name, p.stage as contact_stage, p.blocked_at is not null as contact_blocked,
  c.state, c.floor, c.priority, c.assignee_id, m.name as assignee_name, c.campaign_id, g.name as campaign_name, c.queue_id, w.name as queue_name, c.due_metric, c.due_at, c.warn_at, c.due_remaining_seconds, c.waiting_since, c.unread, c.last_seq, conversations.shown_last_message(c.last_message, c.contact_id) as last_message, c.window_expires_at, c.close_reason, conversations.masked_words(c.close_note, c.contact_id) as close_note, c.merged_into, c.bot_returns_at, c.closed_at, c.snoozed_until, c.created_at, c.updated_at, c.last_activity_at,
  coalesce((select json_agg(json_build_object('id', t.id, 'name', t.name, 'color', t.color) order by t.name) from conversations.conversation_tag ct join conversations.tag t on t.tenant_id = ct.tenant_id and t.id = ct.tag_id
    where ct.tenant_id = c.tenant_id and ct.conversation_id = c.id), '[]') as tags,
  (select json_build_object('score', s.score, 'comment', conversations.masked_words(s.comment, c.contact_id), 'askedAt', s.asked_at, 'answeredAt', s.answered_at, 'expiresAt', s.expires_at) from conversations.survey s where s.tenant_id = c.tenant_id and s.conversation_id = c.id order by s.asked_at desc limit 1) as survey,
  (select last.status from conversations.message last where last.tenant_id = c.tenant_id and last.id = (c.last_message ->> 'id')::uuid) as last_status
  from ${source} c
  join channels.channel_card ch on ch.tenant_id = c.tenant_id and ch.id = c.channel_id
  join contacts.contact_card p on p.tenant_id = c.tenant_id and p.id = c.contact_id
  left join identity.member_card m on m.tenant_id = c.tenant_id and m.id = c.assignee_id
  left join campaigns.campaign_card g on g.tenant_id = c.tenant_id and g.id = c.campaign_id
  left join routing.queue_card w on w.tenant_id = c.tenant_id and w.id = c.queue_id`
export const conversationSelect = conversationsFrom('conversations.conversation')

/** As JSON of the database writes instants, with an offset. */
const isoOf = (instant: string) => new Date(instant).toISOString()

export const conversationOf = async (tx: Tx, ports: ConversationsPorts, row: ConversationRow): Promise<Conversation> => {
  const channel = await ports.channel(tx.tenantId, row.channel_id)
  const last = row.last_message
  return {
    id: row.id,
    channel: { id: row.channel_id, kind: row.channel_kind, name: row.channel_name },
    contact: {
      id: row.contact_id,
      name: row.contact_name,
      phone: row.contact_phone,
      profileName: row.contact_profile_name,
      stage: row.contact_stage,
      blocked: row.contact_blocked,
    },
    identityId: row.identity_id,
    state: row.state,
    floor: row.floor,
    priority: row.priority,
    assignee: row.assignee_id ? { id: row.assignee_id, name: row.assignee_name ?? '' } : null,
    campaign: row.campaign_id ? { id: row.campaign_id, name: row.campaign_name ?? '' } : null,
    queue: row.queue_id ? { id: row.queue_id, name: row.queue_name ?? '' } : null,
    due: row.due_metric && {
      metric: row.due_metric,
      at: row.due_at?.toISOString() ?? null,
      warnAt: row.warn_at?.toISOString() ?? null,
      remainingSeconds: row.due_remaining_seconds,
    },
    waitingSince: row.waiting_since?.toISOString() ?? null,
    unread: row.unread,
    lastSeq: row.last_seq,
    lastMessage: last && {
      preview: last.preview,
      type: last.type,
      direction: last.direction,
      senderKind: last.senderKind,
      status: row.last_status ?? last.status,
      at: last.at,
    },
    tags: row.tags,
    windowExpiresAt: row.window_expires_at?.toISOString() ?? null,
    hasWindow: channel?.abilities.serviceWindowHours != null,
    closeReason: row.close_reason,
    closeNote: row.close_note,
    closedAt: row.closed_at?.toISOString() ?? null,
    mergedIntoId: row.merged_into,
    survey: row.survey && {
      ...row.survey,
      askedAt: isoOf(row.survey.askedAt),
      answeredAt: row.survey.answeredAt && isoOf(row.survey.answeredAt),
      expiresAt: isoOf(row.survey.expiresAt),
    },
    botReturnsAt: row.bot_returns_at?.toISOString() ?? null,
    snoozedUntil: row.snoozed_until?.toISOString() ?? null,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    lastActivityAt: row.last_activity_at.toISOString(),
  }
}

export const readConversations = async (tx: Tx, ports: ConversationsPorts, ids: string[]): Promise<Conversation[]> => {
  const { rows } = await tx.query<ConversationRow>(`${conversationSelect} where c.tenant_id = $1 and c.id = any($2::uuid[])`, [tx.tenantId, ids])
  return Promise.all(rows.map((row) => conversationOf(tx, ports, row)))
}
export const readConversation = async (tx: Tx, ports: ConversationsPorts, id: string): Promise<Conversation> => {
  const [conversation] = await readConversations(tx, ports, [id])
  if (!conversation) throw absent('conversation')
  return conversation
}

export type MessageRow = {
  id: string
  conversation_id: string
  seq: number
  direction: Message['direction']
  sender_kind: SenderKind
  sender_id: string | null
  sender_name: string | null
  type: string
  content: MessageContent
  status: MessageStatus
  provider_message_id: string | null
  client_id: string | null
  quotes_provider_id: string | null
  quotes_message_id: string | null
  quoted_content: MessageContent | null
  reactions: Partial<Record<'contact' | 'agent', string>>
  context: Record<string, unknown> | null
  error: Message['error']
  edited_at: Date | null
  deleted_at: Date | null
  provider_time: Date | null
  created_at: Date
}
/** WhatsApp's ids of messages hold the number of the person, written in another way. */
export const messageSelect = `select m.id, m.conversation_id, m.seq, m.direction, m.sender_kind, m.sender_id, coalesce(u.name, k.name) as sender_name, m.type, conversations.shown_content(m.content, m.conversation_id) as content, m.status,
  case when not platform.hides('phone') then m.provider_message_id end as provider_message_id, m.client_id,
  case when not platform.hides('phone') then m.quotes_provider_id end as quotes_provider_id, m.quotes_message_id, conversations.shown_content(q.content, q.conversation_id) as quoted_content, m.reactions, m.context, m.error, m.edited_at, m.deleted_at, m.provider_time, m.created_at
  from conversations.message m
  left join identity.member_card u on m.sender_kind = 'agent' and u.tenant_id = m.tenant_id and u.id = m.sender_id
  left join identity.api_key_card k on m.sender_kind = 'agent' and u.id is null and k.tenant_id = m.tenant_id and k.id = m.sender_id
  left join conversations.message q on q.tenant_id = m.tenant_id and q.id = m.quotes_message_id`

/** Writes the addresses and looks of their files, which are asked for together, into contents. */
export const addressFiles = async (tx: Tx, ports: ConversationsPorts, contents: readonly MessageContent[]): Promise<void> => {
  const files = contents.flatMap((content) => filesOf(content)).filter((file) => file.fileId && file.state === 'stored')
  const looks = files.length === 0 ? null : await ports.lookAtFiles(tx, [...new Set(files.map((file) => file.fileId!))])
  for (const file of files) {
    file.url = ports.signFile(tx.tenantId, file.fileId!)
    const known = looks?.get(file.fileId!)
    if (!known) {
      // The organisation keeps files no longer than this.
      file.state = 'failed'
      file.failure = 'file.expired'
      delete file.url
      continue
    }
    const { size, mime: _, ...look } = known
    Object.assign(file, { look, size })
  }
}

/** Messages with the addresses and looks of their files. */
export const messagesOf = async (tx: Tx, ports: ConversationsPorts, rows: readonly MessageRow[]): Promise<Message[]> => {
  await addressFiles(
    tx,
    ports,
    rows.map(({ content }) => content),
  )
  return rows.map(messageOf)
}

const messageOf = (row: MessageRow): Message => {
  return {
    id: row.id,
    conversationId: row.conversation_id,
    seq: row.seq,
    direction: row.direction,
    sender: { kind: row.sender_kind, id: row.sender_id, name: row.sender_name },
    type: row.content.type,
    content: row.content,
    status: row.status,
    providerMessageId: row.provider_message_id,
    clientId: row.client_id,
    replyTo:
      row.quotes_provider_id || row.quotes_message_id
        ? { messageId: row.quotes_message_id, providerMessageId: row.quotes_provider_id, preview: row.quoted_content ? previewOf(row.quoted_content) : null }
        : null,
    reactions: (['contact', 'agent'] as const).flatMap((actor) => (row.reactions[actor] ? [{ actor, emoji: row.reactions[actor] }] : [])),
    context: row.context,
    error: row.error,
    editedAt: row.edited_at?.toISOString() ?? null,
    deletedAt: row.deleted_at?.toISOString() ?? null,
    providerTime: row.provider_time?.toISOString() ?? null,
    createdAt: row.created_at.toISOString(),
  }
}
export const readMessages = async (tx: Tx, ports: ConversationsPorts, ids: string[]): Promise<Message[]> => {
  const { rows } = await tx.query<MessageRow>(`${messageSelect} where m.tenant_id = $1 and m.id = any($2::uuid[]) order by m.conversation_id, m.seq`, [
    tx.tenantId,
    ids,
  ])
  return messagesOf(tx, ports, rows)
}
export const readMessage = async (tx: Tx, ports: ConversationsPorts, id: string): Promise<Message> => {
  const [message] = await readMessages(tx, ports, [id])
  if (!message) throw absent('message')
  return message
}
