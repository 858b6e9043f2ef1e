import type { Message, MessageStatus } from '@chasqui/contracts'

/** The loaded part of a thread, oldest first; always its newest stretch without gaps. */
export type Thread = { messages: Message[]; hasOlder: boolean }

const progress: Partial<Record<MessageStatus, number>> = { pending: 0, processing: 1, sent: 2, delivered: 3, read: 4, played: 5 }

/** Statuses only move forward; an answer that was overtaken by a live event does not take a tick back. Sending again after a failure does. */
const forward = (known: Message, next: Message): Message => {
  const [from, to] = [progress[known.status], progress[next.status]]
  return from !== undefined && to !== undefined && to < from ? { ...next, status: known.status } : next
}

/** Adds or replaces one message, in order of `seq`. */
export const withMessage = (messages: Message[], next: Message): Message[] => {
  const at = messages.findIndex(({ id }) => id === next.id)
  if (at >= 0) return messages.map((known, index) => (index === at ? forward(known, next) : known))
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
