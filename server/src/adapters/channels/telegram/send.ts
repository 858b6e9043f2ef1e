import type { ChannelAdapter, Dispatch, SendOutcome } from '#channels'
import { callBot, type BotContext, type TelegramRoot } from './bot-call.ts'
import { readStored, type StoredFile } from '../../kits/outbound/stored-file.ts'
import { failed, type Trouble } from '../../kits/outbound/trouble.ts'
import { partly, readAnswer, uncertain, type BotAnswer } from './bot-answer.ts'
import { messageId, placeOf } from './ids.ts'
import { number, record, type Json } from '#platform/foreign-json/loose-json'
import { requestsOf, type BotRequest } from './outbound.ts'
import { createSentFiles, type SentFiles } from './sent-files.ts'
import { botIdOf, type TelegramSettings } from './settings.ts'

/** 50 MB over a slow line. */
const UPLOAD_MS = 120_000

type Adapter = ChannelAdapter<TelegramSettings>

/** Sends of one process: they share what Telegram calls the files that it has. */
export const createSend = (root: TelegramRoot): { send: Adapter['send']; react: NonNullable<Adapter['react']> } => {
  const sentFiles = createSentFiles()
  return {
    send: (dispatch, account, io) => sendAll(dispatch, { root, account, io }, sentFiles),
    react: async ({ to, providerMessageId, emoji }, account, io) => {
      const place = placeOf(providerMessageId, botIdOf(account.settings))
      if (!place || to.kind !== 'telegram') return failed('telegram.message_not_known', 'This message takes no reaction')
      // Telegram spells its emoji without the sign that asks for colours.
      const reaction = emoji === '' ? [] : [{ type: 'emoji', emoji: emoji.replaceAll('\ufe0f', '') }]
      const fields = { chat_id: place.chatId, message_id: place.messageId, reaction }
      const answer = readAnswer(await callBot({ root, account, io }, { method: 'setMessageReaction', fields }), account.settings)
      return answer.result === 'done' ? { result: 'accepted', providerMessageId, aliases: [] } : bare(answer)
    },
  }
}

const bare = ({ status: _status, migratedTo: _migratedTo, ...trouble }: Exclude<BotAnswer, { result: 'done' }>): Trouble => trouble

/** The messages of one content one after the other. What went wrong after the first one arrived cannot be repeated. */
const sendAll = async (dispatch: Dispatch, context: BotContext, files: SentFiles): Promise<SendOutcome> => {
  const chat = dispatch.to.kind === 'telegram' && /^-?\d{1,16}$/.test(dispatch.to.value) ? Number(dispatch.to.value) : null
  if (chat === null) return failed('telegram.address_not_offered', 'Telegram cannot write to this kind of address', dispatch.to.kind)
  const requests = requestsOf(dispatch.content)
  if (requests.length === 0) return failed('telegram.type_not_offered', 'Telegram does not offer this kind of message', dispatch.content.type)
  const quoted = dispatch.quotes === null ? null : placeOf(dispatch.quotes, botIdOf(context.account.settings))
  let last: SendOutcome | null = null
  for (const request of requests) {
    const reply = last === null && quoted?.chatId === chat && { reply_parameters: { message_id: quoted.messageId, allow_sending_without_reply: true } }
    const outcome = await sendOne({ ...request, fields: { chat_id: chat, ...request.fields, ...reply } }, context, files)
    if (outcome.result !== 'accepted') return last === null ? outcome : partly(outcome.error.title)
    last = outcome
  }
  return last!
}

/** One message; once more in another way where the refusal says how. */
const sendOne = async (request: BotRequest, context: BotContext, files: SentFiles): Promise<SendOutcome> => {
  const first = await attempt(request, context, files)
  const other = first.result === 'done' ? null : otherWay(request, first)
  const answer = other === null ? first : await attempt(other, context, files)
  if (answer.result !== 'done') return bare(answer)
  const message = record(answer.value)
  const id = number(message['message_id'])
  if (id === null) return uncertain('Answer without a message id')
  const chatId = (other ?? request).fields['chat_id']
  const aliases = chatId === request.fields['chat_id'] ? [] : [{ kind: 'telegram' as const, value: String(chatId) }]
  return { result: 'accepted', providerMessageId: messageId(botIdOf(context.account.settings), chatId, id), aliases, reached: true }
}

/** A group that became a supergroup, an answer to what is gone, marks that cannot be read, voice notes that are not wanted, a picture of odd sides (reference 5). */
const otherWay = (request: BotRequest, refusal: Exclude<BotAnswer, { result: 'done' }>): BotRequest | null => {
  if (refusal.result !== 'failed') return null
  const { fields, file } = request
  if (refusal.migratedTo !== undefined) return { ...request, fields: { ...fields, chat_id: refusal.migratedTo } }
  const { reply_parameters: reply, ...rest } = fields
  if (refusal.error.code === 'telegram.reply_not_found' && reply !== undefined) return { ...request, fields: rest }
  const { entities, caption_entities: captionEntities, ...unmarked } = fields
  if (refusal.error.code === 'telegram.bad_markup' && (entities ?? captionEntities) !== undefined) return { ...request, fields: unmarked }
  const words = refusal.error.detail ?? ''
  const unwanted = request.method === 'sendVoice' && refusal.error.code === 'telegram.voice_forbidden'
  const odd = request.method === 'sendPhoto' && /photo_invalid_dimensions|image_process_failed|photo_save_file_invalid/i.test(words)
  return file && (unwanted || odd) ? { method: 'sendDocument', fields, file: { ...file, field: 'document' } } : null
}

/** By the id that Telegram gave the file before, else with its bytes; with them at once when the id is no longer good. */
const attempt = async (request: BotRequest, context: BotContext, files: SentFiles): Promise<BotAnswer> => {
  const { method, fields, file } = request
  const { settings } = context.account
  if (!file) return readAnswer(await callBot(context, { method, fields }), settings)
  const key = `${botIdOf(settings)}/${context.account.tenantId}/${file.ref.fileId}/${method}`
  const known = files.idOf(key)
  if (known !== undefined) {
    const again = readAnswer(await callBot(context, { method, fields: { ...fields, [file.field]: known } }), settings)
    if (again.result !== 'failed' || again.error.code !== 'telegram.wrong_file') return again
    files.forget(key)
  }
  const stored = await readStored('telegram', file.ref, context.account.tenantId, context.io)
  if (stored.result !== 'read') return stored
  const form = formOf(fields, file.field, stored)
  const answer = readAnswer(await callBot(context, { method, form, timeoutMs: UPLOAD_MS }), settings)
  if (answer.result === 'done') files.learn(key, file.field, answer.value)
  return answer
}

const formOf = (fields: Json, field: string, { bytes, mime, name }: StoredFile): FormData => {
  const form = new FormData()
  for (const [key, value] of Object.entries(fields)) form.append(key, typeof value === 'object' ? JSON.stringify(value) : String(value))
  form.append(field, new Blob([bytes], { type: mime }), name)
  return form
}
