import type { Tx } from '#platform/database/transaction'
import { idAt } from '#platform/ids'
import { lastMessageOf, type NewMessage } from '../domain/message.ts'
import { fetchFiles, hasFilesToFetch } from '../fetch-files.ts'
import type { Address, ChannelFacts, ConversationsPorts, Met } from '../ports.ts'
import type { Incoming } from '../receive.ts'
import { newThread } from '../thread.ts'
import { storeMessages, storeThread } from '../thread-store.ts'
import { endWords } from './words.ts'

type PastMessage = Incoming & { status: 'sent' | 'delivered' | 'read' | 'played'; reactions: Partial<Record<'contact' | 'agent', string>> }
/** What was said with one person before `linkedAt`, the oldest first. `filesBefore`: files of the same link that were brought along before these. */
export type Past = { linkedAt: Date; addresses: Address[]; name: string | null; messages: PastMessage[]; filesBefore: number }
type Kept = { messages: number; files: number }

/** Files of long ago are fetched one after the other behind what comes in now, so many milliseconds apart. */
const BETWEEN_FILES_MS = 1000

/** A name is taken where there is none: what is known may be newer. */
const meetOnce = async (tx: Tx, ports: ConversationsPorts, channel: ChannelFacts, { addresses, name }: Past): Promise<Met> => {
  const met = await ports.meet(tx, { channelId: channel.id, addresses, profileName: null })
  if (met.contact.profileName !== null || name === null) return met
  return ports.meet(tx, { channelId: channel.id, addresses, profileName: name })
}

/** Those that are in no thread of the channel. */
const unknownOf = async (tx: Tx, channelId: string, messages: PastMessage[]): Promise<PastMessage[]> => {
  const { rows } = await tx.query<{ id: string }>(
    'select provider_message_id as id from conversations.message where tenant_id = $1 and channel_id = $2 and provider_message_id = any($3::text[])',
    [tx.tenantId, channelId, messages.map(({ providerMessageId }) => providerMessageId)],
  )
  const known = new Set(rows.map(({ id }) => id))
  return messages.filter(({ providerMessageId }) => !known.has(providerMessageId) && known.add(providerMessageId))
}

const messageOf = (told: PastMessage, seq: number, contactId: string): NewMessage & { providerTime: Date } => {
  const at = new Date(told.at)
  const mine = told.origin === 'handset'
  return {
    id: idAt(at),
    seq,
    direction: mine ? 'out' : 'in',
    senderKind: mine ? 'agent' : 'contact',
    senderId: mine ? null : contactId,
    content: told.content,
    status: mine ? told.status : 'received',
    providerMessageId: told.providerMessageId,
    clientId: null,
    quotesProviderId: told.quotes,
    quotesMessageId: null,
    context: mine ? { ...told.context, fromHandset: true } : told.context,
    error: null,
    providerTime: at,
  }
}

type Begun = { id: string; last_seq: number }
const begunOf = async (tx: Tx, channelId: string, contactId: string, linkedAt: Date): Promise<Begun | null> =>
  (
    await tx.query<Begun>(
      'select id, last_seq from conversations.conversation where tenant_id = $1 and channel_id = $2 and contact_id = $3 and imported_until = $4 for update',
      [tx.tenantId, channelId, contactId, linkedAt],
    )
  ).rows[0] ?? null

/** Pieces come in any order: messages are numbered by when they were said. In two steps, because no two may have the same number at any moment. */
const renumber = async (tx: Tx, conversationId: string): Promise<void> => {
  await tx.query(
    `update conversations.message m set seq = -o.place from (
       select id, row_number() over (order by created_at, seq) as place from conversations.message where tenant_id = $1 and conversation_id = $2) o
     where m.tenant_id = $1 and m.id = o.id`,
    [tx.tenantId, conversationId],
  )
  await tx.query('update conversations.message set seq = -seq where tenant_id = $1 and conversation_id = $2', [tx.tenantId, conversationId])
}

