import type { Message, OutboundContent } from '@chasqui/contracts'
import { conversationRoutes } from '@chasqui/contracts/http/conversations'
import { isProblem, mayPass } from '#lib/api-problem.ts'
import { call } from '#lib/api.ts'
import { putMessage } from '../cache/message-cache.ts'
import { changeEntry, forgetDelivered, type OutboxEntry, outboxEntries } from './outbox.ts'

/** Signed addresses are the server's to give, never ours to store. */
const unsigned = (content: OutboundContent): OutboundContent => {
  if (!('file' in content)) return content
  const { url: _, ...file } = content.file
  return { ...content, file }
}

const hand = ({ conversationId, clientId, kind, content, replyTo, quickReplyId, mentions }: OutboxEntry): Promise<Message> => {
  const options = { idempotencyKey: clientId }
  const params = { id: conversationId }
  if (kind === 'note')
    return call(
      conversationRoutes.note,
      { params, body: { text: content.type === 'text' ? content.text : '', clientId, ...(mentions && { mentions: [...mentions] }) } },
      options,
    )
  return call(
    conversationRoutes.send,
    {
      params,
      body: {
        content: unsigned(content),
        clientId,
        takeFloor: true,
        ...(replyTo && { replyToMessageId: replyTo.messageId }),
        ...(quickReplyId && { quickReplyId }),
      },
    },
    options,
  )
}

const firstWaiting = (conversationId: string) => outboxEntries().find((entry) => entry.conversationId === conversationId && entry.state === 'waiting')

/** One at a time in order; stops at the first that may pass later. Answers whether something still waits. */
const empty = async (conversationId: string): Promise<boolean> => {
  for (let entry = firstWaiting(conversationId); entry; entry = firstWaiting(conversationId)) {
    try {
      const message = await hand(entry)
      putMessage(message, 'answer')
      forgetDelivered({ clientId: entry.clientId })
    } catch (problem) {
      if (mayPass(problem) || !isProblem(problem)) return true
      changeEntry(entry, { state: 'refused', code: problem.code })
    }
  }
  return false
}

/** Other tabs hold the same entries: only one of them sends for a conversation at a time. */
const alone = <Result>(conversationId: string, work: () => Promise<Result>): Promise<Result> =>
  navigator.locks ? navigator.locks.request(`chasqui.outbox.${conversationId}`, work) : work()

const busy = new Set<string>()
let again: ReturnType<typeof setTimeout> | null = null
/** ms until what could not be sent is tried again; the connection's return tries at once. */
const patience = 4000

const sendFor = async (conversationId: string) => {
  if (busy.has(conversationId)) return
  busy.add(conversationId)
  const left = await alone(conversationId, () => empty(conversationId)).finally(() => busy.delete(conversationId))
  if (left) again ??= setTimeout(sendWaiting, patience)
  else if (firstWaiting(conversationId)) void sendFor(conversationId)
}

/** Sends everything that waits, each conversation in its own order. */
export const sendWaiting = () => {
  if (again) clearTimeout(again)
  again = null
  for (const conversationId of new Set(
    outboxEntries()
      .filter(({ state }) => state === 'waiting')
      .map((entry) => entry.conversationId),
  ))
    void sendFor(conversationId)
}
