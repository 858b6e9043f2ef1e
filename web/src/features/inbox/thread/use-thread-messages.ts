import type { Conversation, Message } from '@chasqui/contracts'
import { useMemo, useRef } from 'react'
import { useFormat } from '#lib/format.ts'
import { useUser } from '#lib/session.ts'
import { useThread } from '../cache/use-thread.ts'
import { gatherAlbums } from '../media/albums.ts'
import { entryMessage } from '../outbox/entry-message.ts'
import { type OutboxEntry, useOutbox } from '../outbox/outbox.ts'
import { firstUnreadSeq, threadItems } from './thread-items.ts'

const dayOf = (place: { timeZone: string }) => {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone: place.timeZone })
  return (at: string) => Math.round(Date.parse(format.format(Date.parse(at))) / 86_400_000)
}

/** Local copies keep their identity while their entry stays the same, so that bubbles are not drawn again. */
const local = new WeakMap<OutboxEntry, Message>()
const messageOf = (entry: OutboxEntry, author: { id: string; name: string }): Message => {
  const known = local.get(entry) ?? entryMessage(entry, author)
  local.set(entry, known)
  return known
}

/** The thread as it is drawn: what the server has, then what is still only here. The unread line stays where it was on opening. */
export const useThreadMessages = (id: string, conversation: Conversation | undefined) => {
  const { id: userId, name } = useUser()
  const { place } = useFormat()
  const thread = useThread(id)
  const entries = useOutbox()
  const stored = thread.data?.messages
  const unreadAtOpening = useRef<{ id: string; from: number | null } | null>(null)
  if (stored && conversation && unreadAtOpening.current?.id !== id) unreadAtOpening.current = { id, from: firstUnreadSeq(stored, conversation.unread) }
  const messages = useMemo(() => {
    if (!stored) return []
    const confirmed = new Set(stored.map(({ clientId }) => clientId))
    return [
      ...stored,
      ...entries.filter((entry) => entry.conversationId === id && !confirmed.has(entry.clientId)).map((entry) => messageOf(entry, { id: userId, name })),
    ]
  }, [stored, entries, id, userId, name])
  const from = unreadAtOpening.current?.id === id ? unreadAtOpening.current.from : null
  const items = useMemo(() => gatherAlbums(threadItems(messages, dayOf(place), from)), [messages, place, from])
  return { thread, messages, items }
}
