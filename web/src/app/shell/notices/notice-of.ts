import type { Conversation, Message, NoticeKind } from '@chasqui/contracts'

export type News = {
  conversation: Conversation
  /** What was said in it since it was told last. */
  messages: readonly Message[]
  /** It was given to somebody just now. */
  given: boolean
  /** It waited for a person before. */
  waited: boolean
  /** A warning fell due, or it became late, just now. */
  presses: boolean
}

/** A note that calls somebody by name. */
const calls = ({ direction, sender, context }: Message, me: string): boolean =>
  direction === 'note' && sender.id !== me && Array.isArray(context?.mentions) && context.mentions.some((called: { id?: unknown }) => called.id === me)

/** What news about a conversation are to somebody: the one thing worth telling them, or nothing. */
export const noticeOf = ({ conversation, messages, given, waited, presses }: News, me: string): NoticeKind | null => {
  if (messages.some((message) => calls(message, me))) return 'mention'
  const mine = conversation.assignee?.id === me
  if (mine && given) return 'assigned'
  if (mine && messages.some(({ direction }) => direction === 'in')) return 'message'
  if (mine && messages.some(({ direction, sender }) => direction === 'note' && sender.id !== me)) return 'note'
  if (mine && presses) return 'due'
  return conversation.state === 'queued' && conversation.assignee === null && !waited ? 'waiting' : null
}

/** News of an older moment are told of no more: a page that was opened late would tell of all of them. */
const freshMs = 60_000

/** The instant that passed just now after which somebody should hurry: the warning, or the end of the time. Null: neither. */
export const pressingInstant = ({ due }: Pick<Conversation, 'due'>, now: number): string | null =>
  [due?.at, due?.warnAt].find((at) => at && now >= Date.parse(at) && now - Date.parse(at) < freshMs) ?? null
