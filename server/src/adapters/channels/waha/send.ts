import { LRUCache } from 'lru-cache'
import type { Account, AdapterIo, ChannelAdapter, Dispatch, SendOutcome } from '#channels'
import { messageIdOf } from '../../kits/whatsapp/message-id.ts'
import { readStored } from '../../kits/outbound/stored-file.ts'
import { failed, nobodyThere, problem, type Trouble } from '../../kits/outbound/trouble.ts'
import { readSend } from './answer.ts'
import { callWaha, type WahaContext, type WahaRoot } from './call.ts'
import { chatOf, fullName } from '../../kits/whatsapp/message-name.ts'
import { fileField, requestOf } from './outbound.ts'
import { createPeople } from './people.ts'
import type { WahaSettings } from './settings.ts'

type Adapter = Required<Pick<ChannelAdapter<WahaSettings>, 'send' | 'react'>>

const SEND_MS = 30_000
/** Files pass through the server's memory in base64. */
const FILE_MS = 120_000
const MOST_SESSIONS = 5000
const MOST_SENT = 20_000

/** Sends of one process: they share who is where, and what is known of the servers. */
export const createSend = (root: WahaRoot): Adapter => {
  const people = createPeople()
  /** Channels whose server gave a message the id that we asked for: only there may be sent again what may have left. */
  const keepsNames = new LRUCache<string, true>({ max: MOST_SESSIONS })
  /** Messages of ours, which the interface names otherwise than those of people. */
  const sent = new LRUCache<string, true>({ max: MOST_SENT })

  /** The same id makes a repeated message the same message on the telephone, where the engine keeps it. */
  const again = (trouble: Trouble, channelId: string): Trouble =>
    trouble.result === 'uncertain' && keepsNames.has(channelId)
      ? { result: 'retry', error: { ...trouble.error, retryable: true }, afterSeconds: null, scope: 'message' }
      : trouble

  const deliver = async ({ clientRef, to, content, quotes }: Dispatch, context: WahaContext): Promise<SendOutcome> => {
    const { account, io } = context
    const { settings, channelId, tenantId } = account
    if (chatOf(to) === null) return failed('waha.address_not_offered', 'WhatsApp cannot write to this kind of address', to.kind)
    const request = requestOf(content)
    if (request === null) return failed('waha.type_not_offered', 'A linked device cannot send this kind of message', content.type)
    const stored = request.file ? await readStored('waha', request.file, tenantId, io) : null
    if (stored && stored.result !== 'read') return stored
    const person = await people.find(context, to)
    if (person === 'absent') return nobodyThere('waha.not_on_whatsapp', 'This number is not on WhatsApp')
    const id = messageIdOf(clientRef)
    const body = {
      session: settings.session,
      chatId: person.chat,
      ...request.fields,
      ...(stored && { file: fileField(stored) }),
      ...(request.named && { id }),
      ...(quotes !== null && { reply_to: fullName({ id: quotes, chat: person.chat, fromMe: sent.has(`${channelId} ${quotes}`) }) }),
    }
    const answer = readSend(await callWaha(context, { method: 'POST', path: request.path, body, timeoutMs: stored ? FILE_MS : SEND_MS }), settings, io.now())
    if (answer.result !== 'done') return request.named ? again(answer, channelId) : answer
    if (answer.id === null) return { result: 'uncertain', error: problem('waha.no_answer', 'The WAHA server told no id of the message', false) }
    if (request.named && answer.id === id) keepsNames.set(channelId, true)
    sent.set(`${channelId} ${answer.id}`, true)
    return { result: 'accepted', providerMessageId: answer.id, aliases: person.aliases }
  }

  return {
    send: (dispatch: Dispatch, account: Account<WahaSettings>, io: AdapterIo) => deliver(dispatch, { root, account, io }),
    react: async ({ to, providerMessageId, isOwn, emoji }, account, io): Promise<SendOutcome> => {
      const chat = chatOf(to)
      if (chat === null) return failed('waha.address_not_offered', 'WhatsApp cannot write to this kind of address', to.kind)
      const body = { session: account.settings.session, messageId: fullName({ id: providerMessageId, chat, fromMe: isOwn }), reaction: emoji }
      const answer = readSend(await callWaha({ root, account, io }, { method: 'PUT', path: '/api/reaction', body }), account.settings, io.now())
      // One reaction takes the place of the one before, so that it may be given again.
      if (answer.result === 'uncertain') return { result: 'retry', error: { ...answer.error, retryable: true }, afterSeconds: null, scope: 'message' }
      return answer.result === 'done' ? { result: 'accepted', providerMessageId, aliases: [] } : answer
    },
  }
}
