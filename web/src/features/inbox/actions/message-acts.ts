import type { Message } from '@chasqui/contracts'
import { conversationRoutes } from '@chasqui/contracts/http/conversations'
import { call } from '#lib/api.ts'
import { text } from '#lib/i18n/texts.ts'
import { sayProblem } from '#ui/toast.tsx'
import { patchMessage, putMessage } from '../cache/message-cache.ts'

/** Sends a failed or uncertain message again; the person has read why. */
export const sendAgain = async (message: Message) => {
  patchMessage(message, { status: 'pending', error: null })
  try {
    putMessage(await call(conversationRoutes.retry, { params: { id: message.conversationId, messageId: message.id } }), 'answer')
  } catch {
    patchMessage(message, { status: message.status, error: message.error })
    sayProblem(text('inbox:failure.not_retried'))
  }
}

/** Puts our reaction on a message, replaces it, or takes it away with an empty one. */
export const react = async (message: Message, emoji: string) => {
  const others = message.reactions.filter(({ actor }) => actor !== 'agent')
  patchMessage(message, { reactions: emoji ? [...others, { actor: 'agent', emoji }] : others })
  try {
    putMessage(await call(conversationRoutes.react, { params: { id: message.conversationId, messageId: message.id }, body: { emoji } }), 'answer')
  } catch {
    patchMessage(message, { reactions: message.reactions })
    sayProblem(text('inbox:bubble.react_failed'))
  }
}
