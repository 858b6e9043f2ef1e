import type { FileRef } from '@chasqui/contracts'
import { CircleAlert, Hourglass } from 'lucide-react'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { downloadUrl } from './use-file-url.ts'

/** Stands where a file will be, or says that it could not be fetched or, with its address, that the browser cannot show it. */
export const FileState = ({ file, kind, url = null }: { file: FileRef; kind: 'image' | 'video' | 'document' | 'audio' | 'sticker'; url?: string | null }) => {
  const { t } = useTexts('inbox')
  const format = useFormat()
  const failed = file.state !== 'pending'
  const Icon = failed ? CircleAlert : Hourglass
  return (
    <div role={failed ? undefined : 'status'} className="flex w-64 max-w-full items-center gap-2.5 rounded-control bg-fg/5 px-3 py-2.5 text-sm">
      <Icon size={20} strokeWidth={1.75} className={failed ? 'shrink-0 text-danger' : 'shrink-0 text-fg-3'} aria-hidden />
      <span className="min-w-0">
        <span className="block truncate font-medium">{file.name ?? t(`type.${kind}`)}</span>
        <span className="block text-xs text-fg-2">
          {failed
            ? t(file.failure === 'file.expired' ? 'file.expired' : url ? 'file.not_shown' : 'file.failed')
            : t(file.providerMediaId === null ? 'file.rising' : 'file.pending', { size: file.size === null ? '' : format.fileSize(file.size) })}
        </span>
        {failed && url && (
          <a href={downloadUrl(url)} download={file.name ?? true} className="font-semibold text-primary underline underline-offset-2">
            {t('file.download')}
          </a>
        )}
      </span>
    </div>
  )
}
