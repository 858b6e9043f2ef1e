import { BotProblem, need } from './problem.ts'
import type { Shape } from './updates.ts'

export type SentFile = { id: string; bytes: Buffer; mime: string; name: string }
/** What a chat got. */
export type Sent = { method: string; chatId: number; messageId: number; fields: Shape; file: SentFile | null }

/** What is taken as a reaction; Telegram's own list is longer, and spells without U+FE0F. */
const reactions = new Set(['👍', '👎', '❤', '🔥', '🎉', '😁', '😢', '🙏', '👌', '🤝'])

const object = (value: unknown): Shape => (typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Shape) : {})
const all = (value: unknown): unknown[] => (Array.isArray(value) ? (value as unknown[]) : [])

const within = (value: unknown, most: number, what: string, least = 1): void => {
  need(typeof value === 'string' && value.trim().length >= least, `${what} is empty`)
  need(value.length <= most, `${what} is too long`)
}

const checkEntities = (entities: unknown, text: string): void => {
  for (const one of all(entities).map(object)) {
    need(typeof one['type'] === 'string' && Number.isInteger(one['offset']) && Number.isInteger(one['length']), "can't parse entities: wrong shape")
    need(Number(one['offset']) + Number(one['length']) <= text.length, "can't parse entities: entity is beyond the text")
  }
}

const checkButton = (button: Shape): void => {
  within(button['text'], 512, 'text of a button')
  const kinds = ['callback_data', 'url', 'web_app'].filter((key) => key in button)
  need(kinds.length === 1, 'Text buttons are unallowed in the inline keyboard')
  if ('callback_data' in button) {
    const bytes = Buffer.byteLength(String(button['callback_data']))
    need(bytes >= 1 && bytes <= 64, 'BUTTON_DATA_INVALID')
  }
  if ('url' in button) need(URL.canParse(String(button['url'])), 'BUTTON_URL_INVALID')
}

const checkMarkup = (markup: unknown): void => {
  if (markup === undefined) return
  const { inline_keyboard: inline, keyboard } = object(markup)
  need(Array.isArray(inline) || Array.isArray(keyboard), "can't parse reply keyboard markup JSON object")
  const buttons = all(inline).flatMap((row) => all(row).map(object))
  need(buttons.length <= 100, 'reply markup is too long')
  for (const button of buttons) checkButton(button)
  for (const button of all(keyboard).flatMap((row) => all(row).map(object))) within(button['text'], 512, 'text of a button')
}

type Check = (fields: Shape) => void
const captioned: Check = ({ caption, caption_entities: entities }) => {
  if (caption !== undefined) within(caption, 1024, 'message caption')
  checkEntities(entities, String(caption ?? ''))
}
const coordinates: Check = ({ latitude, longitude }) =>
  need(Math.abs(Number(latitude)) <= 90 && Math.abs(Number(longitude)) <= 180, 'wrong latitude or longitude specified')

/** Methods that put a message into a chat: the field of their file, if they have one, what is checked, and what the message then holds. */
const methods: Record<string, { file?: string; megabytes?: number; check: Check }> = {
  sendMessage: {
    check: ({ text, entities }) => {
      within(text, 4096, 'message text')
      checkEntities(entities, String(text))
    },
  },
  sendPhoto: { file: 'photo', megabytes: 10, check: captioned },
  sendDocument: { file: 'document', check: captioned },
  sendAudio: { file: 'audio', check: captioned },
  sendVideo: { file: 'video', check: captioned },
  sendAnimation: { file: 'animation', check: captioned },
  sendVoice: { file: 'voice', check: captioned },
  sendSticker: { file: 'sticker', check: ({ caption }) => need(caption === undefined, 'stickers have no caption') },
  sendLocation: { check: coordinates },
  sendVenue: {
    check: (fields) => {
      coordinates(fields)
      within(fields['title'], 1024, 'title')
      within(fields['address'], 1024, 'address')
    },
  },
  sendContact: {
    check: ({ phone_number: phone, first_name: name, vcard }) => {
      within(phone, 64, 'phone number')
      within(name, 64, 'first name')
      need(vcard === undefined || Buffer.byteLength(String(vcard)) <= 2048, 'vcard is too long')
    },
  },
}

export type Chats = {
  knows(chatId: number): boolean
  hasMessage(chatId: number, messageId: number): boolean
  nextMessageId(): number
  file(id: string): SentFile | undefined
  keep(file: Omit<SentFile, 'id'>): SentFile
}

const chatOf = ({ chat_id: given }: Shape, chats: Chats): number => {
  const chatId = Number(given)
  need(given !== undefined && Number.isSafeInteger(chatId), 'chat_id is empty')
  need(chats.knows(chatId), 'chat not found')
  return chatId
}

const checkReply = ({ reply_parameters: given }: Shape, chatId: number, chats: Chats): void => {
  if (given === undefined) return
  const reply = object(given)
  if (!chats.hasMessage(chatId, Number(reply['message_id']))) need(reply['allow_sending_without_reply'] === true, 'message to be replied not found')
}

const mediaOf = (field: string, { id, bytes, mime, name }: SentFile): Shape => {
  const media = { file_id: id, file_unique_id: `u${id}`, file_size: bytes.length, mime_type: mime, file_name: name }
  return { [field]: field === 'photo' ? [{ ...media, file_id: `${id}-small` }, media] : media }
}

/** Takes a message for a chat; null for a method that sends none. */
export const takeSend = (method: string, fields: Shape, uploads: Map<string, Omit<SentFile, 'id'>>, chats: Chats): { sent: Sent; answer: Shape } | null => {
  const rule = methods[method]
  if (!rule) return null
  const chatId = chatOf(fields, chats)
  checkReply(fields, chatId, chats)
  checkMarkup(fields['reply_markup'])
  const upload = rule.file === undefined ? undefined : uploads.get(rule.file)
  const known = rule.file === undefined || upload ? undefined : chats.file(String(fields[rule.file] ?? ''))
  if (rule.file !== undefined) need(upload || known, `wrong file identifier/HTTP URL specified`)
  if (upload && upload.bytes.length > (rule.megabytes ?? 50) * 1024 * 1024) throw new BotProblem(413, 'Request Entity Too Large')
  rule.check(fields)
  const file = upload ? chats.keep(upload) : (known ?? null)
  const messageId = chats.nextMessageId()
  const answer = { message_id: messageId, date: Math.floor(Date.now() / 1000), chat: { id: chatId, type: 'private' }, ...(file && mediaOf(rule.file!, file)) }
  return { sent: { method, chatId, messageId, fields, file }, answer }
}

/** Checks a reaction to a message of a chat. */
export const checkReaction = (fields: Shape, chats: Chats): void => {
  const chatId = chatOf(fields, chats)
  need(chats.hasMessage(chatId, Number(fields['message_id'])), 'message to react not found')
  const given = all(fields['reaction']).map(object)
  need(given.length <= 1, 'REACTIONS_TOO_MANY')
  for (const reaction of given) need(reaction['type'] === 'emoji' && reactions.has(String(reaction['emoji'])), 'REACTION_INVALID')
}

export const checkAction = (fields: Shape, chats: Chats): void => {
  chatOf(fields, chats)
  need(['typing', 'upload_photo', 'record_voice', 'upload_document'].includes(String(fields['action'])), 'wrong parameter action in request')
}
