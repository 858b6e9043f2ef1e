import type { ChannelAdapter, EgressAnswer, MediaOutcome } from '#channels'
import { isRecord, record } from '#platform/foreign-json/loose-json'
import { callWaha, inSession, jsonOf, type WahaContext } from './call.ts'
import { chatOf, fullName, nameIn } from './ids.ts'
import { readFileId, type WahaFile } from './media.ts'
import { leaveSession } from './session.ts'
import { withoutSecrets, type WahaSettings } from './settings.ts'

const ACT_MS = 8000
const DOWNLOAD_MS = 120_000
const MOST_BYTES = 64 * 1024 * 1024

const retry = (reason: string): MediaOutcome => ({ result: 'retry', reason })
const gone: MediaOutcome = { result: 'gone', reason: 'The WAHA server does not have the file any more' }

/**
 * A file lies under `/api/files/` of the server, whatever address the server thinks it has, and the key opens it; with a store of its own it lies anywhere else, and the key
 * stays here (reference 1, 4).
 */
const load = async (url: string, { account: { settings }, io }: WahaContext): Promise<EgressAnswer> => {
  const there = URL.parse(url, settings.baseUrl)
  const ours = there !== null && there.pathname.startsWith('/api/files/')
  const wanted = { method: 'GET', timeoutMs: DOWNLOAD_MS, maxBytes: MOST_BYTES, redirects: 'same_origin' } as const
  return ours
    ? io.request({ ...wanted, url: `${settings.baseUrl}${there.pathname}${there.search}`, headers: { 'x-api-key': settings.apiKey } })
    : io.request({ ...wanted, url })
}

const downloaded = (answer: EgressAnswer, settings: WahaSettings): MediaOutcome => {
  if (answer.result !== 'answer') return retry(withoutSecrets(`The download failed: ${answer.reason}`, settings))
  if (answer.status === 404 || answer.status === 410) return gone
  if (answer.status !== 200) return retry(`The download was answered with HTTP ${answer.status}`)
  return { result: 'fetched', media: { bytes: answer.body, mime: answer.headers['content-type']?.split(';')[0] ?? null } }
}

/** Where the file of a message lies now, having been asked for again; null when the chat does not have it any more. */
const askAgain = async ({ chat, id, at }: WahaFile, context: WahaContext): Promise<string | null | 'retry'> => {
  const path = inSession(context, `/chats/${encodeURIComponent(chat)}/messages?limit=20&downloadMedia=true&filter.timestamp.gte=${Math.max(0, at - 1)}`)
  const answer = await callWaha(context, { method: 'GET', path, timeoutMs: DOWNLOAD_MS })
  if (answer.result !== 'answer' || answer.status >= 500) return 'retry'
  const messages = jsonOf(answer.body)
  const found = (Array.isArray(messages) ? (messages as unknown[]) : []).filter(isRecord).find((message) => nameIn(message['id'])?.id === id)
  const url = record(found?.['media'])['url']
  return typeof url === 'string' ? url : null
}

const fetchMedia = async (fileId: string, context: WahaContext): Promise<MediaOutcome> => {
  const file = readFileId(fileId)
  if (file === null) return gone
  const { settings } = context.account
  const first = file.url === null ? gone : downloaded(await load(file.url, context), settings)
  if (first.result !== 'gone') return first
  const url = await askAgain(file, context)
  if (url === 'retry') return retry('The WAHA server cannot be asked at present')
  return url === null ? gone : downloaded(await load(url, context), settings)
}

type Acts = Required<Pick<ChannelAdapter<WahaSettings>, 'markRead' | 'showTyping' | 'fetchMedia' | 'leave'>>

/** What is done beside sending. Marks and typing are best effort. */
export const acts: Acts = {
  markRead: async (id, account, io, to) => {
    const chatId = chatOf(to)
    if (chatId === null) return
    const body = { session: account.settings.session, chatId, messageIds: [fullName({ id, chat: chatId, fromMe: false })] }
    await callWaha({ account, io }, { method: 'POST', path: '/api/sendSeen', body, timeoutMs: ACT_MS })
  },
  showTyping: async (_id, account, io, to) => {
    const chatId = chatOf(to)
    if (chatId === null) return
    await callWaha({ account, io }, { method: 'POST', path: '/api/startTyping', body: { session: account.settings.session, chatId }, timeoutMs: ACT_MS })
  },
  fetchMedia: (fileId, account, io) => fetchMedia(fileId, { account, io }),
  leave: (account, io) => leaveSession({ account, io }),
}
