import type { TemplateFileHeader } from '@chasqui/contracts/template-filling'
import { Paperclip } from 'lucide-react'
import { useRef } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { Button } from '#ui/button.tsx'
import { useChannel } from '../../cache/use-channel.ts'
import { isReady } from '../attachment.ts'
import { AttachmentList } from '../attachment-list.tsx'
import { attach, attachmentsOf, detach, moveAttachment, useAttachments } from '../attachments.ts'

/** Where the file above a template lies beside what is attached to the conversation. */
export const headerSlot = (conversationId: string, kind: TemplateFileHeader) => `${conversationId}.${kind}`

const accepted = { image: 'image/*', video: 'video/*', document: undefined }

type TemplateFileProps = { conversationId: string; channelId: string; kind: TemplateFileHeader; tried: boolean }

/** The file above a template: chosen here, or one that was attached before the window closed. */
export const TemplateFile = ({ conversationId, channelId, kind, tried }: TemplateFileProps) => {
  const { t } = useTexts('inbox')
  const picker = useRef<HTMLInputElement>(null)
  const slot = headerSlot(conversationId, kind)
  const rule = useChannel(channelId)?.abilities.media[kind]
  const [chosen] = useAttachments(slot)
  const attached = useAttachments(conversationId).filter((one) => one.as === kind && isReady(one))
  const take = (file: File | undefined) => {
    if (!file) return
    for (const { key } of attachmentsOf(slot)) detach(slot, key)
    attach(slot, [file], { media: rule ? { [kind]: rule } : {} })
  }
  return (
    <div role="group" aria-label={t(`template.file_${kind}`)} className="flex flex-col gap-1">
      <p className="text-sm font-medium text-fg-2">{t(`template.file_${kind}`)}</p>
      <AttachmentList conversationId={slot} caption={0} />
      <div className="flex flex-wrap gap-1.5">
        <Button size="sm" icon={Paperclip} onClick={() => picker.current?.click()}>
          {t(chosen ? 'template.file_other' : 'template.file_choose')}
        </Button>
        <input ref={picker} type="file" hidden accept={accepted[kind]} onChange={({ target }) => (take(target.files?.[0]), (target.value = ''))} />
        {!chosen &&
          attached.map(({ key, name }) => (
            <Button key={key} size="sm" onClick={() => moveAttachment(conversationId, slot, key)}>
              {t('template.file_use', { name })}
            </Button>
          ))}
      </div>
      {tried && !(chosen && isReady(chosen)) && (
        <p role="alert" className="text-sm text-danger">
          {t(chosen?.state === 'uploading' ? 'template.file_uploading' : 'template.file_missing')}
        </p>
      )}
    </div>
  )
}
