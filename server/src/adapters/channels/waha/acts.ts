import type { Address, ChannelAdapter, EgressAnswer, MediaOutcome } from '#channels'
import { isRecord, record } from '#platform/foreign-json/loose-json'
import { jsonOf } from '#platform/foreign-json/json-of'
import { callWaha, inSession, ownerOf, reach, type WahaContext, type WahaRoot } from './call.ts'
import { chatOf, fullName, nameIn } from '../../kits/whatsapp/message-name.ts'
import { readFileId, type WahaFile } from './media.ts'
import { changeSession, leaveSession } from './session.ts'
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
const load = async (url: string, context: WahaContext): Promise<EgressAnswer> => {
  const reached = await reach(context)
  if (reached === null) return { result: 'refused', reason: 'the container does not run' }
  const { server, request } = reached
  const there = URL.parse(url, server.baseUrl)
  const wanted = { method: 'GET', timeoutMs: DOWNLOAD_MS, maxBytes: MOST_BYTES, redirects: 'same_origin' } as const
  return there?.pathname.startsWith('/api/files/')
    ? request({ ...wanted, url: `${server.baseUrl}${there.pathname}${there.search}`, headers: { 'x-api-key': server.apiKey } })
    : context.io.request({ ...wanted, url })
}

const downloaded = (answer: EgressAnswer, settings: WahaSettings): MediaOutcome => {
  if (answer.result !== 'answer') return retry(withoutSecrets(`The download failed: ${answer.reason}`, settings))
  if (answer.status === 404 || answer.status === 410) return gone
  if (answer.status !== 200) return retry(`The download was answered with HTTP ${answer.status}`)
  return { result: 'fetched', media: { bytes: answer.body, mime: answer.headers['content-type']?.split(';')[0] ?? null } }
}

/** Loads the file of a message once more, having asked for the message again. */
const askAgain = async ({ chat, id, at }: WahaFile, context: WahaContext): Promise<MediaOutcome> => {
  const path = inSession(context, `/chats/${encodeURIComponent(chat)}/messages?limit=20&downloadMedia=true&filter.timestamp.gte=${Math.max(0, at - 1)}`)
  const answer = await callWaha(context, { method: 'GET', path, timeoutMs: DOWNLOAD_MS })
  if (answer.result !== 'answer' || answer.status >= 500) return retry('The WAHA server cannot be asked at present')
  const messages = jsonOf(answer.body)
  const found = (Array.isArray(messages) ? (messages as unknown[]) : []).filter(isRecord).find((message) => nameIn(message['id'])?.id === id)
  const url = record(found?.['media'])['url']
  return typeof url === 'string' ? downloaded(await load(url, context), context.account.settings) : gone
}

const fetchMedia = async (fileId: string, context: WahaContext): Promise<MediaOutcome> => {
  const file = readFileId(fileId)
  if (file === null) return gone
  const first = file.url === null ? gone : downloaded(await load(file.url, context), context.account.settings)
  return first.result === 'gone' ? askAgain(file, context) : first
}

type Acts = Required<Pick<ChannelAdapter<WahaSettings>, 'markRead' | 'showTyping' | 'hideTyping' | 'fetchMedia' | 'leave' | 'restart' | 'serverLog'>>

/** The session goes, and with it the container that nobody else uses: its own, or the shared one with the last session. Rejects when the server or the Engine could not be told. */
const leave = async (context: WahaContext, last: boolean): Promise<void> => {
  const { root, account } = context
  const { hosting } = account.settings
  if (hosting === 'remote' || root.hosting === null) return leaveSession(context)
  const answered = await leaveSession(context).then(
    () => true,
    () => false,
  )
  // A container that does not run cannot unlink its device; the telephone forgets it after two weeks.
  if (hosting === 'container') {
    if (!answered && !last && (await root.hosting.serverOf(ownerOf(account)))) throw new Error('the container does not answer')
    return root.hosting.remove(ownerOf(account))
  }
  const left = await callWaha(context, { method: 'GET', path: '/api/sessions?all=true' })
  const sessions = left.result === 'answer' && left.status < 300 ? jsonOf(left.body) : null
  if (Array.isArray(sessions) && sessions.length === 0) return root.hosting.remove(ownerOf(account))
  if (!answered && !last) throw new Error('the container does not answer')
}

const type = async (context: WahaContext, path: '/api/startTyping' | '/api/stopTyping', to: Address): Promise<void> => {
  const chatId = chatOf(to)
  if (chatId === null) return
  await callWaha(context, { method: 'POST', path, body: { session: context.account.settings.session, chatId }, timeoutMs: ACT_MS })
}

/** What is done beside sending. Marks and typing are best effort. */
export const createActs = (root: WahaRoot): Acts => ({
  markRead: async (id, account, io, to) => {
    const chatId = chatOf(to)
    if (chatId === null) return
    const body = { session: account.settings.session, chatId, messageIds: [fullName({ id, chat: chatId, fromMe: false })] }
    await callWaha({ root, account, io }, { method: 'POST', path: '/api/sendSeen', body, timeoutMs: ACT_MS })
  },
  showTyping: (_id, account, io, to) => type({ root, account, io }, '/api/startTyping', to),
  hideTyping: (account, io, to) => type({ root, account, io }, '/api/stopTyping', to),
  fetchMedia: (fileId, account, io) => fetchMedia(fileId, { root, account, io }),
  leave: (account, io, last) => leave({ root, account, io }, last),
  restart: async (account, io) => {
    if (account.settings.hosting === 'container') await root.hosting?.restart(ownerOf(account))
    else await changeSession('restart', { root, account, io })
  },
  serverLog: async (account) => (account.settings.hosting === 'remote' || root.hosting === null ? null : root.hosting.log(ownerOf(account))),
})
