import type { FileRef, Message, OutboundContent } from '@chasqui/contracts'
import { conversationRoutes } from '@chasqui/contracts/http/conversations'
import { ApiProblem, isProblem, mayPass } from '#lib/api-problem.ts'
import { call } from '#lib/api.ts'
import { readKeptFile } from '#lib/kept-files.ts'
import { uploadFile } from '#lib/upload-file.ts'
import { putMessage } from '../cache/message-cache.ts'
import { changeEntry, forgetDelivered, openOutbox, type OutboxEntry, outboxEntries } from './outbox.ts'

const fileOf = (content: OutboundContent): FileRef | null => {
  if ('file' in content) return content.file
  return content.type === 'template' && content.header && 'file' in content.header ? content.header.file : null
}

/** A content with another file in the place of its own, be that its body or what stands above a template. */
const withFile = (content: OutboundContent, change: (file: FileRef) => FileRef): OutboundContent => {
  if ('file' in content) return { ...content, file: change(content.file) }
  if (content.type === 'template' && content.header && 'file' in content.header)
    return { ...content, header: { ...content.header, file: change(content.header.file) } }
  return content
}

/** Signed addresses are the server's to give, never ours to store. */
const unsigned = (content: OutboundContent): OutboundContent => withFile(content, ({ url: _, ...file }) => file)

/** What was attached or recorded without a connection goes up first, under its own key: cut off and tried again it is still one file. */
const withItsFile = async (entry: OutboxEntry): Promise<OutboxEntry> => {
  const { content, upload } = entry
  const file = fileOf(content)
  if (!upload || !file) return entry
  const bytes = await readKeptFile(upload)
  if (!bytes) throw new ApiProblem({ status: 0, code: 'file.lost' })
  const { id, mime, name, size } = await uploadFile(new File([bytes], file.name ?? 'file', { type: file.mime }), { key: upload })
  return changeEntry(entry, { content: withFile(content, (before) => ({ ...before, fileId: id, state: 'stored', mime, name, size })), upload: null })
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
      entry = await withItsFile(entry)
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

/** The same on other pages than the inbox. */
export const sendLeftBehind = (tenantId: string, userId: string) => {
  openOutbox(tenantId, userId)
  sendWaiting()
}
