import type { FileRef, OutboundContent, StoredFile } from '@chasqui/contracts'
import type { SentAs } from './fit-file.ts'

export type ReadyFile = { as: SentAs; stored: StoredFile }
type Limits = { caption: number }

const refOf = ({ id, mime, name, size, url }: StoredFile): FileRef => ({ fileId: id, state: 'stored', mime, name, size, url, providerMediaId: null })
const contentOf = ({ as, stored }: ReadyFile, caption: string): OutboundContent => {
  if (as === 'audio') return { type: 'audio', file: refOf(stored), voice: false }
  return { type: as, file: refOf(stored), ...(caption && { caption }) }
}

/** What is sent for a text and its files, in order: the text is the caption of the first file that can have one, else a message after them. */
export const compose = (text: string, files: readonly ReadyFile[], limits: Limits): OutboundContent[] => {
  const words = text.trim()
  const bearer = [...words].length <= limits.caption ? files.findIndex(({ as }) => as !== 'audio') : -1
  const contents = files.map((file, index) => contentOf(file, index === bearer ? words : ''))
  return words && bearer < 0 ? [...contents, { type: 'text', text: words }] : contents
}
