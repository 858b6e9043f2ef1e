import { LRUCache } from 'lru-cache'
import { number, text, type Json } from '#platform/foreign-json/loose-json'
import type { WppSettings } from './settings.ts'
import { fileNameOf, fileTypes } from './webhook.ts'

/** Bytes of files that webhooks brought lately, in all sessions of this process, and ms for which they wait to be taken. */
const MOST_BYTES = 32 * 1024 * 1024
const KEPT_MS = 10 * 60_000
/** Longer texts are cut short on their way in (`largeWebhooks`). */
const LONGEST_TEXT = 499_000

/** `whole`: as long as the message says of its file. Any other one may be a small likeness of it, which stands there where the server does not download (reference 4). */
export type BroughtFile = { bytes: Buffer; whole: boolean }
export type BroughtFiles = { keep(message: Json, settings: WppSettings): void; of(id: string, settings: WppSettings): BroughtFile | undefined }

const isJpeg = (bytes: Buffer): boolean => bytes[0] === 0xff && bytes[1] === 0xd8

const fileIn = (message: Json): BroughtFile | null => {
  const body = text(message['body']).replace(/^data:[^,]{0,200},/, '')
  if (!fileTypes.includes(text(message['type'])) || body.length > LONGEST_TEXT || !/^[A-Za-z0-9+/]+={0,2}$/.test(body)) return null
  const [bytes, size] = [Buffer.from(body, 'base64'), number(message['size'])]
  if (size !== null) return bytes.length === size ? { bytes, whole: true } : null
  return isJpeg(bytes) && !/^image\/jpe?g/i.test(text(message['mimetype'])) ? null : { bytes, whole: false }
}

/** Files that came along with their messages. The server has them, too: what is not here any more, or in another process, is asked for there. */
export const createBroughtFiles = (): BroughtFiles => {
  const files = new LRUCache<string, BroughtFile>({ maxSize: MOST_BYTES, sizeCalculation: ({ bytes }) => bytes.length, ttl: KEPT_MS })
  const keyOf = (id: string, { baseUrl, session }: WppSettings): string => `${baseUrl} ${session} ${id}`
  return {
    keep: (message, settings) => {
      const file = fileIn(message)
      if (file) files.set(keyOf(fileNameOf(message), settings), file)
    },
    of: (id, settings) => files.get(keyOf(id, settings)),
  }
}
