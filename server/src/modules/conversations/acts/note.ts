import type { Tx } from '#platform/database/transaction'
import type { ConversationsPorts } from '../ports.ts'
import { calledIn, storeMentions } from '../mentions.ts'
import { addMessage, saveThread, takeThread } from '../thread.ts'
import { byClientId } from './by-client-id.ts'
import type { By } from './by.ts'

/** `mentions`: members whom it calls by name. */
export type Note = { text: string; clientId?: string | undefined; mentions?: readonly string[] | undefined }

/** An internal note: never leaves. */
export const addNote = async (tx: Tx, ports: ConversationsPorts, conversationId: string, by: By, { text, clientId, mentions = [] }: Note): Promise<string> => {
  const thread = await takeThread(tx, ports, conversationId)
  const repeated = clientId ? await byClientId(tx, conversationId, clientId) : null
  if (repeated) return repeated
  const called = await calledIn(tx, ports, conversationId, by, mentions)
  const before = thread.facts.lastMessage
  const note = addMessage(thread, ports, {
    direction: 'note',
    senderKind: 'agent',
    senderId: by.userId,
    content: { type: 'text', text },
    status: 'received',
    providerMessageId: null,
    clientId: clientId ?? null,
    quotesProviderId: null,
    quotesMessageId: null,
    context: called.length > 0 ? { mentions: called } : null,
    error: null,
    providerTime: null,
  })
  thread.facts = { ...thread.facts, lastMessage: before ?? thread.facts.lastMessage }
  await saveThread(tx, ports, thread)
  await storeMentions(tx, ports, { conversationId, messageId: note.id, called })
  tx.publish({ type: 'message.noted', payload: { conversationId, messageId: note.id } })
  return note.id
}
