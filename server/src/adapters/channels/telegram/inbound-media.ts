import type { FileRef, MessageContent } from '@chasqui/contracts'
import { shownFileName } from '#platform/foreign-json/display-text'
import { isRecord, list, number, record, text, words, type Json } from '#platform/foreign-json/loose-json'

/** Telegram's longest file ids are under 200 characters. */
const LONGEST_ID = 400

/** The bytes are fetched later by `file_id`; names and types are told here only (reference 4: not preserved by a download). */
const fileRef = (media: Json, mime: string): FileRef => {
  const id = text(media['file_id'])
  const size = number(media['file_size'])
  const known = {
    fileId: null,
    mime: words(media['mime_type'], 200)?.trim().toLowerCase() ?? mime,
    name: shownFileName(media['file_name']),
    size: size !== null && Number.isSafeInteger(size) && size >= 0 ? size : null,
  }
  if (id !== '' && id.length <= LONGEST_ID) return { ...known, state: 'pending', providerMediaId: id }
  return { ...known, state: 'failed', providerMediaId: null, failure: 'Telegram sent no file id' }
}

/** A photo comes in several sizes: the largest is the one that was sent. */
const largest = (sizes: unknown): Json | null => {
  const all = list(sizes).filter(isRecord)
  const area = (size: Json) => (number(size['width']) ?? 0) * (number(size['height']) ?? 0)
  return all.length === 0 ? null : all.reduce((best, size) => (area(size) >= area(best) ? size : best))
}

/** Where words lead to that hide their address (reference 3) stands below them. */
export const withLinks = (said: string, entities: unknown): string =>
  list(entities)
    .map(record)
    .flatMap((entity) => (text(entity['type']) === 'text_link' ? (words(entity['url'], 2000) ?? []) : []))
    .slice(0, 20)
    .reduce((all, url) => (all === '' || all.includes(url) ? all : `${all}\n${url}`), said)

const captionOf = (message: Json): string | undefined => words(withLinks(text(message['caption']), message['caption_entities']), 4096)

const captioned = (message: Json) => {
  const caption = captionOf(message)
  return caption === undefined ? {} : { caption }
}

const recording = (media: Json, message: Json, voice: boolean): [MessageContent, ...MessageContent[]] => {
  const seconds = number(media['duration'])
  const caption = captionOf(message)
  const sound: MessageContent = { type: 'audio', file: fileRef(media, voice ? 'audio/ogg' : 'audio/mpeg'), voice, ...(seconds !== null && { seconds }) }
  return caption === undefined ? [sound] : [{ type: 'text', text: caption }, sound]
}

/** Photo, animation, video, sound, sticker or document; null for a message without a file. An animation fills `document`, too, so that it is looked for first. */
export const mediaContents = (message: Json): [MessageContent, ...MessageContent[]] | null => {
  const of = (key: string): Json | null => (isRecord(message[key]) ? record(message[key]) : null)
  const photo = largest(message['photo'])
  if (photo) return [{ type: 'image', file: fileRef(photo, 'image/jpeg'), ...captioned(message) }]
  const animation = of('animation')
  if (animation) return [moving(animation, message)]
  const video = of('video') ?? of('video_note')
  if (video) return [{ type: 'video', file: fileRef(video, 'video/mp4'), ...captioned(message) }]
  const [voice, audio] = [of('voice'), of('audio')]
  if (voice) return recording(voice, message, true)
  if (audio) return recording(audio, message, false)
  const sticker = of('sticker')
  if (sticker) return [stickerContent(sticker)]
  const document = of('document')
  return document && [{ type: 'document', file: fileRef(document, 'application/octet-stream'), ...captioned(message) }]
}

const moving = (animation: Json, message: Json): MessageContent => {
  const file = fileRef(animation, 'video/mp4')
  return { type: file.mime.startsWith('image/') ? 'image' : 'video', file, animated: true, ...captioned(message) }
}

const stickerContent = (sticker: Json): MessageContent => {
  const [drawn, filmed] = [sticker['is_animated'] === true, sticker['is_video'] === true]
  const file = fileRef(sticker, drawn ? 'application/x-tgsticker' : filmed ? 'video/webm' : 'image/webp')
  return { type: 'sticker', file, ...((drawn || filmed) && { animated: true }) }
}
