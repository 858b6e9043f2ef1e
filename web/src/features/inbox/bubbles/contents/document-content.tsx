import { FileText } from 'lucide-react'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { Caption } from './caption.tsx'
import type { ContentOf } from './content-of.ts'
import { FileState } from './file-state.tsx'
import { downloadUrl, useFileUrl } from './use-file-url.ts'

/** `pdf`, `docx`: what follows the last dot, or the second half of the type. */
const endingOf = (name: string | null, mime: string) => (/\.(\w{1,5})$/.exec(name ?? '')?.[1] ?? mime.split('/')[1]?.split(/[;.+]/).at(0) ?? '').toUpperCase()

export const DocumentContent = ({ content: { file, caption } }: { content: ContentOf<'document'> }) => {
  const { t } = useTexts('inbox')
  const format = useFormat()
  const { url, failed } = useFileUrl(file)
  return (
    <>
      {file.state !== 'stored' || failed ? (
        <FileState file={file} kind="document" />
      ) : (
        <a
          href={url ? downloadUrl(url) : undefined}
          download={file.name ?? true}
          className="flex w-64 max-w-full items-center gap-2.5 rounded-control bg-fg/5 px-3 py-2.5 text-sm hover:bg-fg/10"
        >
          <FileText size={24} strokeWidth={1.5} className="shrink-0 text-primary" aria-hidden />
          <span className="min-w-0">
            <span className="sr-only">{t('file.download')} </span>
            <span className="line-clamp-2 font-medium wrap-anywhere">{file.name ?? t('type.document')}</span>
            <span className="block text-xs text-fg-2">
              {[
                endingOf(file.name, file.mime),
                file.look?.pages ? t('file.pages', { count: file.look.pages }) : '',
                file.size === null ? '' : format.fileSize(file.size),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </span>
        </a>
      )}
      <Caption text={caption} />
    </>
  )
}
