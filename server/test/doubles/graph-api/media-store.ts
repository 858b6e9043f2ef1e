import { createHash } from 'node:crypto'
import { need, type Shape } from './shape-checks.ts'

export type StoredMedia = { id: string; bytes: Buffer; mime: string; sha256: string }
export type MediaKind = 'image' | 'video' | 'audio' | 'document' | 'sticker'
export type MediaStore = {
  add(bytes: Buffer, mime: string): StoredMedia
  find(id: string): StoredMedia | undefined
  remove(id: string): boolean
  count(): number
  clear(): void
}

const MEGABYTE = 1024 * 1024
const rules: Record<MediaKind, { mimes: string[] | null; bytes: number }> = {
  image: { mimes: ['image/jpeg', 'image/png'], bytes: 5 * MEGABYTE },
  video: { mimes: ['video/mp4', 'video/3gpp'], bytes: 16 * MEGABYTE },
  audio: { mimes: ['audio/aac', 'audio/amr', 'audio/mpeg', 'audio/mp4', 'audio/ogg'], bytes: 16 * MEGABYTE },
  document: { mimes: null, bytes: 100 * MEGABYTE },
  sticker: { mimes: ['image/webp'], bytes: 500 * 1024 },
}

export const createMediaStore = (): MediaStore => {
  const stored = new Map<string, StoredMedia>()
  let last = 9000
  return {
    add: (bytes, mime) => {
      const media = { id: String((last += 1)), bytes, mime, sha256: createHash('sha256').update(bytes).digest('hex') }
      stored.set(media.id, media)
      return media
    },
    find: (id) => stored.get(id),
    remove: (id) => stored.delete(id),
    count: () => stored.size,
    clear: () => stored.clear(),
  }
}

/** `{id}` of an upload or `{link}`; type and size must fit the class (reference 4.3). Voice notes are ogg. */
export const checkMedia = (object: Shape, kind: MediaKind, store: MediaStore): void => {
  need((object['id'] === undefined) !== (object['link'] === undefined), `Either ${kind}.id or ${kind}.link is required.`, 131008)
  if (object['link'] !== undefined) return need(URL.canParse(String(object['link'])), `${kind}.link is not a valid address.`)
  const media = store.find(String(object['id']))
  need(media !== undefined, `Param ${kind}['id'] is not a valid media id.`, 100)
  const { mimes, bytes } = rules[kind]
  const mime = media!.mime.split(';')[0]!.trim()
  need(mimes === null || mimes.includes(mime), `Media of type ${mime} cannot be sent as ${kind}.`, 131053)
  need(media!.bytes.length <= bytes, `Media of ${media!.bytes.length} bytes is too large for ${kind}.`, 131053)
  need(object['voice'] !== true || mime === 'audio/ogg', 'A voice note must be ogg with opus.', 131053)
}
