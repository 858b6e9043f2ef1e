import { z } from 'zod'
import { MessageContent } from './content.ts'
import { ChannelKind } from './channel.ts'
import { ContactStage } from './contact.ts'
import { Survey } from './conduct.ts'
import { Id, Instant } from './ids.ts'
import { Due } from './service-level.ts'

export const ConversationState = z.enum(['new', 'bot', 'queued', 'assigned', 'active', 'pending', 'transferred', 'closed'])
export type ConversationState = z.infer<typeof ConversationState>

/** Who may speak to the customer now. */
export const Floor = z.enum(['flow', 'assistant', 'human', 'nobody'])
export type Floor = z.infer<typeof Floor>

export const Priority = z.enum(['low', 'normal', 'high', 'urgent'])
export type Priority = z.infer<typeof Priority>

export const MessageStatus = z.enum(['received', 'pending', 'processing', 'sent', 'delivered', 'read', 'played', 'failed', 'uncertain', 'cancelled'])
export type MessageStatus = z.infer<typeof MessageStatus>

export const SenderKind = z.enum(['contact', 'agent', 'flow', 'assistant', 'system'])
export type SenderKind = z.infer<typeof SenderKind>

export const MessageError = z.object({ code: z.string(), title: z.string(), detail: z.string().optional(), retryable: z.boolean().default(false) })
export type MessageError = z.infer<typeof MessageError>

export const Reaction = z.object({ actor: z.enum(['contact', 'agent']), emoji: z.string() })

export const Message = z
  .object({
    id: Id,
    conversationId: Id,
    seq: z.number().int(),
    direction: z.enum(['in', 'out', 'note']),
    sender: z.object({ kind: SenderKind, id: Id.nullable(), name: z.string().nullable() }),
    type: z.string(),
    content: MessageContent,
    status: MessageStatus,
    providerMessageId: z.string().nullable(),
    clientId: z.string().nullable(),
    replyTo: z.object({ messageId: Id.nullable(), providerMessageId: z.string().nullable(), preview: z.string().nullable() }).nullable(),
    reactions: z.array(Reaction),
    /** Click-to-chat advertisement and forwarding marks, as delivered. */
    context: z.record(z.string(), z.unknown()).nullable(),
    error: MessageError.nullable(),
    editedAt: Instant.nullable(),
    deletedAt: Instant.nullable(),
    providerTime: Instant.nullable(),
    createdAt: Instant,
  })
  .meta({ id: 'Message' })
export type Message = z.infer<typeof Message>

/** Somebody who can be called by name in a note of a conversation. */
export const Mentionable = z.object({ id: Id, name: z.string() }).meta({ id: 'Mentionable' })
export type Mentionable = z.infer<typeof Mentionable>

export const Tag = z.object({ id: Id, name: z.string(), color: z.string() }).meta({ id: 'Tag' })
export type Tag = z.infer<typeof Tag>

export const Conversation = z
  .object({
    id: Id,
    channel: z.object({ id: Id, kind: ChannelKind, name: z.string() }),
    contact: z.object({
      id: Id,
      name: z.string(),
      phone: z.string().nullable(),
      profileName: z.string().nullable(),
      stage: ContactStage,
      blocked: z.boolean(),
    }),
    /** The contact's address to which its messages go. */
    identityId: Id,
    state: ConversationState,
    floor: Floor,
    priority: Priority,
    assignee: z.object({ id: Id, name: z.string() }).nullable(),
    campaign: z.object({ id: Id, name: z.string() }).nullable(),
    queue: z.object({ id: Id, name: z.string() }).nullable(),
    /** What is owed next, by the service level; null: nothing. */
    due: Due.nullable(),
    /** Since when the customer waits for an answer. */
    waitingSince: Instant.nullable(),
    unread: z.number().int(),
    lastSeq: z.number().int(),
    lastMessage: z
      .object({ preview: z.string(), type: z.string(), direction: z.enum(['in', 'out', 'note']), senderKind: SenderKind, status: MessageStatus, at: Instant })
      .nullable(),
    tags: z.array(Tag),
    /** When free-form messages stop being allowed; null = always allowed or never opened. */
    windowExpiresAt: Instant.nullable(),
    hasWindow: z.boolean(),
    closeReason: z.string().nullable(),
    closeNote: z.string().nullable(),
    closedAt: Instant.nullable(),
    /** The conversation that it became part of. */
    mergedIntoId: Id.nullable(),
    survey: Survey.nullable(),
    /** When the bot answers again; null: not by itself. */
    botReturnsAt: Instant.nullable(),
    snoozedUntil: Instant.nullable(),
    createdAt: Instant,
    updatedAt: Instant,
    lastActivityAt: Instant,
  })
  .meta({ id: 'Conversation' })
export type Conversation = z.infer<typeof Conversation>
