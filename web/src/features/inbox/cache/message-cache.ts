import type { Message } from '@chasqui/contracts'
import { conversationRoutes } from '@chasqui/contracts/http/conversations'
import { call } from '#lib/api.ts'
import { queryClient } from '#lib/query-client.ts'
import { joined, leavesGap, type Source, type Thread, withMessage, withOlder } from './merge-messages.ts'

/** Messages per page; a thread that was scrolled far up is read again in one larger page. */
const pageSize = 50
const largestPage = 200

export const threadKey = (id: string) => [conversationRoutes.messages.id, 'thread', id] as const
export const knownThread = (id: string) => queryClient.getQueryData<Thread>(threadKey(id))

/** Its messages are others now, or have other numbers: what is known of them is wrong. */
export const forgetThread = (id: string) => void queryClient.resetQueries({ queryKey: threadKey(id) })

/** Reads the newest messages and joins them to what is known. */
export const readThread = async (id: string, signal?: AbortSignal): Promise<Thread> => {
  const limit = Math.min(largestPage, Math.max(pageSize, knownThread(id)?.messages.length ?? 0))
  const page = await call(conversationRoutes.messages, { params: { id }, query: { limit } }, signal ? { signal } : {})
  return joined(knownThread(id), page.items, page.nextCursor !== null)
}

/** Reads one page before what is known. Throws `ApiProblem`. */
export const readOlder = async (id: string) => {
  const first = knownThread(id)?.messages[0]
  if (!first) return
  const page = await call(conversationRoutes.messages, { params: { id }, query: { limit: pageSize, beforeSeq: first.seq } })
  queryClient.setQueryData<Thread>(threadKey(id), (known) => known && withOlder(known, page.items, page.nextCursor !== null))
}

/** Adds or replaces a message of a thread that is loaded. A hole before it is filled by reading the newest page again. */
export const putMessage = (message: Message, source: Source) => {
  const before = knownThread(message.conversationId)
  queryClient.changeKnown<Thread>(threadKey(message.conversationId), (known) => ({ ...known, messages: withMessage(known.messages, message, source) }))
  if (before && leavesGap(before.messages, message)) fillLater(message.conversationId)
}

const due = new Map<string, ReturnType<typeof setTimeout>>()
/** ms within which the message that seems to be missing usually arrives by itself. */
const patience = 150

const fillLater = (conversationId: string) => {
  if (due.has(conversationId)) return
  const fill = () => {
    due.delete(conversationId)
    void queryClient.invalidateQueries({ queryKey: threadKey(conversationId) })
  }
  due.set(conversationId, setTimeout(fill, patience))
}

/** The conversation counts more messages than the loaded thread has: system lines, for one, are told only by their number. */
export const reachSeq = (conversationId: string, lastSeq: number) => {
  const known = knownThread(conversationId)
  if (known && (known.messages.at(-1)?.seq ?? 0) < lastSeq) fillLater(conversationId)
}

export const patchMessage = (message: Message, patch: Partial<Message>) =>
  queryClient.changeKnown<Thread>(threadKey(message.conversationId), (known) => ({
    ...known,
    messages: known.messages.map((one) => (one.id === message.id ? { ...one, ...patch } : one)),
  }))
