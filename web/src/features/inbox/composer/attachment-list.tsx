import { CircleAlert, CloudOff, FileText, Image, Mic, RotateCw, Video, X } from 'lucide-react'
import { useEffect, useMemo } from 'react'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { IconButton } from '#ui/icon-button.tsx'
import { Progress } from '#ui/progress.tsx'
import { type Attachment, isReady } from './attachment.ts'
import { detach, upload, useAttachments, writeCaption } from './attachments.ts'

const icons = { image: Image, video: Video, audio: Mic, document: FileText }

const isBad = (attachment: Attachment) => attachment.state !== 'uploading' && !isReady(attachment)

type AttachmentListProps = { conversationId: string; /** Letters that the words under a file may have here. */ caption: number }

/** The files that go with the next message: how far each is, why one cannot go, its words where there are several, and the way to leave it out. */
export const AttachmentList = ({ conversationId, caption }: AttachmentListProps) => {
  const { t } = useTexts('inbox')
  const attachments = useAttachments(conversationId)
  if (attachments.length === 0) return null
  // What is wrong is seen first, however many there are.
  const inSight = [...attachments.filter(isBad), ...attachments.filter((one) => !isBad(one))]
  return (
    <ul aria-label={t('attach.list')} className="flex max-h-48 flex-wrap gap-2 overflow-y-auto p-0.5 pt-2">
      {inSight.map((attachment) => (
        <Item
          key={attachment.key}
          conversationId={conversationId}
          attachment={attachment}
          caption={attachments.length > 1 && attachment.as !== 'audio' && !isBad(attachment) ? caption : 0}
        />
      ))}
    </ul>
  )
}

const Item = ({ conversationId, attachment, caption }: AttachmentListProps & { attachment: Attachment }) => {
  const { t } = useTexts('inbox')
  const { name, state, progress } = attachment
  const bad = isBad(attachment)
  return (
    <li className={`w-60 rounded-control border p-1 max-tablet:w-full text-sm ${bad ? 'border-danger' : 'border-line'}`}>
      <div className="flex items-center gap-2 pl-1">
        <Look attachment={attachment} bad={bad} />
        <span className="min-w-0 flex-1">
          <span className="block truncate font-medium">{name}</span>
          {state === 'uploading' ? (
            <Progress label={t('attach.uploading', { name })} value={progress} max={1} className="my-1" />
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
          label={t(state === 'uploading' ? 'attach.cancel' : 'attach.remove', { name })}
          onClick={() => detach(conversationId, attachment.key)}
        />
      </div>
      {caption > 0 && (
        <input
          value={attachment.caption}
          maxLength={caption}
          onChange={({ target }) => writeCaption(conversationId, attachment.key, target.value)}
          aria-label={t('attach.caption_of', { name })}
          placeholder={t('attach.caption')}
          className="mt-1 w-full rounded-chip border border-line bg-transparent px-2 py-1 text-sm placeholder:text-fg-2 touch:py-2"
        />
      )}
    </li>
  )
}

/** A picture shows itself while its bytes are at hand. */
const Look = ({ attachment: { as, file, state }, bad }: { attachment: Attachment; bad: boolean }) => {
  const url = useMemo(() => (file && as === 'image' ? URL.createObjectURL(file) : null), [file, as])
  useEffect(() => () => void (url && URL.revokeObjectURL(url)), [url])
  const Icon = bad ? CircleAlert : state === 'waiting' ? CloudOff : icons[as]
  if (url && !bad) return <img src={url} alt="" className="size-9 shrink-0 rounded-chip object-cover" />
  return <Icon size={18} strokeWidth={1.75} className={bad ? 'shrink-0 text-danger' : 'shrink-0 text-fg-2'} aria-hidden />
}

const State = ({ attachment: { state, refusal, size } }: { attachment: Attachment }) => {
  const { t } = useTexts('inbox')
  const format = useFormat()
  const trouble =
    state === 'failed' || state === 'full' || state === 'executable' || state === 'mismatch' || state === 'over'
      ? t(`attach.${state}`)
      : refusal?.reason === 'too_large'
        ? t('attach.too_large', { limit: format.fileSize(refusal.limit) })
        : refusal && t('attach.not_offered')
  if (trouble)
    return (
      <span role="alert" className="block text-xs text-danger">
        {trouble}
      </span>
    )
  return <span className="block text-xs text-fg-2">{state === 'waiting' ? t('attach.waiting') : format.fileSize(size)}</span>
}
