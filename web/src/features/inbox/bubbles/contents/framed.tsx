import type { FileRef } from '@chasqui/contracts'
import type { ReactNode } from 'react'
import { RichText } from '#ui/rich-text.tsx'
import { DocumentContent } from './document-content.tsx'
import { ImageContent } from './image-content.tsx'
import { VideoContent } from './video-content.tsx'

type Header = { type: 'text'; text: string } | { type: 'image' | 'video' | 'document'; file: FileRef }
type FramedProps = { content: { header?: Header | undefined; footer?: string | undefined }; body: string; children?: ReactNode }

/** A message with header, body and footer around what can be pressed. */
export const Framed = ({ content: { header, footer }, body, children }: FramedProps) => (
  <div>
    {header && <FrameHeader header={header} />}
    {body && <RichText text={body} />}
    {footer && <p className="mt-0.5 text-sm text-fg-2">{footer}</p>}
    {children}
  </div>
)

const FrameHeader = ({ header }: { header: Header }) => {
  if ('text' in header) return <p className="mb-0.5 font-semibold">{header.text}</p>
  if (header.type === 'image') return <ImageContent content={{ type: 'image', file: header.file }} />
  return header.type === 'video' ? (
    <VideoContent content={{ type: 'video', file: header.file }} />
  ) : (
    <DocumentContent content={{ type: 'document', file: header.file }} />
  )
}
