import type { NodeOf } from '../../engine/nodes.ts'
import type { FileKind } from './fetched.ts'

type Media = NodeOf<'media'>

/** The kind of message that carries its file; null for what is no file. */
export const kindOfFile = ({ kind }: Pick<Media, 'kind'>): FileKind | null => {
  if (kind === 'location' || kind === 'contact') return null
  return kind === 'voice' ? 'audio' : kind
}

/** Whether it sends a file that lies elsewhere. */
export const isLinked = (node: Pick<Media, 'kind' | 'source'>): boolean => node.source === 'link' && kindOfFile(node) !== null
