import { z } from 'zod'

/**
 * Where a file lies on the network and what opens it. All of it is in the id that the product keeps, so that nothing has to be looked up when the file
 * is fetched, and a file that is gone can be asked for again from the telephone that sent it.
 */
export const MediaRef = z.object({
  kind: z.enum(['image', 'video', 'audio', 'document', 'sticker']),
  path: z.string().regex(/^\/[\w\-./?=&%~:+]{1,1000}$/),
  key: z.string().max(100),
  sealedHash: z.string().max(100),
  hash: z.string().max(100),
  /** As its message says; the place itself does not know. */
  mime: z.string().max(200).optional(),
  chat: z.string().max(100),
  messageId: z.string().max(200),
  mine: z.boolean(),
})
export type MediaRef = z.infer<typeof MediaRef>

const PREFIX = 'wa1.'

export const mediaId = (ref: MediaRef): string => PREFIX + Buffer.from(JSON.stringify(ref)).toString('base64url')

/** Null for what is no id of ours. */
export const readMediaId = (id: string): MediaRef | null => {
  if (!id.startsWith(PREFIX)) return null
  try {
    return MediaRef.safeParse(JSON.parse(Buffer.from(id.slice(PREFIX.length), 'base64url').toString())).data ?? null
  } catch {
    return null
  }
}
