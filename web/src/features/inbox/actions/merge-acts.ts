import type { Conversation } from '@chasqui/contracts'
import { conversationRoutes } from '@chasqui/contracts/http/conversations'
import { call, keyOf } from '#lib/api.ts'
import { text } from '#lib/i18n/texts.ts'
import { queryClient } from '#lib/query-client.ts'
import { sayUndoable } from '#ui/toast.tsx'
import { forgetThread } from '../cache/message-cache.ts'
import { change } from './change.ts'

const put = async (
  conversation: Conversation,
  sourceId: string,
  route: typeof conversationRoutes.merge | typeof conversationRoutes.unmerge,
  failure: string,
) => {
  const { id } = conversation
  const done = await change(conversation, {}, () => call(route, { params: { id }, body: { conversationId: sourceId } }), failure)
  if (!done) return false
  for (const changed of [id, sourceId]) forgetThread(changed)
  void queryClient.invalidateQueries({ queryKey: [conversationRoutes.list.id] })
  void queryClient.invalidateQueries({ queryKey: keyOf(conversationRoutes.read, { params: { id: sourceId } }) })
  return true
}

/** Another conversation becomes part of this one. */
export const merge = async (conversation: Conversation, sourceId: string) => {
  if (await put(conversation, sourceId, conversationRoutes.merge, text('inbox:merge.failed')))
    sayUndoable(text('inbox:merge.done'), () => void put(conversation, sourceId, conversationRoutes.unmerge, text('inbox:merge.undo_failed')))
}
