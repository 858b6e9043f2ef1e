import type { FileRef, MessageContent, PhoneAct } from '@chasqui/contracts'

const fields: Record<PhoneAct['type'], (keyof PhoneAct)[]> = {
  text: ['text'],
  image: ['fileId'],
  video: ['fileId'],
  audio: ['fileId'],
  document: ['fileId'],
  sticker: ['fileId'],
  location: ['location'],
  contacts: ['contacts'],
  choice: ['choice'],
  reaction: ['messageId'],
  edit: ['messageId', 'text'],
  delete: ['messageId'],
  read: [],
  typing: [],
  unsupported: [],
}

/** The first field that this kind of act needs and that is empty, or null. */
export const missingField = (act: PhoneAct): keyof PhoneAct | null => fields[act.type].find((field) => isEmpty(act, field)) ?? null

const isEmpty = (act: PhoneAct, field: keyof PhoneAct): boolean => {
  if (field === 'text') return wordsIn(act) === ''
  if (field === 'choice') return !act.choice?.id
  if (field === 'contacts') return !act.contacts?.length
  return act[field] === undefined || act[field] === ''
}

export const wordsIn = (act: PhoneAct): string => (typeof act.text === 'object' ? act.text.body : (act.text ?? ''))

export type Pressed = Extract<MessageContent, { type: 'choice' }>
/** What the act refers to and only the store knows. */
type Found = { file: FileRef | null; pressed: Pressed | null }

/** What the customer says with an act that has all its fields. */
export const contentOf = (act: PhoneAct, { file, pressed }: Found): MessageContent => {
  if (file) return mediaOf(act, file)
  if (pressed) return pressed
  if (act.type === 'location' && act.location) return { type: 'location', ...act.location }
  if (act.type === 'contacts' && act.contacts)
    return { type: 'contacts', contacts: act.contacts.map(({ name, phone }) => ({ name, phones: [{ phone }], emails: [], own: false })) }
  if (act.type === 'text') return { type: 'text', text: wordsIn(act) }
  return { type: 'unsupported', providerType: 'unsupported', reason: 'A kind of message that the network does not hand over' }
}

const mediaOf = (act: PhoneAct, file: FileRef): MessageContent => {
  if (act.type === 'audio') return { type: 'audio', file, voice: act.voice ?? false }
  const type = act.type === 'image' || act.type === 'video' || act.type === 'sticker' ? act.type : 'document'
  return { type, file, ...(act.caption && type !== 'sticker' && { caption: act.caption }) }
}

/** The same message with other words: the caption, where there is a file. */
export const reworded = (content: MessageContent, words: string): MessageContent =>
  'file' in content && content.type !== 'audio' ? { ...content, caption: words } : { type: 'text', text: words }

/** As it travels: files stay with the network until they are fetched by its media id. */
export const withFilesPending = (content: MessageContent): MessageContent =>
  'file' in content ? { ...content, file: { ...content.file, fileId: null, state: 'pending', providerMediaId: content.file.fileId } } : content
