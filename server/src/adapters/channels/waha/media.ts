import type { FileRef, MessageContent } from '@chasqui/contracts'
import { shownFileName } from '#platform/foreign-json/display-text'
import { record, text, words, type Json } from '#platform/foreign-json/loose-json'
import { z } from 'zod'

/**
 * Where the server put a file, and the message that it came with: files are kept for three minutes (reference 4), and whoever comes later asks for the message again.
 * `at`: seconds since 1970.
 */
const WahaFile = z.object({ url: z.string().max(2000).nullable(), chat: z.string().max(100), id: z.string().max(200), at: z.number() })
export type WahaFile = z.infer<typeof WahaFile>

const PREFIX = 'waha1.'
export const fileId = (file: WahaFile): string => PREFIX + Buffer.from(JSON.stringify(file)).toString('base64url')

/** Null for what is no id of ours. */
export const readFileId = (id: string): WahaFile | null => {
  if (!id.startsWith(PREFIX)) return null
  try {
    return WahaFile.safeParse(JSON.parse(Buffer.from(id.slice(PREFIX.length), 'base64url').toString())).data ?? null
  } catch {
    return null
  }
}

const kinds: [RegExp, 'image' | 'video' | 'audio' | 'sticker'][] = [
  [/^image\/webp/, 'sticker'],
  [/^image\//, 'image'],
  [/^video\//, 'video'],
  [/^audio\//, 'audio'],
]
/** What engines call their messages, for files that came without a type. */
const byName: [RegExp, 'image' | 'video' | 'audio' | 'sticker', string][] = [
  [/^(image|imageMessage)$/, 'image', 'image/jpeg'],
  [/^(video|videoMessage|ptvMessage)$/, 'video', 'video/mp4'],
  [/^(audio|ptt|audioMessage)$/, 'audio', 'audio/ogg'],
  [/^(sticker|stickerMessage)$/, 'sticker', 'image/webp'],
]

/** A file with what belongs to it; WAHA tells its kind by its type alone. */
export const mediaContent = (message: Json, place: Omit<WahaFile, 'url'>): MessageContent => {
  const media = record(message['media'])
  const named = byName.find(([type]) => type.test(text(record(message['told'])['type'])))
  const mime = words(media['mimetype'], 200)?.trim().toLowerCase() ?? named?.[2] ?? 'application/octet-stream'
  const kind = kinds.find(([type]) => type.test(mime))?.[1] ?? 'document'
  const url = words(media['url'], 2000) ?? null
  const known = { fileId: null, mime, name: shownFileName(media['filename']), size: null }
  const file: FileRef = { ...known, state: 'pending', providerMediaId: fileId({ ...place, url }) }
  const caption = words(message['body'], 4096)
  switch (kind) {
    case 'audio':
      return { type: 'audio', file, voice: mime.startsWith('audio/ogg') }
    case 'sticker':
      return { type: 'sticker', file }
    case 'image':
    case 'video':
    case 'document':
      return { type: kind, file, ...(caption !== undefined && { caption }) }
  }
}
