import { z } from 'zod'
import { Contact } from '../contact.ts'
import { Message } from '../conversation.ts'
import { page, PageQuery } from '../page.ts'
import { route } from '../route.ts'
import { NewMessageFields, withShortForms } from './conversations/talking.ts'
import { SessionName } from './sessions.ts'

const ChatId = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .meta({ description: 'a number in any spelling, `5491122334455@c.us`, `…@s.whatsapp.net`, `…@lid`, the id of a contact, or another address of the channel' })
const common = { tenant: 'member', query: null, body: null, idempotency: false } as const
const chat = z.object({ sessionId: SessionName, chatId: ChatId })

/** `{phone, isGroup, isLid}` says by marks what `chatId` says by its ending; a list of one is that one. Without it, nobody would be written to but the wrong person. */
const withPlace = (input: unknown): unknown => {
  if (!input || typeof input !== 'object') return input
  const { to, chatId, phone, number, message, isGroup, isLid, ...rest } = input as Record<string, unknown>
  const given = to ?? chatId ?? phone ?? number
  const place = Array.isArray(given) && given.length === 1 ? (given[0] as unknown) : given
  const ending = isGroup === true ? '@g.us' : isLid === true ? '@lid' : ''
  const words = rest.text ?? rest.content ?? message
  return {
    ...rest,
    ...(words !== undefined && { text: words }),
    to: typeof place === 'string' && !place.includes('@') ? `${place}${ending}` : typeof place === 'number' ? `${place}${ending}` : place,
  }
}

const SessionMessage = z.preprocess(
  (input) => withShortForms(withPlace(input)),
  NewMessageFields.pick({ content: true, clientId: true, takeFloor: true }).extend({ to: ChatId }),
)

/** People on a channel and what was said with them, as programs for linked devices ask for it. */
export const chatRoutes = {
  send: route({
    ...common,
    id: 'sessions.send',
    method: 'POST',
    path: '/api/sessions/:id/send',
    audit: 'message.sent',
    summary: 'Say something to somebody: `{to, text}`; in the open conversation with them, or in a new one',
    permission: 'conversations.reply',
    rate: 'write',
    idempotency: true,
    params: z.object({ id: SessionName }),
    body: SessionMessage,
    response: { status: 201, body: Message },
  }),
  contacts: route({
    ...common,
    id: 'chats.contacts',
    method: 'GET',
    path: '/api/messages/:sessionId/contacts',
    summary: 'People who are known on a channel, newest first, each with the id of the chat',
    permission: 'contacts.read',
    rate: 'read',
    params: z.object({ sessionId: SessionName }),
    query: PageQuery,
    response: { status: 200, body: page(Contact.extend({ chatId: z.string() }).meta({ id: 'ChatContact' })) },
  }),
  read: route({
    ...common,
    id: 'chats.read',
    method: 'GET',
    path: '/api/messages/:sessionId/chat/:chatId',
    summary: 'What was said with somebody on a channel, over all conversations: newest page first, each page in ascending order',
    permission: 'conversations.read',
    rate: 'read',
    params: chat,
    query: PageQuery,
    response: { status: 200, body: page(Message) },
  }),
  markRead: route({
    ...common,
    id: 'chats.markRead',
    method: 'POST',
    path: '/api/messages/:sessionId/chat/:chatId/read',
    audit: { none: 'a mark in the inbox, of no consequence to anybody' },
    summary: 'Nothing unread from somebody on a channel; they see blue ticks where the channel has them',
    permission: 'conversations.read',
    rate: 'write',
    idempotency: true,
    params: chat,
    response: { status: 204, body: null },
  }),
} as const
