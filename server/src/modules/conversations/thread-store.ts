import type { ServiceMetric } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import type { ConversationFacts } from './domain/conversation.ts'
import { searchableWords, type NewMessage } from './domain/message.ts'

/** A thread as the database holds it. */
export type ThreadRow = {
  id: string
  channel_id: string
  contact_id: string
  identity_id: string
  state: ConversationFacts['state']
  floor: ConversationFacts['floor']
  priority: ConversationFacts['priority']
  assignee_id: string | null
  last_seq: number
  unread: number
  last_message: ConversationFacts['lastMessage']
  last_activity_at: Date
  window_expires_at: Date | null
  last_inbound_at: Date | null
  first_inbound_at: Date | null
  first_reply_at: Date | null
  first_human_reply_at: Date | null
  waiting_since: Date | null
  close_reason: string | null
  close_reason_id: string | null
  close_note: string | null
  merged_into: string | null
  bot_returns_at: Date | null
  bot_pause_minutes: number | null
  closed_by: string | null
  closed_at: Date | null
  snoozed_until: Date | null
  created_at: Date
  campaign_id: string | null
  queue_id: string | null
  due_metric: ServiceMetric | null
  due_at: Date | null
  warn_at: Date | null
  due_remaining_seconds: number | null
}

/** The row in the rules' own words. */
export const factsOf = (row: ThreadRow): ConversationFacts => ({
  id: row.id,
  channelId: row.channel_id,
  contactId: row.contact_id,
  identityId: row.identity_id,
  state: row.state,
  floor: row.floor,
  priority: row.priority,
  assigneeId: row.assignee_id,
  lastSeq: row.last_seq,
  unread: row.unread,
  lastMessage: row.last_message,
  lastActivityAt: row.last_activity_at,
  windowExpiresAt: row.window_expires_at,
  lastInboundAt: row.last_inbound_at,
  firstInboundAt: row.first_inbound_at,
  firstReplyAt: row.first_reply_at,
  firstHumanReplyAt: row.first_human_reply_at,
  waitingSince: row.waiting_since,
  closeReason: row.close_reason,
  closeReasonId: row.close_reason_id,
  closeNote: row.close_note,
  mergedIntoId: row.merged_into,
  botReturnsAt: row.bot_returns_at,
  botPauseMinutes: row.bot_pause_minutes,
  closedBy: row.closed_by,
  closedAt: row.closed_at,
  snoozedUntil: row.snoozed_until,
  createdAt: row.created_at,
  campaignId: row.campaign_id,
  queueId: row.queue_id,
  due: row.due_metric && { metric: row.due_metric, at: row.due_at, warnAt: row.warn_at, remainingSeconds: row.due_remaining_seconds },
})

const columns = [
  ['state', 'text'],
  ['floor', 'text'],
  ['priority', 'text'],
  ['assignee_id', 'uuid'],
  ['last_seq', 'integer'],
  ['unread', 'integer'],
  ['last_message', 'jsonb'],
  ['last_activity_at', 'timestamptz'],
  ['window_expires_at', 'timestamptz'],
  ['last_inbound_at', 'timestamptz'],
  ['first_inbound_at', 'timestamptz'],
  ['first_reply_at', 'timestamptz'],
  ['first_human_reply_at', 'timestamptz'],
  ['waiting_since', 'timestamptz'],
  ['close_reason', 'text'],
  ['close_reason_id', 'uuid'],
  ['close_note', 'text'],
  ['merged_into', 'uuid'],
  ['bot_returns_at', 'timestamptz'],
  ['bot_pause_minutes', 'integer'],
  ['closed_by', 'text'],
  ['closed_at', 'timestamptz'],
  ['snoozed_until', 'timestamptz'],
  ['identity_id', 'uuid'],
  ['campaign_id', 'uuid'],
  ['queue_id', 'uuid'],
  ['due_metric', 'text'],
  ['due_at', 'timestamptz'],
  ['warn_at', 'timestamptz'],
  ['due_remaining_seconds', 'integer'],
  ['updated_at', 'timestamptz'],
] as const
const names = columns.map(([name]) => name).join(', ')
/** New and changed threads alike, found by their key: a joined update may read the whole tenant while PostgreSQL still believes the table to be small. */
const threadText = `insert into conversations.conversation (tenant_id, id, channel_id, contact_id, created_at, ${names})
select $1, n.* from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::timestamptz[], ${columns.map(([, type], index) => `$${index + 6}::${type}[]`).join(', ')}) as n
on conflict (tenant_id, id) do update set (${names}) = row (${columns.map(([name]) => `excluded.${name}`).join(', ')})`