/** What the conversation is, by all that is in it now. */
const settle = (tx: Tx, conversationId: string, newest: NewMessage & { providerTime: Date }): Promise<unknown> =>
  tx.query(
    `update conversations.conversation c set last_seq = s.count, created_at = s.first, last_inbound_at = s.last_in, first_inbound_at = s.first_in,
       last_activity_at = greatest(c.last_activity_at, $3), closed_at = case when c.state = 'closed' then greatest(c.closed_at, $3) end,
       last_message = case when c.last_activity_at <= $3 then $4::jsonb else c.last_message end
     from (select count(*)::int as count, min(created_at) as first, min(created_at) filter (where direction = 'in') as first_in, max(created_at) filter (where direction = 'in') as last_in
           from conversations.message where tenant_id = $1 and conversation_id = $2) s
     where c.tenant_id = $1 and c.id = $2`,
    [tx.tenantId, conversationId, newest.providerTime, JSON.stringify(lastMessageOf(newest, newest.providerTime))],
  )

/** Answers to messages that are in the product point at them. */
const linkQuotes = (tx: Tx, channelId: string, messages: NewMessage[]): Promise<unknown> =>
  tx.query(
    `update conversations.message m set quotes_message_id = q.id from conversations.message q
     where m.tenant_id = $1 and m.id = any($3::uuid[]) and m.quotes_provider_id is not null
       and q.tenant_id = $1 and q.channel_id = $2 and q.provider_message_id = m.quotes_provider_id`,
    [tx.tenantId, channelId, messages.map(({ id }) => id)],
  )

/** Each side's emoji under a message, as a reaction that comes by itself leaves it. */
const keepReactions = async (tx: Tx, told: PastMessage[], messages: NewMessage[]): Promise<void> => {
  const given = told.flatMap(({ reactions }, index) => (Object.keys(reactions).length > 0 ? [{ id: messages[index]!.id, reactions }] : []))
  if (given.length === 0) return
  await tx.query(
    `update conversations.message m set reactions = g.reactions::jsonb from unnest($2::uuid[], $3::text[]) as g (id, reactions)
     where m.tenant_id = $1 and m.id = g.id`,
    [tx.tenantId, given.map(({ id }) => id), given.map(({ reactions }) => JSON.stringify(reactions))],
  )
}

/**
 * Keeps what was said with a person before their account was connected here: in a conversation of its own, over before anybody saw it. Nobody is told of it, nothing answers, nothing
 * counts it. What is in the product already stays as it is; told again nothing is added.
 */
export const keepPast = async (tx: Tx, ports: ConversationsPorts, channel: ChannelFacts, past: Past): Promise<Kept> => {
  const told = past.addresses.length === 0 ? [] : await unknownOf(tx, channel.id, past.messages)
  if (told.length === 0) return { messages: 0, files: 0 }
  const { contactId, identityId, address } = await meetOnce(tx, ports, channel, past)
  const begun = await begunOf(tx, channel.id, contactId, past.linkedAt)
  const messages = told.map((one, index) => messageOf(one, (begun?.last_seq ?? 0) + index + 1, contactId))
  const [oldest, newest] = [messages[0]!, messages.at(-1)!]
  const { facts } = newThread(ports, { contactId, identityId, address, channel, state: 'closed', floor: 'nobody', assigneeId: null })
  const conversation = { ...facts, id: begun?.id ?? idAt(oldest.providerTime), createdAt: oldest.providerTime, lastActivityAt: newest.providerTime }
  if (!begun) {
    const closeReason = endWords((await ports.business(tx.tenantId)).locale)
    await storeThread(tx, { ...conversation, closedAt: newest.providerTime, closedBy: 'system', closeReason }, ports.now())
    await tx.query('update conversations.conversation set imported_until = $3 where tenant_id = $1 and id = $2', [tx.tenantId, conversation.id, past.linkedAt])
  }
  await storeMessages(tx, conversation, messages, ({ providerTime }) => providerTime!)
  await keepReactions(tx, told, messages)
  if (begun) await renumber(tx, conversation.id)
  await settle(tx, conversation.id, newest)
  await linkQuotes(tx, channel.id, messages)
  const withFiles = messages.filter(({ content }) => hasFilesToFetch(content))
  for (const [index, { id }] of withFiles.entries()) {
    const runAt = new Date(ports.now().getTime() + (past.filesBefore + index) * BETWEEN_FILES_MS)
    fetchFiles(tx, channel, id, runAt)
  }
  return { messages: messages.length, files: withFiles.length }
}
