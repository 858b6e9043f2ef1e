import type { Conversation } from '@chasqui/contracts'
import { contactRoutes } from '@chasqui/contracts/http/contacts'
import { conversationRoutes } from '@chasqui/contracts/http/conversations'
import { call, keyOf } from '#lib/api.ts'
import { isProblem } from '#lib/api-problem.ts'
import { text } from '#lib/i18n/texts.ts'
import { queryClient } from '#lib/query-client.ts'
import { say, sayProblem } from '#ui/toast.tsx'

const readAgain = ({ id, contact }: Conversation) => {
  void queryClient.invalidateQueries({ queryKey: keyOf(conversationRoutes.read, { params: { id } }) })
  void queryClient.invalidateQueries({ queryKey: [conversationRoutes.list.id] })
  void queryClient.invalidateQueries({ queryKey: keyOf(contactRoutes.read, { params: { id: contact.id } }) })
}

/** Nobody is told any more what this person writes. */
export const block = async (conversation: Conversation) => {
  await call(conversationRoutes.block, { params: { id: conversation.contact.id } })
  readAgain(conversation)
}

export const unblock = async (conversation: Conversation) => {
  try {
    await call(conversationRoutes.unblock, { params: { id: conversation.contact.id } })
    readAgain(conversation)
    say(text('inbox:block.undone'))
  } catch (problem) {
    if (!isProblem(problem)) throw problem
    sayProblem(text('inbox:block.undo_failed'))
  }
}
