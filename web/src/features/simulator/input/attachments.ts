import type { FileRef, MessageContent } from '@chasqui/contracts'
import type { Saying } from '../data/say.ts'

/** What a chosen file becomes on the phone. */
type Kind = 'image' | 'video' | 'audio' | 'document'

const kindOf = ({ type }: File): Kind => {
  const family = type.split('/')[0]
  return family === 'image' || family === 'video' || family === 'audio' ? family : 'document'
}

/** The file as it lies in this browser, for the bubble while it is on its way. */
const local = (file: File): FileRef => ({
  fileId: null,
  state: 'stored',
  mime: file.type,
  name: file.name,
  size: file.size,
  url: URL.createObjectURL(file),
  providerMediaId: null,
})

/** `asDocument`: sent as a file to keep, whatever it is. */
export const attachment = (file: File, asDocument = false): Saying => {
  const kind = asDocument ? 'document' : kindOf(file)
  const content: MessageContent = kind === 'audio' ? { type: 'audio', file: local(file), voice: false } : { type: kind, file: local(file) }
  return { file, act: { type: kind }, content }
}

export const voiceNote = (file: File): Saying => ({ file, act: { type: 'audio', voice: true }, content: { type: 'audio', file: local(file), voice: true } })
