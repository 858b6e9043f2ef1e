import { z } from 'zod'
import { OutboundContent } from '../../content.ts'
import { Mentionable, Message } from '../../conversation.ts'
import { Id } from '../../ids.ts'
import { route } from '../../route.ts'
import { common, NoteText } from './common.ts'

/** Short forms `{text}` and `{content: "…"}` are understood as text. */
export const withShortForms = (input: unknown): unknown => {
  if (!input || typeof input !== 'object') return input
  const { type, text, content, ...rest } = input as Record<string, unknown>
  const said = content ?? text
  if (typeof said === 'string' && (type ?? 'text') === 'text') return { ...rest, content: { type: 'text', text: said } }
  if (said && typeof said === 'object' && !Array.isArray(said)) {
    const body = said as Record<string, unknown>
    const kind = body.type ?? type ?? 'text'
    return {
      ...rest,
      content: kind === 'text' && body.text === undefined && typeof body.body === 'string' ? { ...body, type: kind, text: body.body } : { ...body, type: kind },
    }
  }
  return input
}

export const NewMessageFields = z.object({
  content: OutboundContent,
  clientId: z.string().min(1).max(100).optional(),
  replyToMessageId: Id.optional(),
  quickReplyId: Id.optional().meta({ description: 'the quick reply that it was written with, to be counted' }),
  takeFloor: z.boolean().default(true),
})

/** A message to send. `clientId` makes a repeat harmless. */
export const NewMessage = z.preprocess(withShortForms, NewMessageFields)

/** What is said to the customer, and among colleagues. */
export const talkingRoutes = {
  send: route({
    ...common,
    id: 'conversations.send',
    method: 'POST',
    path: '/api/conversations/:id/messages',
    audit: 'message.sent',
    summary: 'Say something to the customer',
    permission: 'conversations.reply',
    rate: 'write',
    body: NewMessage,
    response: { status: 201, body: Message },
  }),
  note: route({
    ...common,
    id: 'conversations.note',
    method: 'POST',
    path: '/api/conversations/:id/notes',
    audit: 'message.noted',
    summary: 'Internal note',
    permission: 'conversations.reply',
    rate: 'write',
    body: z.object({
      text: NoteText,
      clientId: z.string().min(1).max(100).optional(),
      mentions: z.array(Id).max(20).optional().meta({ description: 'members whom it calls by name; they see the conversation' }),
    }),
    response: { status: 201, body: Message },
  }),
  mentionable: route({
    ...common,
    id: 'conversations.mentionable',
    method: 'GET',
    path: '/api/conversations/:id/mentionable',
    summary: 'Members who see the conversation, whom a note can call by name; the first twenty',
    permission: 'conversations.reply',
    rate: 'read',
    idempotency: false,
    query: z.object({ search: z.string().max(100).optional() }),
    response: { status: 200, body: z.object({ items: z.array(Mentionable) }) },
  }),
  react: route({
    ...common,
    id: 'conversations.react',
    method: 'PUT',
    path: '/api/conversations/:id/messages/:messageId/reaction',
    audit: 'message.reacted',
    summary: 'React to a message; empty removes',
    permission: 'conversations.reply',
    rate: 'write',
    params: z.object({ id: Id, messageId: Id }),
    body: z.object({ emoji: z.string().max(20) }),
    response: { status: 200, body: Message },
  }),
  retry: route({
    ...common,
    id: 'conversations.retry',
    method: 'POST',
    path: '/api/conversations/:id/messages/:messageId/retry',
    audit: 'message.retried',
    summary: 'Send a failed or uncertain message again',
    permission: 'conversations.reply',
    rate: 'write',
    params: z.object({ id: Id, messageId: Id }),
    response: { status: 200, body: Message },
  }),
  typing: route({
    ...common,
    id: 'conversations.typing',
    method: 'POST',
    path: '/api/conversations/:id/typing',
    audit: { none: 'passes and changes nothing' },
    summary: 'Show the customer that someone is typing',
    permission: 'conversations.reply',
    rate: 'write',
    // Leaves nothing behind that a repetition could double.
    idempotency: false,
    response: { status: 204, body: null },
  }),
} as const
