import type { FileRef, MessageContent } from '@chasqui/contracts'
import { shownFileName } from '#platform/foreign-json/display-text'
import { reasonOf } from './errors.ts'
import { list, record, text, words, type Json } from '#platform/foreign-json/loose-json'

const MISSING: Record<string, string> = {
  image: 'image/jpeg',
  video: 'video/mp4',
  audio: 'audio/ogg',
  sticker: 'image/webp',
  document: 'application/octet-stream',
}

/**
 * Image, video, audio, document or sticker. The bytes are fetched later by `providerMediaId` (an address in the webhook lives minutes and is
 * not used). Without an id, because Meta failed to download it (131052), the message stays with a failed file and the reason.
 * `mime_type` may carry parameters (`audio/ogg; codecs=opus`), which are kept: voice notes are recognised by them.
 */
export const mediaContent = (type: 'image' | 'video' | 'audio' | 'document' | 'sticker', message: Json): MessageContent => {
  const media = record(message[type])
  const file = fileRef(media, MISSING[type]!, list(message['errors']))
  if (type === 'audio') return { type, file, voice: media['voice'] === true }
  const caption = words(media['caption'], 4096)
  return { type, file, ...(caption !== undefined && { caption }), ...(media['animated'] === true && { animated: true }) }
}

const fileRef = (media: Json, mime: string, errors: unknown[]): FileRef => {
  const id = text(media['id'])
  const known = { fileId: null, mime: words(media['mime_type'], 200)?.trim().toLowerCase() ?? mime, name: shownFileName(media['filename']), size: null }
  if (id !== '' && id.length <= 400) return { ...known, state: 'pending', providerMediaId: id }
  return { ...known, state: 'failed', providerMediaId: null, failure: reasonOf(errors) ?? 'WhatsApp sent no media id' }
}
