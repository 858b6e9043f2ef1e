import type { OutboxEntry } from '../outbox/outbox.ts'
import type { Mode } from './composer-state.ts'
import { takeCalled } from './suggest/called.ts'

/** What goes along with the next thing said besides its words: the quick reply that an answer was written with, the people that a note calls. */
export type SaidWith = Pick<OutboxEntry, 'quickReplyId' | 'mentions'>
const replies = new Map<string, string>()

export const noteQuickReply = (conversationId: string, replyId: string) => void replies.set(conversationId, replyId)

/** Takes it: what is said after that goes without. */
export const takeSaidWith = (conversationId: string, mode: Mode, text: string): SaidWith => {
  if (mode === 'note') {
    const mentions = takeCalled(conversationId, text)
    return mentions.length > 0 ? { mentions } : {}
  }
  const quickReplyId = replies.get(conversationId)
  replies.delete(conversationId)
  return quickReplyId ? { quickReplyId } : {}
}
