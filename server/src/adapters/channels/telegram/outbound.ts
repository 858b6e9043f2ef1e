import type { FileRef, OutboundContent } from '@chasqui/contracts'
import { CAPTION_UNITS, TEXT_UNITS } from './abilities.ts'
import { cardRequest } from './contact-card.ts'
import { choiceKeyboard, linkKeyboard, requestKeyboard } from './keyboards.ts'
import { present, type Json } from '#platform/foreign-json/loose-json'
import { parts } from './texts.ts'

/** One call that puts one message into the chat; `file` goes into the field of that name. */
export type BotRequest = { method: string; fields: Json; file?: { field: string; ref: FileRef } }

type Of<Type extends OutboundContent['type']> = Extract<OutboundContent, { type: Type }>
type Framed = Of<'buttons'> | Of<'list'> | Of<'link'>

/** A text in as many messages as it takes; what hangs on it hangs on the last. */
const texts = (text: string, more: Json = {}): BotRequest[] => {
  const all = parts(text, TEXT_UNITS)
  return all.map((part, index) => ({ method: 'sendMessage', fields: { text: part, ...(index === all.length - 1 && more) } }))
}

/** A file with its caption; one that is too long for a caption in Telegram's units follows as a text. */
const fileWith = (request: { method: string; field: string }, ref: FileRef, caption: string | undefined, more: Json = {}): BotRequest[] => {
  const fits = caption === undefined || caption.length <= CAPTION_UNITS
  const file: BotRequest = {
    method: request.method,
    fields: present({ caption: fits ? caption : undefined, ...(fits ? more : {}) }),
    file: { field: request.field, ref },
  }
  return fits ? [file] : [file, ...texts(caption, more)]
}

const mimeOf = ({ mime }: FileRef): string => mime.split(';')[0]!.trim().toLowerCase()

const asDocument = { method: 'sendDocument', field: 'document' }

/** How Telegram shows a file best; what it shows in no other way goes as a document (reference 4). */
const waysOf = (type: 'image' | 'video' | 'document' | 'sticker' | 'audio', file: FileRef, voice = false): { method: string; field: string } => {
  const mime = mimeOf(file)
  switch (type) {
    case 'image':
      if (mime === 'image/gif') return { method: 'sendAnimation', field: 'animation' }
      return ['image/jpeg', 'image/png', 'image/webp'].includes(mime) ? { method: 'sendPhoto', field: 'photo' } : asDocument
    case 'video':
      return mime === 'video/mp4' || mime === 'video/quicktime' ? { method: 'sendVideo', field: 'video' } : asDocument
    case 'sticker':
      return { method: 'sendSticker', field: 'sticker' }
    case 'audio':
      if (mime === 'audio/ogg' || mime === 'audio/opus') return { method: 'sendVoice', field: 'voice' }
      if (!['audio/mpeg', 'audio/mp3', 'audio/mp4', 'audio/x-m4a', 'audio/aac'].includes(mime)) return asDocument
      return voice ? { method: 'sendVoice', field: 'voice' } : { method: 'sendAudio', field: 'audio' }
    case 'document':
      return asDocument
  }
}

/** A list's descriptions and sections stand in the text: its rows are buttons, which have a title alone. */
const described = ({ sections }: Of<'list'>): string =>
  sections
    .filter(({ title, rows }) => title !== undefined || rows.some(({ description }) => description !== undefined))
    .map(({ title, rows }) =>
      [title, ...rows.map((row) => (row.description === undefined ? `• ${row.title}` : `• ${row.title}: ${row.description}`))].filter(Boolean).join('\n'),
    )
    .join('\n\n')

/** Header, body and footer as one text, the header bold and the footer slanted where it is one message (lengths in UTF-16 units, reference 3). */
const framed = (content: Framed, keyboard: Json): BotRequest[] => {
  const header = content.header?.type === 'text' ? content.header.text : ''
  const text = [header, content.body, content.type === 'list' ? described(content) : '', content.footer ?? ''].filter(Boolean).join('\n\n')
  const entities = [
    ...(header === '' ? [] : [{ type: 'bold', offset: 0, length: header.length }]),
    ...(content.footer ? [{ type: 'italic', offset: text.length - content.footer.length, length: content.footer.length }] : []),
  ]
  const more = { reply_markup: keyboard }
  const marks = (field: string, most: number): Json => (entities.length > 0 && text.length <= most ? { [field]: entities } : {})
  if (content.header === undefined || content.header.type === 'text') return texts(text, { ...marks('entities', TEXT_UNITS), ...more })
  const { type, file } = content.header
  const fits = text.length <= CAPTION_UNITS
  return fileWith(waysOf(type, file), file, text, { ...(fits ? marks('caption_entities', CAPTION_UNITS) : marks('entities', TEXT_UNITS)), ...more })
}

const place = ({ latitude, longitude, name, address }: Of<'location'>): BotRequest =>
  name === undefined && address === undefined
    ? { method: 'sendLocation', fields: { latitude, longitude } }
    : { method: 'sendVenue', fields: { latitude, longitude, title: name ?? address, address: address ?? name } }

/** The calls that say this content, in their order; empty for what the channel does not offer. */
export const requestsOf = (content: OutboundContent): BotRequest[] => {
  switch (content.type) {
    case 'text':
      return texts(content.text, content.previewUrl === false ? { link_preview_options: { is_disabled: true } } : {})
    case 'image':
    case 'video':
    case 'document':
      return fileWith(waysOf(content.type, content.file), content.file, content.caption)
    case 'sticker':
      return fileWith(waysOf('sticker', content.file), content.file, undefined)
    case 'audio':
      return fileWith(waysOf('audio', content.file, content.voice), content.file, undefined)
    case 'location':
      return [place(content)]
    case 'contacts':
      return content.contacts.map(cardRequest)
    case 'buttons':
    case 'list':
      return framed(content, choiceKeyboard(content))
    case 'link':
      return framed(content, linkKeyboard(content))
    case 'location_request':
    case 'contact_request':
      return texts(content.body, { reply_markup: requestKeyboard(content) })
    default:
      return []
  }
}
