import { FileText, Image, MapPin, Mic, Paperclip, UserRound } from 'lucide-react'
import { type ChangeEvent, useRef } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { IconButton } from '#ui/icon-button.tsx'
import { Menu, MenuItem } from '#ui/menu.tsx'
import { useTalk } from '../phone/talk.ts'
import { sampleNote } from '../voice/sample-note.ts'
import { attachment, voiceNote } from './attachments.ts'

/** What a customer can send besides words. */
export const AttachMenu = () => {
  const { t } = useTexts('simulator')
  const { say, ask } = useTalk()
  const picture = useRef<HTMLInputElement>(null)
  const document = useRef<HTMLInputElement>(null)
  const send =
    (asDocument: boolean) =>
    ({ target }: ChangeEvent<HTMLInputElement>) => {
      for (const file of target.files ?? []) say(attachment(file, asDocument))
      target.value = ''
    }
  return (
    <>
      <Menu label={t('attach.label')} side="top" trigger={<IconButton icon={Paperclip} label={t('attach.label')} side="top" className="rounded-full" />}>
        <MenuItem icon={Image} onSelect={() => picture.current?.click()}>
          {t('attach.picture')}
        </MenuItem>
        <MenuItem icon={FileText} onSelect={() => document.current?.click()}>
          {t('attach.document')}
        </MenuItem>
        <MenuItem icon={Mic} onSelect={() => say(voiceNote(sampleNote(t('type.audio'))))}>
          {t('attach.voice')}
        </MenuItem>
        <MenuItem icon={MapPin} onSelect={() => ask('location')}>
          {t('attach.location')}
        </MenuItem>
        <MenuItem icon={UserRound} onSelect={() => ask('contact')}>
          {t('attach.contact')}
        </MenuItem>
      </Menu>
      <input ref={picture} type="file" accept="image/*,video/*,audio/*" multiple hidden aria-label={t('attach.picture')} onChange={send(false)} />
      <input ref={document} type="file" multiple hidden aria-label={t('attach.document')} onChange={send(true)} />
    </>
  )
}
