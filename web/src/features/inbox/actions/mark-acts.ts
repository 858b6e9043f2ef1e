import type { Conversation, Priority, Tag } from '@chasqui/contracts'
import { conversationRoutes } from '@chasqui/contracts/http/conversations'
import { call, keyOf } from '#lib/api.ts'
import { text } from '#lib/i18n/texts.ts'
import { queryClient } from '#lib/query-client.ts'
import { holdUnread } from '../thread/use-mark-read.ts'
import { change } from './change.ts'
import { offerUndo } from './offer-undo.ts'

const putPriority = (conversation: Conversation, priority: Priority) =>
  change(
    conversation,
    { priority },
    () => call(conversationRoutes.update, { params: { id: conversation.id }, body: { priority } }),
    text('inbox:act.priority_failed'),
  )

export const setPriority = async (conversation: Conversation, priority: Priority) => {
  if (priority === conversation.priority) return
  if (await putPriority(conversation, priority))
    offerUndo(
      conversation.id,
      text('inbox:undo.priority', { priority: text(`inbox:priority.${priority}`) }),
      () => void putPriority({ ...conversation, priority }, conversation.priority),
    )
}

/** A tag that does not exist yet is shown by its name until the server made it. */
const shownTag = (known: readonly Tag[], name: string): Tag => known.find((tag) => tag.name === name) ?? { id: `new:${name}`, name, color: '' }

const putTags = async (conversation: Conversation, names: string[], known: readonly Tag[]) => {
  const done = await change(
    conversation,
    { tags: names.map((name) => shownTag(known, name)) },
    () => call(conversationRoutes.tags, { params: { id: conversation.id }, body: { tags: names } }),
    text('inbox:act.tags_failed'),
  )
  if (done && names.some((name) => !known.some((tag) => tag.name === name)))
    void queryClient.invalidateQueries({ queryKey: keyOf(conversationRoutes.listTags) })
  return done
}

export const setTags = async (conversation: Conversation, names: string[], known: readonly Tag[]) => {
  const before = conversation.tags.map(({ name }) => name)
  if ([...names].sort().join('\n') === [...before].sort().join('\n')) return
  if (await putTags(conversation, names, known))
    offerUndo(conversation.id, text('inbox:undo.tags'), () => void putTags(conversation, before, [...known, ...conversation.tags]))
}

/** It stays unread until it is left and opened again. */
export const markUnread = (conversation: Conversation) => {
  holdUnread(conversation.id)
  return change(
    conversation,
    { unread: Math.max(1, conversation.unread) },
    () => call(conversationRoutes.markUnread, { params: { id: conversation.id } }),
    text('inbox:act.unread_failed'),
  )
}
