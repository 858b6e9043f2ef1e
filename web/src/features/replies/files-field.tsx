import { Paperclip, X } from 'lucide-react'
import { useRef, useState } from 'react'
import { isProblem } from '#lib/api-problem.ts'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { uploadFile } from '#lib/upload-file.ts'
import { Button } from '#ui/button.tsx'
import { IconButton } from '#ui/icon-button.tsx'
import { Progress } from '#ui/progress.tsx'

export type BroughtFile = { id: string; name: string; size: number }
const most = 5

type FilesFieldProps = { files: BroughtFile[]; onChange: (files: BroughtFile[]) => void; onUploading: (uploading: boolean) => void; className?: string }

/** Files that go along with a quick reply; one is uploaded as it is chosen. */
export const FilesField = ({ files, onChange, onUploading, className = '' }: FilesFieldProps) => {
  const { t } = useTexts('replies')
  const format = useFormat()
  const picker = useRef<HTMLInputElement>(null)
  const [share, setShare] = useState<number | null>(null)
  const [failed, setFailed] = useState<'files.full' | 'files.failed' | null>(null)
  const take = async (file: File | undefined) => {
    if (!file) return
    setFailed(null)
    setShare(0)
    onUploading(true)
    try {
      const { id, name, size } = await uploadFile(file, { onProgress: setShare })
      onChange([...files, { id, name, size }])
    } catch (problem) {
      if (!isProblem(problem)) throw problem
      setFailed(problem.code === 'limit.storage' ? 'files.full' : 'files.failed')
    } finally {
      setShare(null)
      onUploading(false)
    }
  }
  return (
    <div className={`flex flex-col items-start gap-2 ${className}`}>
      {files.length > 0 && (
        <ul aria-label={t('files.label')} className="w-full divide-y divide-line rounded-control border border-line">
          {files.map((file) => (
            <li key={file.id} className="flex items-center gap-2 py-1 pr-1 pl-3 text-sm">
              <span className="min-w-0 flex-1 truncate">{file.name}</span>
              <span className="text-xs text-fg-3 tabular">{format.fileSize(file.size)}</span>
              <IconButton
                icon={X}
                size="sm"
                label={t('files.remove', { name: file.name })}
                onClick={() => onChange(files.filter(({ id }) => id !== file.id))}
              />
            </li>
          ))}
        </ul>
      )}
      {share !== null && <Progress label={t('files.uploading')} value={share} max={1} className="w-full" />}
      {failed && (
        <p role="alert" className="text-sm text-danger">
          {t(failed)}
        </p>
      )}
      {files.length < most && (
        <Button size="sm" icon={Paperclip} disabled={share !== null} onClick={() => picker.current?.click()}>
          {t('files.add')}
        </Button>
      )}
      <input ref={picker} type="file" hidden onChange={({ target }) => (void take(target.files?.[0]), (target.value = ''))} />
    </div>
  )
}