const messagesText = `insert into conversations.message (tenant_id, conversation_id, channel_id, created_at, id, seq, direction, sender_kind, sender_id, type, content, words, status, provider_message_id, client_id,
  quotes_provider_id, quotes_message_id, context, error, provider_time)
select $1, m.* from unnest($2::uuid[], $3::uuid[], $4::timestamptz[], $5::uuid[], $6::int[], $7::text[], $8::text[], $9::uuid[], $10::text[], $11::jsonb[], $12::text[], $13::text[], $14::text[], $15::text[],
  $16::text[], $17::uuid[], $18::jsonb[], $19::jsonb[], $20::timestamptz[]) as m`

const json = (value: unknown) => (value === null || value === undefined ? null : JSON.stringify(value))

const threadRow = (facts: ConversationFacts, now: Date): unknown[] => [
  facts.id,
  facts.channelId,
  facts.contactId,
  facts.createdAt,
  facts.state,
  facts.floor,
  facts.priority,
  facts.assigneeId,
  facts.lastSeq,
  facts.unread,
  json(facts.lastMessage),
  facts.lastActivityAt,
  facts.windowExpiresAt,
  facts.lastInboundAt,
  facts.firstInboundAt,
  facts.firstReplyAt,
  facts.firstHumanReplyAt,
  facts.waitingSince,
  facts.closeReason,
  facts.closeReasonId,
  facts.closeNote,
  facts.mergedIntoId,
  facts.botReturnsAt,
  facts.botPauseMinutes,
  facts.closedBy,
  facts.closedAt,
  facts.snoozedUntil,
  facts.identityId,
  facts.campaignId,
  facts.queueId,
  facts.due?.metric ?? null,
  facts.due?.at ?? null,
  facts.due?.warnAt ?? null,
  facts.due?.remainingSeconds ?? null,
  now,
]

const messageRow = (facts: ConversationFacts, message: NewMessage, now: Date): unknown[] => [
  facts.id,
  facts.channelId,
  now,
  message.id,
  message.seq,
  message.direction,
  message.senderKind,
  message.senderId,
  message.content.type,
  json(message.content),
  searchableWords(message.content),
  message.status,
  message.providerMessageId,
  message.clientId,
  message.quotesProviderId,
  message.quotesMessageId,
  json(message.context),
  json(message.error),
  message.providerTime,
]

/** Writes a thread. */
export const storeThread = (tx: Tx, facts: ConversationFacts, now: Date): Promise<unknown> => tx.queryEach(threadText, [threadRow(facts, now)])

/** Adds messages to a thread that is stored in the same flight. `at`: when they came about. */
export const storeMessages = (tx: Tx, facts: ConversationFacts, messages: NewMessage[], at: Date | ((message: NewMessage) => Date)): Promise<unknown> =>
  tx.queryEach(
    messagesText,
    messages.map((message) => messageRow(facts, message, at instanceof Date ? at : at(message))),
  )

const tagsText = `insert into conversations.conversation_tag (tenant_id, conversation_id, tag_id)
select $1, w.conversation_id, t.id from unnest($2::uuid[], $3::text[]) as w (conversation_id, name)
join conversations.tag t on t.tenant_id = $1 and lower(t.name) = lower(w.name) on conflict do nothing`

/** Puts tags that are there on a thread that is stored in the same flight. */
export const storeTags = (tx: Tx, conversationId: string, names: string[]): Promise<unknown> =>
  tx.queryEach(
    tagsText,
    names.map((name) => [conversationId, name]),
  )
