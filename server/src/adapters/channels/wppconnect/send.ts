import { LRUCache } from 'lru-cache'
import type { OutboundContent } from '@chasqui/contracts'
import type { Account, Address, AdapterIo, ChannelAdapter, Dispatch, EgressAnswer, MediaOutcome, SendOutcome } from '#channels'
import { isRecord, record, text, type Json } from '#platform/foreign-json/loose-json'
import { jsonOf } from '#platform/foreign-json/json-of'
import { chatOf, fullName, nameIn } from '../../kits/whatsapp/message-name.ts'
import { readStored, type StoredFile } from '../../kits/outbound/stored-file.ts'
import { retryAfter } from '../../kits/outbound/retry-after.ts'
import { failed, nobodyThere, problem, type Trouble } from '../../kits/outbound/trouble.ts'
import type { BroughtFiles } from './brought-files.ts'
import { callSession, type Tokens, type WppAnswer, type WppContext } from './call.ts'
import { createOtherNames } from './other-names.ts'
import { cardRequest, onlyNumber, requestOf, type WppRequest } from './outbound.ts'
import { withoutSecrets, type WppSettings } from './settings.ts'

const SEND_MS = 40_000
const FILE_MS = 120_000
const ACT_MS = 8000
const MOST_SENT = 20_000

const uncertain = (detail: string): Trouble => ({
  result: 'uncertain',
  error: problem('wppconnect.no_answer', 'The answer of the WPPConnect server was lost', false, detail),
})
const later = (code: string, title: string, detail?: string, afterSeconds: number | null = null): Trouble => ({
  result: 'retry',
  error: problem(`wppconnect.${code}`, title, true, detail),
  afterSeconds,
  scope: 'channel',
})

type Done = { result: 'done'; id: string | null }

const keyRefused = (): Trouble => ({
  result: 'failed',
  error: problem('wppconnect.key_refused', 'The WPPConnect server does not know the key', false),
  windowClosed: false,
  pauseChannel: true,
})

/** What an answer means for a message (reference 5). Its texts are unstable, so that status and fields decide. A server that says that it is not connected may go on and send all the same. */
const readSend = (answer: WppAnswer, settings: WppSettings, now: Date): Done | Trouble => {
  if (answer.result === 'refused' || (answer.at === 'token' && answer.result === 'lost'))
    return later('server_unreachable', 'The WPPConnect server cannot be reached', answer.reason)
  if (answer.result === 'lost') return uncertain(answer.reason)
  const { status } = answer
  const body = jsonOf(answer.body)
  const asked = retryAfter(answer.headers, now)
  if (answer.at === 'token')
    return status === 400 || status === 401 ? keyRefused() : later('server_failed', 'The WPPConnect server had a problem', `HTTP ${status}`, asked)
  if (status < 300) {
    if (!isRecord(body)) return uncertain(`HTTP ${status} with an answer that cannot be read`)
    const [first] = [body['response']].flat()
    return { result: 'done', id: (nameIn(record(first)['id']) ?? nameIn(first))?.id ?? null }
  }
  const said = withoutSecrets(text(record(body)['message']), settings).slice(0, 300)
  switch (status) {
    case 401:
      return keyRefused()
    case 400:
      return record(body)['status'] === 'Connected'
        ? nobodyThere('wppconnect.not_on_whatsapp', 'This number is not on WhatsApp', said)
        : failed('wppconnect.refused', 'The WPPConnect server refused the message', said)
    case 413:
      return failed('wppconnect.too_large', 'The file is larger than the WPPConnect server takes', said)
    case 429:
    case 503:
      return later('too_many', 'The WPPConnect server asks to wait', said, asked)
    default:
      return status >= 500 || status === 404
        ? uncertain(`HTTP ${status} ${said}`.trim())
        : failed('wppconnect.refused', 'The WPPConnect server refused the message', said)
  }
}

/** Digits and what kind of name they are (reference 5): without the flag fourteen of them are taken for a number. */
const personIn = ({ kind, value }: Address): Json => ({ phone: value, isGroup: false, isLid: kind === 'lid' })

/** Some calls forget the flag: by them, a LID this short would be somebody else's number. */
const isMistaken = ({ kind, value }: Address): boolean => kind === 'lid' && value.length <= 14

/** Cards go as cards where the server can make one, which it can of people on WhatsApp alone; else as a file that telephones open. */
const requestFor = async (context: WppContext, to: Address, content: OutboundContent, stored: StoredFile | null): Promise<WppRequest | null> => {
  const card = content.type === 'contacts' && !isMistaken(to) ? onlyNumber(content.contacts) : null
  if (card === null) return requestOf(content, stored)
  const answer = await callSession(context, { method: 'GET', path: `/check-number-status/${card.digits}` })
  const known = answer.result === 'answer' && answer.status < 300 && record(record(jsonOf(answer.body))['response'])['numberExists'] === true
  return known ? cardRequest(card) : requestOf(content, stored)
}

type Adapter = Required<Pick<ChannelAdapter<WppSettings>, 'send' | 'react' | 'markRead' | 'showTyping' | 'hideTyping' | 'fetchMedia' | 'leave'>>

