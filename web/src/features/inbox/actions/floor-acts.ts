import type { BotPause, Conversation } from '@chasqui/contracts'
import { conversationRoutes } from '@chasqui/contracts/http/conversations'
import { call } from '#lib/api.ts'
import { text } from '#lib/i18n/texts.ts'
import { session } from '#lib/session.ts'
import { change } from './change.ts'

const me = () => {
  const state = session.get()
  return state.status === 'signed-in' ? { id: state.user.id, name: state.user.name } : null
}

const setFloor = ({ id }: Conversation, floor: 'human' | 'flow', pause?: BotPause) =>
  call(conversationRoutes.floor, { params: { id }, body: { floor, ...(pause && { pause }) } })

/** The bot is silent in this chat from here on; one that nobody had becomes mine. */
export const takeOver = (conversation: Conversation) =>
  change(
    conversation,
    { floor: 'human', state: 'active', assignee: conversation.assignee ?? me() },
    () => setFloor(conversation, 'human'),
    text('inbox:act.take_over_failed'),
  )

/** For how long the bot is silent here, as the server reckons it. */
export const pauseBot = (conversation: Conversation, pause: BotPause) =>
  change(conversation, {}, () => setFloor(conversation, 'human', pause), text('inbox:pause.failed'))

/** The bot answers here again. */
export const handBack = (conversation: Conversation) =>
  change(conversation, { floor: 'flow', state: 'bot' }, () => setFloor(conversation, 'flow'), text('inbox:act.hand_back_failed'))

/** Who has the floor changes hands: mine goes to the bot, everybody else's and nobody's to me. */
export const switchFloor = (conversation: Conversation) =>
  conversation.floor === 'human' && conversation.assignee ? handBack(conversation) : takeOver(conversation)
