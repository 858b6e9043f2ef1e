import type { FileRef } from '@chasqui/contracts'
import { FileClock, FileX } from 'lucide-react'
import { useTexts } from '#lib/i18n/texts.ts'

/** In place of a file that is still on its way, or never came. */
export const FileState = ({ file }: { file: FileRef }) => {
  const { t } = useTexts('simulator')
  const Icon = file.state === 'pending' ? FileClock : FileX
  return (
    <span className="flex items-center gap-2 rounded-control bg-surface-3/50 px-3 py-4 text-sm text-fg-2">
      <Icon size={18} strokeWidth={1.75} className="shrink-0" aria-hidden />
      {t(file.state === 'pending' ? 'file.pending' : 'file.gone')}
    </span>
  )
}
