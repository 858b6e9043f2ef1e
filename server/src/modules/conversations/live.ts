import type { StoredEvent } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import type { Audience } from '#platform/realtime/rooms'
import { audiencesOfContacts } from './audience.ts'
import type { ConversationsPorts } from './ports.ts'
import { movedByStage } from './staged.ts'
import { readConversations, readMessages } from './views.ts'

export type Told = {
  name: 'chat.new' | 'chat.message' | 'chat.updated' | 'chat.transferred' | 'chat.closed' | 'chat.removed' | 'chat.left' | 'contact.updated'
  message: Record<string, unknown>
  seq: number
  audience: Audience
}

const idIn = (event: StoredEvent, key: string): string | null => (typeof event.payload[key] === 'string' ? event.payload[key] : null)

/**
 * What events about conversations and their people mean for screens. Everything is read as it is now, in a few statements for the whole batch, so that a screen
 * is never told something older than it already shows, and who hears it is whoever sees the conversation now. Those who saw it until somebody else
 * got it hear that it left, and nothing more.
 */
export const tellScreens = async (tx: Tx, ports: ConversationsPorts, events: StoredEvent[]): Promise<Told[]> => {
  const ofContacts = await tellOfContacts(tx, events)
  const relevant = events.filter((event) => idIn(event, 'conversationId') && /^(conversation|message|sla)\./.test(event.type))
  const staged = await movedByStage(tx, events)
  if (relevant.length === 0 && staged.size === 0) return ofContacts
  const unique = (key: string) => [...new Set(relevant.flatMap((event) => idIn(event, key) ?? []))]
  const ids = [...new Set([...unique('conversationId'), ...staged.keys()])]
  const conversations = new Map((await readConversations(tx, ports, ids)).map((conversation) => [conversation.id, conversation]))
  const messages = new Map((await readMessages(tx, ports, unique('messageId'))).map((message) => [message.id, message]))
  const renumbered = new Set(relevant.flatMap((event) => (event.type === 'conversation.merged' ? [idIn(event, 'conversationId')!] : [])))
  const rescheduled = new Set(
    relevant.flatMap(({ type, payload }) => (type === 'conversation.changed' && payload.what === 'scheduled' ? [payload.conversationId as string] : [])),
  )
  const lastOf = new Map(relevant.map((event) => [idIn(event, 'conversationId')!, event.seq]))
  /** A message is told as it is now, with the first news about it. */
  const firstOf = new Map(relevant.toReversed().map((event) => [idIn(event, 'messageId'), event.seq]))

  const told = relevant.flatMap((event): Told[] => {
    const { seq, payload } = event
    if (event.type === 'conversation.removed')
      return [{ name: 'chat.removed', seq, message: { seq, conversationId: payload.conversationId }, audience: { of: holdersIn(payload) } }]
    const conversation = conversations.get(idIn(event, 'conversationId')!)
    if (!conversation) return []
    const holder = conversation.assignee?.id ?? null
    const audience = { of: [holder] }
    const told: Told[] = []
    const from = payload.fromId as string | null | undefined
    if (from !== undefined && from !== holder)
      told.push({ name: 'chat.left', seq, message: { seq, conversationId: conversation.id }, audience: { leaves: from, to: holder } })
    if (event.type === 'conversation.opened') told.push({ name: 'chat.new', seq, message: { seq, conversation }, audience })
    const message = messages.get(idIn(event, 'messageId') ?? '')
    if (message && firstOf.get(message.id) === seq)
      told.push({ name: 'chat.message', seq, message: { seq, conversationId: conversation.id, message }, audience })
    if (event.type === 'conversation.assigned' && event.payload.assigneeId)
      told.push({ name: 'chat.transferred', seq, message: { seq, conversation }, audience })
    if (event.type === 'conversation.closed') told.push({ name: 'chat.closed', seq, message: { seq, conversation }, audience })
    // The row as a whole once per batch, after the last news about it.
    if (lastOf.get(conversation.id) === seq)
      told.push({
        name: 'chat.updated',
        seq,
        message: {
          seq,
          conversation,
          ...(renumbered.has(conversation.id) && { renumbered: true }),
          ...(rescheduled.has(conversation.id) && { rescheduled: true }),
        },
        audience,
      })
    return told
  })
  /** Of whom nothing else is told in this batch. */
  const moved = [...staged].flatMap(([id, seq]): Told[] => {
    const conversation = conversations.get(id)
    if (!conversation || lastOf.has(id)) return []
    return [{ name: 'chat.updated', seq, message: { seq, conversation }, audience: { of: [conversation.assignee?.id ?? null] } }]
  })
  return [...ofContacts, ...told, ...moved]
}

/** Who had what was deleted; events of older versions do not say so. */
const holdersIn = ({ assigneeId }: StoredEvent['payload']): (string | null)[] => (assigneeId === undefined ? [] : [assigneeId as string | null])

const tellOfContacts = async (tx: Tx, events: StoredEvent[]): Promise<Told[]> => {
  const changed = events.filter(({ type }) => type === 'contact.changed')
  if (changed.length === 0) return []
  const audiences = await audiencesOfContacts(
    tx,
    changed.flatMap((event) => idIn(event, 'contactId') ?? []),
  )
  return changed.flatMap(({ seq, payload }): Told[] => {
    const audience = audiences.get(String(payload.contactId))
    return audience ? [{ name: 'contact.updated', seq, message: { seq, contactId: payload.contactId }, audience }] : []
  })
}
