import type { MessageContent } from '@chasqui/contracts'
import { FileText } from 'lucide-react'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { RichText } from '#ui/rich-text.tsx'
import { FileState } from './file-state.tsx'

type DocumentContent = Extract<MessageContent, { type: 'image' | 'video' | 'document' | 'sticker' }>

/** A file to open: its name, size and kind. */
export const DocumentCard = ({ content: { file, caption } }: { content: DocumentContent }) => {
  const { t } = useTexts('simulator')
  const format = useFormat()
  if (!file.url) return <FileState file={file} />
  const name = file.name ?? t('type.document')
  const facts = [file.size === null ? null : format.fileSize(file.size), name.includes('.') ? name.split('.').at(-1)?.toUpperCase() : null]
    .filter(Boolean)
    .join(' · ')
  return (
    <>
      <a
        href={file.url}
        target="_blank"
        rel="noopener"
        aria-label={t('file.open', { name })}
        className="-mx-1 mb-1 flex items-center gap-2.5 rounded-control bg-surface-3/50 px-2.5 py-2 hover:bg-surface-3"
      >
        <FileText size={28} strokeWidth={1.5} className="shrink-0 text-primary" aria-hidden />
        <span className="min-w-0">
          <span className="line-clamp-2 text-sm font-medium wrap-anywhere">{name}</span>
          <span className="block text-xs text-fg-2">{facts}</span>
        </span>
      </a>
      {caption && <RichText text={caption} />}
    </>
  )
}
