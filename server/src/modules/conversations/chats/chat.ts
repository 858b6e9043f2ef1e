import { personOfChat, type Message, type Page } from '@chasqui/contracts'
import { foreignCursor } from '#platform/cursor'
import type { Tx } from '#platform/database/transaction'
import { absent, Failure } from '#platform/failure'
import type { By } from '../acts/by.ts'
import { openWith } from '../acts/open-with.ts'
import { markRead } from '../acts/read.ts'
import { sendMessage, type ToSend } from '../acts/send.ts'
import { startConversation } from '../acts/start.ts'
import type { ConversationsPorts } from '../ports.ts'
import { messageSelect, messagesOf, readConversation, type MessageRow } from '../views.ts'

/** A person on a channel, whatever conversations there were with them. */
type Chat = { channelId: string; contactId: string }

/** The chat that is meant. */
export const chatOf = async (tx: Tx, ports: ConversationsPorts, { sessionId, chatId }: { sessionId: string; chatId: string }): Promise<Chat> => {
  const channelId = await ports.channelNamed(tx, sessionId)
  const contactId = await ports.contactAtChat(tx, channelId, chatId)
  if (contactId === null) throw absent('chat')
  return { channelId, contactId }
}

/** A place in a chat: a conversation, and a number within it. */
const placeIn = (cursor: string | undefined): { conversationId: string; seq: number } | null => {
  if (cursor === undefined) return null
  const [, conversationId, seq] = /^([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})\.([1-9]\d{0,8})$/.exec(cursor) ?? []
  if (conversationId === undefined) throw foreignCursor()
  return { conversationId, seq: Number(seq) }
}

/** A page of what was said, the newest first and each in ascending order, as in one conversation. `nextCursor` leads further up. */
export const readChat = async (
  tx: Tx,
  ports: ConversationsPorts,
  { channelId, contactId }: Chat,
  query: { limit: number; cursor?: string | undefined },
): Promise<Page<Message>> => {
  const before = placeIn(query.cursor)
  // Ids of conversations are in the order in which they began, and of one person and channel none begins before the last has ended.
  const { rows } = await tx.query<MessageRow>(
    `${messageSelect} join conversations.conversation c on c.tenant_id = m.tenant_id and c.id = m.conversation_id
     where c.tenant_id = $1 and c.contact_id = $2 and c.channel_id = $3 and ($4::uuid is null or c.id < $4 or c.id = $4 and m.seq < $5)
     order by c.id desc, m.seq desc limit $6`,
    [tx.tenantId, contactId, channelId, before?.conversationId ?? null, before?.seq ?? null, query.limit + 1],
  )
  const page = rows.slice(0, query.limit).reverse()
  const first = page[0]
  return { items: await messagesOf(tx, ports, page), nextCursor: rows.length > query.limit && first ? `${first.conversation_id}.${first.seq}` : null }
}

/** All that was said has been seen. */
export const markChatRead = async (tx: Tx, ports: ConversationsPorts, { channelId, contactId }: Chat): Promise<void> => {
  const { rows } = await tx.query<{ id: string }>(
    'select id from conversations.conversation where tenant_id = $1 and contact_id = $2 and channel_id = $3 and unread > 0 order by id',
    [tx.tenantId, contactId, channelId],
  )
  for (const { id } of rows) await markRead(tx, ports, id)
}

type ToSay = Omit<ToSend, 'replyToMessageId' | 'quickReplyId'> & { to: string }

/** Whom a chat is to be with; a number that nobody knows yet becomes a contact. */
const personAt = async (tx: Tx, ports: ConversationsPorts, channelId: string, to: string): Promise<string> => {
  const who = personOfChat(to)
  if (who === null) {
    const message = 'This is no chat with one person.'
    throw new Failure('invalid', 'chat.not_a_person', message, { errors: [{ path: 'to', code: 'chat.not_a_person', message }] })
  }
  const known = await ports.contactAtChat(tx, channelId, to)
  if (known !== null) return known
  if (who.by === 'phone') return ports.findOrCreateByPhone(tx, `+${who.digits}`, null)
  if (who.by === 'number') return ports.findOrCreateByPhone(tx, to, null)
  throw absent('chat')
}

/** The message that this caller's write has made already, if it did; the conversation in which it is may have ended since. */
const saidBefore = async (tx: Tx, { channelId, contactId }: Chat, clientId: string) => {
  const { rows } = await tx.query<{ messageId: string; conversationId: string }>(
    `select m.id as "messageId", c.id as "conversationId" from conversations.conversation c
     join conversations.message m on m.tenant_id = c.tenant_id and m.conversation_id = c.id and m.client_id = $4
     where c.tenant_id = $1 and c.contact_id = $2 and c.channel_id = $3 order by c.id desc limit 1`,
    [tx.tenantId, contactId, channelId, clientId],
  )
  return rows[0] ?? null
}

/** Says something to somebody, in the open conversation with them or in a new one: nothing but what people do in two steps. */
export const sendToChat = async (
  tx: Tx,
  ports: ConversationsPorts,
  by: By,
  { session, to, ...said }: ToSay & { session: string },
): Promise<{ messageId: string; conversationId: string }> => {
  const channelId = await ports.channelNamed(tx, session)
  const contactId = await personAt(tx, ports, channelId, to)
  const repeated = said.clientId === undefined ? null : await saidBefore(tx, { channelId, contactId }, said.clientId)
  if (repeated) return repeated
  const open = await openWith(tx, channelId, contactId)
  const conversationId = open ?? (await startConversation(tx, ports, by, { channelId, contactId }))
  if (open === null) {
    const { contact, channel } = await readConversation(tx, ports, conversationId)
    tx.record({ action: 'conversation.opened', subject: { kind: 'conversation', id: conversationId, name: contact.name }, after: { channel: channel.name } })
  }
  return { conversationId, messageId: await sendMessage(tx, ports, conversationId, by, said) }
}
