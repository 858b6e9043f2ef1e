import type { MessageContent, MessageError, MessageStatus, SenderKind } from '@chasqui/contracts'
import { wordsOf } from '@chasqui/contracts'
import type { LastMessage } from './conversation.ts'

/** A message about to be stored. */
export type NewMessage = {
  id: string
  seq: number
  direction: 'in' | 'out' | 'note'
  senderKind: SenderKind
  senderId: string | null
  content: MessageContent
  status: MessageStatus
  providerMessageId: string | null
  clientId: string | null
  quotesProviderId: string | null
  quotesMessageId: string | null
  context: Record<string, unknown> | null
  error: MessageError | null
  providerTime: Date | null
}

const previewLength = 140
const previewWindow = 1000

/** What a list row says of a message: its words, cut; wordless ones are named by their type in the reader's language by the screen. */
export const previewOf = (content: MessageContent): string => {
  // More than enough for the preview, whatever is squeezed out of it: a pasted book must cost nothing.
  const words = wordsOf(content).slice(0, previewWindow).replace(/\s+/g, ' ').trim()
  const letters = [...words]
  return letters.length > previewLength ? `${letters.slice(0, previewLength - 1).join('')}…` : words
}

export const lastMessageOf = (message: NewMessage, at: Date): LastMessage => ({
  id: message.id,
  preview: previewOf(message.content),
  type: message.content.type,
  direction: message.direction,
  senderKind: message.senderKind,
  status: message.status,
  at: at.toISOString(),
})

/** What is searched. System lines are not something anybody said. */
export const searchableWords = (content: MessageContent): string => (content.type === 'system' ? '' : wordsOf(content).slice(0, 20_000))
