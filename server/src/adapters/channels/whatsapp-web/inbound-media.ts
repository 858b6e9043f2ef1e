import type { FileRef, MessageContent } from '@chasqui/contracts'
import { shownName } from '#platform/foreign-json/display-text'
import { clip, number, text, words, type Json } from '#platform/foreign-json/loose-json'
import { MediaRef, mediaId } from './media-ref.ts'

export type MediaKind = MediaRef['kind']
/** The message that a file came with: needed to ask for the file again. */
export type Carrier = { chat: string; messageId: string; mine: boolean }

const missing: Record<MediaKind, string> = {
  image: 'image/jpeg',
  video: 'video/mp4',
  audio: 'audio/ogg',
  sticker: 'image/webp',
  document: 'application/octet-stream',
}

/** A file with what belongs to it. Without its place or its key it stays in the thread as a file that could not be had. */
export const mediaContent = (kind: MediaKind, media: Json, carrier: Carrier): MessageContent => {
  const file = fileRef(kind, media, carrier)
  if (kind === 'audio') {
    const seconds = number(media['seconds'])
    return { type: 'audio', file, voice: media['ptt'] === true, ...(seconds !== null && seconds >= 0 && { seconds }) }
  }
  const caption = words(media['caption'], 4096)
  const animated = media['isAnimated'] === true || media['gifPlayback'] === true
  return { type: kind, file, ...(caption !== undefined && { caption }), ...(animated && { animated }) }
}

const fileName = (value: unknown): string | null => shownName(text(value).split(/[/\\]/).at(-1), 300)

const fileRef = (kind: MediaKind, media: Json, { chat, messageId, mine }: Carrier): FileRef => {
  const size = number(media['fileLength'])
  const known = {
    fileId: null,
    mime: clip(words(media['mimetype'], 200)?.trim().toLowerCase() ?? missing[kind], 200),
    name: fileName(media['fileName'] ?? media['title']),
    size: size !== null && Number.isInteger(size) && size >= 0 ? size : null,
  }
  const ref = MediaRef.safeParse({
    kind,
    path: media['directPath'],
    key: media['mediaKey'],
    sealedHash: text(media['fileEncSha256']),
    hash: text(media['fileSha256']),
    mime: known.mime,
    chat,
    messageId,
    mine,
  })
  if (ref.success && ref.data.key !== '') return { ...known, state: 'pending', providerMediaId: mediaId(ref.data) }
  return { ...known, state: 'failed', providerMediaId: null, failure: 'WhatsApp sent no place for this file' }
}
