import type { Message, MessageStatus } from '@chasqui/contracts'

/** The loaded part of a thread, oldest first; always its newest stretch without gaps. */
export type Thread = { messages: Message[]; hasOlder: boolean }

const progress: Record<MessageStatus, number> = {
  pending: 0,
  processing: 1,
  failed: 2,
  uncertain: 2,
  cancelled: 2,
  sent: 3,
  delivered: 4,
  read: 5,
  played: 6,
  received: 7,
}

/** An answer can be overtaken by a live event: it takes no tick back and hides no failure. */
const forward = (known: Message, next: Message): Message =>
  progress[next.status] < progress[known.status] ? { ...next, status: known.status, error: known.error } : next

/** Live events come in order and tell how it is now, so they always count: a failed message waits again after a retry. */
export type Source = 'live' | 'answer'

/** Adds or replaces one message, in order of `seq`. */
export const withMessage = (messages: Message[], next: Message, source: Source): Message[] => {
  const at = messages.findIndex(({ id }) => id === next.id)
  if (at >= 0) return messages.map((known, index) => (index !== at ? known : source === 'live' ? next : forward(known, next)))
  const after = messages.findLastIndex(({ seq }) => seq < next.seq)
  return [...messages.slice(0, after + 1), next, ...messages.slice(after + 1)]
}

/** Whether a live message leaves a hole between itself and what is loaded. */
export const leavesGap = (messages: Message[], next: Message): boolean => next.seq > (messages.at(-1)?.seq ?? 0) + 1

/** The newest page, read again: older messages stay if the page joins them, and what arrived live during the reading is not lost. */
export const joined = (known: Thread | undefined, page: Message[], hasOlder: boolean): Thread => {
  const first = page[0]
  const last = known?.messages.at(-1)
  if (!known || !first || !last || first.seq > last.seq + 1) return { messages: page, hasOlder }
  const older = known.messages.filter(({ seq }) => seq < first.seq)
  const newer = known.messages.filter(({ seq }) => seq > (page.at(-1)?.seq ?? 0))
  const fresh = page.map((message) => {
    const before = known.messages.find(({ id }) => id === message.id)
    return before ? forward(before, message) : message
  })
  return { messages: [...older, ...fresh, ...newer], hasOlder: older.length > 0 ? known.hasOlder : hasOlder }
}

/** An older page, put in front. */
export const withOlder = (known: Thread, page: Message[], hasOlder: boolean): Thread => {
  const first = known.messages[0]?.seq ?? Infinity
  return { messages: [...page.filter(({ seq }) => seq < first), ...known.messages], hasOlder }
}
