import { CircleAlert, FileText, Image, Mic, RotateCw, Video, X } from 'lucide-react'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { IconButton } from '#ui/icon-button.tsx'
import { Progress } from '#ui/progress.tsx'
import { type Attachment, detach, upload, useAttachments } from './attachments.ts'

const icons = { image: Image, video: Video, audio: Mic, document: FileText }

/** The files that go with the next message: how far each is, why one cannot go, and the way to leave it out. */
export const AttachmentList = ({ conversationId }: { conversationId: string }) => {
  const { t } = useTexts('inbox')
  const attachments = useAttachments(conversationId)
  if (attachments.length === 0) return null
  return (
    <ul aria-label={t('attach.list')} className="flex max-h-40 flex-wrap gap-2 overflow-y-auto pt-2">
      {attachments.map((attachment) => (
        <Item key={attachment.key} conversationId={conversationId} attachment={attachment} />
      ))}
    </ul>
  )
}

const Item = ({ conversationId, attachment }: { conversationId: string; attachment: Attachment }) => {
  const { t } = useTexts('inbox')
  const { file, state, progress } = attachment
  const bad = state !== 'uploading' && state !== 'ready'
  const Icon = bad ? CircleAlert : icons[attachment.as]
  return (
    <li className={`flex max-w-72 items-center gap-2 rounded-control border py-1 pr-1 pl-2.5 text-sm ${bad ? 'border-danger' : 'border-line'}`}>
      <Icon size={18} strokeWidth={1.75} className={bad ? 'shrink-0 text-danger' : 'shrink-0 text-fg-2'} aria-hidden />
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium">{file.name}</span>
        {state === 'uploading' ? (
          <Progress label={t('attach.uploading', { name: file.name })} value={progress} max={1} className="my-1" />
        ) : (
          <State attachment={attachment} />
        )}
      </span>
      {(state === 'failed' || state === 'full') && (
        <IconButton icon={RotateCw} size="sm" label={t('attach.retry')} onClick={() => void upload(conversationId, attachment)} />
      )}
      <IconButton
        icon={X}
        size="sm"
        label={t(state === 'uploading' ? 'attach.cancel' : 'attach.remove', { name: file.name })}
        onClick={() => detach(conversationId, attachment.key)}
      />
    </li>
  )
}

const State = ({ attachment: { state, refusal, file } }: { attachment: Attachment }) => {
  const { t } = useTexts('inbox')
  const format = useFormat()
  if (state === 'failed' || state === 'full' || state === 'executable' || state === 'mismatch' || state === 'over')
    return (
      <span role="alert" className="block text-xs text-danger">
        {t(`attach.${state}`)}
      </span>
    )
  if (refusal?.reason === 'too_large')
    return (
      <span role="alert" className="block text-xs text-danger">
        {t('attach.too_large', { limit: format.fileSize(refusal.limit) })}
      </span>
    )
  if (refusal)
    return (
      <span role="alert" className="block text-xs text-danger">
        {t('attach.not_offered')}
      </span>
    )
  return <span className="block text-xs text-fg-2">{format.fileSize(file.size)}</span>
}
