import type { StoredEvent } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import type { ConversationsPorts } from './ports.ts'
import { readConversations, readMessages } from './views.ts'

export type Told = {
  name: 'chat.new' | 'chat.message' | 'chat.updated' | 'chat.transferred' | 'chat.closed' | 'chat.removed'
  message: Record<string, unknown>
  seq: number
}

const idIn = (event: StoredEvent, key: string): string | null => (typeof event.payload[key] === 'string' ? event.payload[key] : null)

/**
 * What events about conversations mean for screens. Everything is read as it is now, in two statements for the whole batch, so that a screen
 * is never told something older than it already shows.
 */
export const tellScreens = async (tx: Tx, ports: ConversationsPorts, events: StoredEvent[]): Promise<Told[]> => {
  const relevant = events.filter((event) => idIn(event, 'conversationId') && /^(conversation|message)\./.test(event.type))
  if (relevant.length === 0) return []
  const unique = (key: string) => [...new Set(relevant.flatMap((event) => idIn(event, key) ?? []))]
  const conversations = new Map((await readConversations(tx, ports, unique('conversationId'))).map((conversation) => [conversation.id, conversation]))
  const messages = new Map((await readMessages(tx, ports, unique('messageId'))).map((message) => [message.id, message]))
  const lastOf = new Map(relevant.map((event) => [idIn(event, 'conversationId')!, event.seq]))

  return relevant.flatMap((event): Told[] => {
    const { seq } = event
    if (event.type === 'conversation.removed') return [{ name: 'chat.removed', seq, message: { seq, conversationId: idIn(event, 'conversationId') } }]
    const conversation = conversations.get(idIn(event, 'conversationId')!)
    if (!conversation) return []
    const told: Told[] = []
    if (event.type === 'conversation.opened') told.push({ name: 'chat.new', seq, message: { seq, conversation } })
    const message = messages.get(idIn(event, 'messageId') ?? '')
    if (message) told.push({ name: 'chat.message', seq, message: { seq, conversationId: conversation.id, message } })
    if (event.type === 'conversation.assigned' && event.payload.assigneeId) told.push({ name: 'chat.transferred', seq, message: { seq, conversation } })
    if (event.type === 'conversation.closed') told.push({ name: 'chat.closed', seq, message: { seq, conversation } })
    // The row as a whole once per batch, after the last news about it.
    if (lastOf.get(conversation.id) === seq) told.push({ name: 'chat.updated', seq, message: { seq, conversation } })
    return told
  })
}
