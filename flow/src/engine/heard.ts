import type { MessageContent } from '@chasqui/contracts/content'
import { wordsOf } from '@chasqui/contracts/content-words'

/** What a flow takes from a customer's message. */
export type CustomerMessage = {
  type: MessageContent['type']
  /** The words written, the caption of a file or the title of what was pressed; empty for wordless messages. */
  text: string
  /** The id of the pressed button, chosen row or template reply. */
  choiceId?: string
  /** The number of a contact card, when exactly one was sent. */
  phone?: string
  place?: { latitude: number; longitude: number; words: string }
  /** `ref` tells a recording: the id by which we or its provider have it. */
  file?: { name: string; mime: string; ref?: string }
}

const files: MessageContent['type'][] = ['image', 'video', 'audio', 'document', 'sticker']

/** Keeps out what a database cannot store as text: NUL and halves of surrogate pairs. */
const clean = (text: string): string => text.replaceAll('\u0000', '').toWellFormed()

/** The customer's message as a flow hears it. The file name of a document is not something the customer said. */
export const heard = (content: MessageContent): CustomerMessage => {
  const spoken = files.includes(content.type) ? ('caption' in content ? content.caption : undefined) : wordsOf(content)
  const message: CustomerMessage = { type: content.type, text: clean(spoken ?? '') }
  if (content.type === 'choice') message.choiceId = clean(content.id)
  const phone = content.type === 'contacts' && content.contacts.length === 1 ? content.contacts[0]!.phones[0]?.phone : undefined
  if (phone !== undefined) message.phone = clean(phone)
  if (content.type === 'location') message.place = { latitude: content.latitude, longitude: content.longitude, words: message.text }
  if ('file' in content) message.file = { name: clean(content.file.name ?? ''), mime: content.file.mime }
  const ref = content.type === 'audio' ? (content.file.fileId ?? content.file.providerMediaId) : null
  if (message.file && ref !== null) message.file.ref = clean(ref)
  return message
}

const wordless = new Set<MessageContent['type']>([...files, 'location', 'contacts'])

/** A picture, a recording, a file, a place or a contact, with or without words beside it. */
export const isMedia = (message: CustomerMessage): boolean => wordless.has(message.type)

/** Notices of the platform stand in the thread but are nobody's answer. */
export const isNotice = (message: CustomerMessage): boolean => message.type === 'system'

/** Typed words: the only thing that can answer a question for text. */
export const isTyped = (message: CustomerMessage): boolean => message.type === 'text' && message.text.trim() !== ''
