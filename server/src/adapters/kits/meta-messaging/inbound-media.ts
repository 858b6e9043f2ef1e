import type { FileRef, MessageContent } from '@chasqui/contracts'
import { shownFileName } from '#platform/foreign-json/display-text'
import { record, text, words, type Json } from '#platform/foreign-json/loose-json'

type Shown = 'image' | 'video' | 'audio' | 'document' | 'sticker'

/** What the vendor calls `file` may be anything; `sticker` came in June 2026, before that stickers were images with an id. */
const kinds = new Map<string, Shown>([
  ['image', 'image'],
  ['video', 'video'],
  ['audio', 'audio'],
  ['file', 'document'],
  ['sticker', 'sticker'],
])

/** Types are not told; these hold until the bytes are seen. */
const usual: Record<Shown, string> = {
  image: 'image/jpeg',
  video: 'video/mp4',
  audio: 'audio/mp4',
  document: 'application/octet-stream',
  sticker: 'image/png',
}

/** Longer than any address of the vendor's file servers. */
const LONGEST_ADDRESS = 4000

/** A file that a person sent, or null when the attachment is none. Its address in the webhook is where it is fetched from; it lives for hours. */
export const mediaContent = (attachment: Json, caption: string): MessageContent | null => {
  const payload = record(attachment['payload'])
  const given = kinds.get(text(attachment['type']))
  if (!given) return null
  const type = given === 'image' && text(payload['sticker_id']) !== '' ? 'sticker' : given
  const file = fileRef(text(payload['url']), type)
  // Sound is what the recorder of the app makes; other recordings come as files.
  if (type === 'audio') return { type, file, voice: true }
  return { type, file, ...(caption !== '' && type !== 'sticker' && { caption }) }
}

const fileRef = (url: string, type: Shown): FileRef => {
  const name = type === 'document' && URL.canParse(url) ? shownFileName(decoded(new URL(url).pathname)) : null
  const known = { fileId: null, mime: usual[type], name, size: null }
  if (URL.canParse(url) && url.length <= LONGEST_ADDRESS) return { ...known, state: 'pending', providerMediaId: url }
  return { ...known, state: 'failed', providerMediaId: null, failure: 'The message came without an address of the file' }
}

const decoded = (path: string): string => {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** Whether a caption can stand under it. */
export const takesCaption = (attachment: Json): boolean => {
  const content = mediaContent(attachment, '')
  return content !== null && (content.type === 'image' || content.type === 'video' || content.type === 'document')
}

/** The address of a shared thing and what it is called; empty where the vendor leaves them out. */
export const sharedLink = (attachment: Json): string => {
  const payload = record(attachment['payload'])
  const title = words(payload['title'], 1000) ?? words(attachment['title'], 1000) ?? ''
  const url = words(payload['url'], LONGEST_ADDRESS) ?? words(attachment['url'], LONGEST_ADDRESS) ?? ''
  return [title, url].filter(Boolean).join('\n')
}
