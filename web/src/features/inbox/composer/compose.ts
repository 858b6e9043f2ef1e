import type { FileRef, OutboundContent } from '@chasqui/contracts'
import type { Attachment } from './attachment.ts'

export type ReadyFile = Pick<Attachment, 'key' | 'as' | 'caption' | 'name' | 'mime' | 'size' | 'stored'>
type Limits = { caption: number }
/** `upload`: the key under which its bytes are kept here, until they have gone up. */
export type Composed = { content: OutboundContent; upload: string | null }

/** A file as a content names it. */
export const refOf = ({ stored, mime, name, size }: ReadyFile): FileRef =>
  stored
    ? { fileId: stored.id, state: 'stored', mime: stored.mime, name: stored.name, size: stored.size, providerMediaId: null }
    : { fileId: null, state: 'pending', mime, name, size, providerMediaId: null }
const contentOf = (file: ReadyFile, caption: string): OutboundContent =>
  file.as === 'audio' ? { type: 'audio', file: refOf(file), voice: false } : { type: file.as, file: refOf(file), ...(caption && { caption }) }

/** What is sent for a text and its files, in order: the text is the caption of the first file that can have one and has none, else a message after them. */
export const compose = (text: string, files: readonly ReadyFile[], limits: Limits): Composed[] => {
  const words = text.trim()
  const bearer = [...words].length <= limits.caption ? files.findIndex(({ as, caption }) => as !== 'audio' && caption.trim() === '') : -1
  const composed = files.map((file, index): Composed => ({
    content: contentOf(file, index === bearer ? words : file.caption.trim()),
    upload: file.stored ? null : file.key,
  }))
  return words && bearer < 0 ? [...composed, { content: { type: 'text', text: words }, upload: null }] : composed
}
