import type { Conversation, Message } from '@chasqui/contracts'
import { contactRoutes } from '@chasqui/contracts/http/contacts'
import { useEffect } from 'react'
import { keyOf } from '#lib/api.ts'
import { queryClient } from '#lib/query-client.ts'
import { useRealtime } from '#lib/realtime.ts'
import { useUser } from '#lib/session.ts'
import { say } from '#ui/toast.tsx'
import { text } from '#lib/i18n/texts.ts'
import { forgetDelivered } from '../outbox/outbox.ts'
import { previewOf } from '../list/preview.ts'
import {
  forgetConversation,
  isInList,
  knownConversation,
  leaveConversation,
  outdateInbox,
  outdateOtherLists,
  patchConversation,
  putConversation,
  rowsKey,
  type Rows,
  rowsOf,
} from './conversation-cache.ts'
import { belongs, isForServer } from './list-filter.ts'
import { forgetThread, putMessage } from './message-cache.ts'
import { clearNews, noteFresh, noteStirred } from './news.ts'
import { isInHand } from './own-acts.ts'
import { contactSpoke, usePresenceEvents } from './presence.ts'
import { shownList } from './shown-list.ts'
import { lookForNews } from './use-conversation-list.ts'

/** A list without rows has nothing that could move: it is read again at once. Otherwise the conversation waits behind the bar. */
const announce = (conversation: Conversation, userId: string) => {
  const shown = shownList.get()
  if (!shown) return
  outdateOtherLists(shown.filter, conversation, userId)
  const key = rowsKey(shown.filter)
  const isNew =
    !isInHand(conversation.id) && !isInList(shown.filter, conversation.id) && !isForServer(shown.filter) && belongs(conversation, shown.filter, userId)
  if (isNew && rowsOf(queryClient.getQueryData<Rows>(key)).length === 0) void queryClient.invalidateQueries({ queryKey: key, exact: true })
  else noteFresh(JSON.stringify(key), conversation.id, isNew)
}

const takeConversation = (conversation: Conversation, userId: string) => {
  putConversation(conversation)
  announce(conversation, userId)
}

/** The row's last line follows the message at once; the conversation itself is told in its own event. Notes are not its last line. */
const takeLastLine = (message: Message) =>
  patchConversation(message.conversationId, (known) => {
    if (message.direction === 'note' || message.seq < known.lastSeq) return {}
    const lastMessage = {
      preview: previewOf(message.content),
      type: message.type,
      direction: message.direction,
      senderKind: message.sender.kind,
      status: message.status,
      at: message.createdAt,
    }
    return { lastSeq: message.seq, lastMessage }
  })

/** A note may call this person by name, which only the server knows. */
const lookForCalls = (conversationId: string) => {
  const filter = shownList.get()?.filter
  if (filter?.view === 'mentions' && !isInList(filter, conversationId)) void lookForNews(filter)
}

const takeMessage = (message: Message) => {
  putMessage(message, 'live')
  forgetDelivered(message)
  takeLastLine(message)
  if (message.direction === 'note') lookForCalls(message.conversationId)
  if (message.direction !== 'in') return
  contactSpoke(message.conversationId)
  const shown = shownList.get()
  if (shown && !shown.seen.has(message.conversationId) && isInList(shown.filter, message.conversationId))
    noteStirred(JSON.stringify(rowsKey(shown.filter)), message.conversationId)
}

/** Somebody else got it whose conversations this person does not see. Who had it open is told why it goes, unless they gave it away themselves. */
const takeLeave = (conversationId: string, userId: string, openId: string | null) => {
  const known = knownConversation(conversationId)
  const isNews = known && [null, userId].includes(known.assignee?.id ?? null)
  if (conversationId === openId && isNews) say(text('inbox:thread.left', { name: known.contact.name }))
  leaveConversation(conversationId)
}

/** Keeps everything of the inbox true while it is open. */
export const useInboxEvents = (openId: string | null) => {
  const { id } = useUser()
  usePresenceEvents()
  useRealtime('chat.new', ({ conversation }) => takeConversation(conversation, id))
  useRealtime('chat.updated', ({ conversation, renumbered }) => {
    if (renumbered) forgetThread(conversation.id)
    takeConversation(conversation, id)
  })
  useRealtime('chat.closed', ({ conversation }) => takeConversation(conversation, id))
  useRealtime('chat.transferred', ({ conversation }) => takeConversation(conversation, id))
  useRealtime('chat.removed', ({ conversationId }) => forgetConversation(conversationId))
  useRealtime('chat.left', ({ conversationId }) => takeLeave(conversationId, id, openId))
  useRealtime('chat.message', ({ message }) => takeMessage(message))
  useRealtime('contact.updated', ({ contactId }) => void queryClient.invalidateQueries({ queryKey: keyOf(contactRoutes.read, { params: { id: contactId } }) }))
  useEffect(
    () => () => {
      outdateInbox()
      clearNews()
    },
    [],
  )
}
