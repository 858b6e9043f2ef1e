import type { Conversation, Message, NoticeKind } from '@chasqui/contracts'

export type News = {
  conversation: Conversation
  /** What was said in it since it was told last. */
  messages: readonly Message[]
  /** It was given to somebody just now. */
  given: boolean
  /** It waited for a person before. */
  waited: boolean
}

/** What news about a conversation are to somebody: the one thing worth telling them, or nothing. */
export const noticeOf = ({ conversation, messages, given, waited }: News, me: string): NoticeKind | null => {
  const mine = conversation.assignee?.id === me
  if (mine && given) return 'assigned'
  if (mine && messages.some(({ direction }) => direction === 'in')) return 'message'
  if (mine && messages.some(({ direction, sender }) => direction === 'note' && sender.id !== me)) return 'note'
  return conversation.state === 'queued' && conversation.assignee === null && !waited ? 'waiting' : null
}