/** The bytes of a message's file, which the server has from the telephone. */
const readFromServer = async (id: string, context: WppContext): Promise<MediaOutcome> => {
  const answer = await callSession(context, { method: 'GET', path: `/get-media-by-message/${encodeURIComponent(id)}`, timeoutMs: FILE_MS })
  if (answer.result !== 'answer') return { result: 'retry', reason: withoutSecrets(`The download failed: ${answer.reason}`, context.account.settings) }
  const { base64, mimetype } = record(jsonOf(answer.body))
  if (answer.status < 300 && text(base64) !== '')
    return {
      result: 'fetched',
      media: { bytes: Buffer.from(text(base64).replace(/^data:[^,]*,/, ''), 'base64'), mime: text(mimetype).split(';')[0] || null },
    }
  return answer.status === 400
    ? { result: 'gone', reason: 'The telephone does not have the file any more' }
    : { result: 'retry', reason: `The download was answered with HTTP ${answer.status}` }
}

/** What is said and done through the server. */
export const createActs = (tokens: Tokens, brought: BroughtFiles): Adapter => {
  /** Messages of ours, which the interface names otherwise than those of people. */
  const sent = new LRUCache<string, true>({ max: MOST_SENT })
  const otherNames = createOtherNames()
  const contextOf = (account: Account<WppSettings>, io: AdapterIo): WppContext => ({ account, io, tokens })

  const deliver = async ({ to, content, quotes }: Dispatch, context: WppContext): Promise<SendOutcome> => {
    const { account, io } = context
    const chat = chatOf(to)
    if (chat === null) return failed('wppconnect.address_not_offered', 'WhatsApp cannot write to this kind of address', to.kind)
    const stored = 'file' in content && content.file ? await readStored('wppconnect', content.file, account.tenantId, io) : null
    if (stored && stored.result !== 'read') return stored
    const request = await requestFor(context, to, content, stored)
    if (request === null) return failed('wppconnect.type_not_offered', 'A linked device cannot send this kind of message', content.type)
    const answered = quotes === null ? null : fullName({ id: quotes, chat, fromMe: sent.has(`${account.channelId} ${quotes}`) })
    const reply = answered !== null && (content.type === 'text' ? { messageId: answered } : { quotedMessageId: answered })
    const path = content.type === 'text' && answered !== null ? '/send-reply' : request.path
    const body = { ...personIn(to), ...request.fields, ...reply }
    const aliases = await otherNames(context, to)
    const answer = readSend(await callSession(context, { method: 'POST', path, body, timeoutMs: stored ? FILE_MS : SEND_MS }), account.settings, io.now())
    if (answer.result !== 'done') return answer
    if (answer.id === null) return uncertain('no id')
    sent.set(`${account.channelId} ${answer.id}`, true)
    return { result: 'accepted', providerMessageId: answer.id, aliases }
  }
  const type = async (context: WppContext, to: Address, value: boolean): Promise<void> => {
    if (!isMistaken(to)) await callSession(context, { method: 'POST', path: '/typing', body: { ...personIn(to), value }, timeoutMs: ACT_MS })
  }
  const best = (answer: Promise<EgressAnswer>): Promise<void> => answer.then(() => {})

  return {
    send: (dispatch, account, io) => deliver(dispatch, contextOf(account, io)),
    react: async ({ to, providerMessageId, isOwn, emoji }, account, io) => {
      const chat = chatOf(to)
      if (chat === null) return failed('wppconnect.address_not_offered', 'WhatsApp cannot write to this kind of address', to.kind)
      const body = { msgId: fullName({ id: providerMessageId, chat, fromMe: isOwn }), reaction: emoji === '' ? false : emoji }
      const answer = readSend(await callSession(contextOf(account, io), { method: 'POST', path: '/react-message', body }), account.settings, io.now())
      // One reaction takes the place of the one before, so that it may be given again.
      if (answer.result === 'uncertain') return { result: 'retry', error: { ...answer.error, retryable: true }, afterSeconds: null, scope: 'message' }
      return answer.result === 'done' ? { result: 'accepted', providerMessageId, aliases: [] } : answer
    },
    markRead: (_id, account, io, to) =>
      best(callSession(contextOf(account, io), { method: 'POST', path: '/send-seen', body: personIn(to), timeoutMs: ACT_MS })),
    showTyping: (_id, account, io, to) => type(contextOf(account, io), to, true),
    hideTyping: (account, io, to) => type(contextOf(account, io), to, false),
    fetchMedia: async (id, account, io): Promise<MediaOutcome> => {
      if (nameIn(id)?.chat === '') return { result: 'gone', reason: 'This is no file of WhatsApp' }
      const along = brought.of(id, account.settings)
      const inHand: MediaOutcome | null = along ? { result: 'fetched', media: { bytes: along.bytes, mime: null } } : null
      if (inHand && along?.whole) return inHand
      const told = await readFromServer(id, contextOf(account, io))
      return told.result === 'fetched' ? told : (inHand ?? told)
    },
    leave: async (account, io) => {
      const answer = await callSession(contextOf(account, io), { method: 'POST', path: '/logout-session' })
      // Not connected, or no key that is taken: there is nothing that could be done, however often it is tried.
      const isDone = answer.result === 'answer' && (answer.status < 300 || answer.status === 404 || answer.status === 401 || answer.status === 400)
      if (!isDone) throw new Error('the WPPConnect server could not be told')
    },
  }
}
