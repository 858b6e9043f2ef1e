import { CalendarClock, Mic, Paperclip, Send, StickyNote } from 'lucide-react'
import { type ReactNode, useRef } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { Button } from '#ui/button.tsx'
import { IconButton } from '#ui/icon-button.tsx'
import { isReady } from './attachment.ts'
import { useAttachments } from './attachments.ts'
import type { Mode } from './composer-state.ts'
import { EmojiPicker } from './emoji-picker.tsx'

type ComposerBarProps = {
  conversationId: string
  mode: Mode
  text: string
  again: boolean
  limit: number | null
  /** Further buttons. */ more: ReactNode
  /** Null: nothing can be attached, recorded. */ onFiles: ((files: FileList) => void) | null
  onRecord: (() => void) | null
  onEmoji: (emoji: string) => void
  /** Null: it goes now or not at all. */ onLater: (() => void) | null
  onSend: () => void
}

/** Letters left from which on they are counted. */
const countFrom = 200

/** Attach, emoji and send. */
export const ComposerBar = ({ conversationId, mode, text, again, limit, more, onFiles, onRecord, onEmoji, onLater, onSend }: ComposerBarProps) => {
  const { t } = useTexts('inbox')
  const picker = useRef<HTMLInputElement>(null)
  const files = useAttachments(conversationId)
  const over = mode === 'reply' && limit !== null ? [...text].length - limit : -Infinity
  const ready = (text.trim() !== '' || (mode === 'reply' && files.length > 0)) && over <= 0 && (mode === 'note' || files.every(isReady))
  const label = t(again ? 'composer.send_anyway' : mode === 'note' ? 'composer.save_note' : 'composer.send')
  return (
    <div className="flex items-center gap-0.5 magnified:flex-wrap magnified:justify-end">
      {mode === 'reply' && onFiles && (
        <>
          <IconButton icon={Paperclip} label={t('composer.attach')} side="top" onClick={() => picker.current?.click()} />
          <input ref={picker} type="file" multiple hidden onChange={({ target }) => (target.files && onFiles(target.files), (target.value = ''))} />
        </>
      )}
      <EmojiPicker onPick={onEmoji} />
      {more}
      {mode === 'reply' && onRecord && <IconButton icon={Mic} label={t('voice.record')} side="top" onClick={onRecord} />}
      <span className="flex-1" />
      {over > -countFrom && (
        <span role="status" className={`mr-2 text-xs tabular ${over > 0 ? 'font-semibold text-danger' : 'text-fg-3'}`}>
          {over > 0 ? t('composer.too_long', { count: over }) : t('composer.letters_left', { count: -over })}
        </span>
      )}
      {onLater && ready && files.every(({ stored }) => stored) && <IconButton icon={CalendarClock} label={t('later.open')} side="top" onClick={onLater} />}
      <Button
        look="solid"
        icon={mode === 'note' ? StickyNote : Send}
        disabled={!ready}
        onClick={onSend}
        aria-label={label}
        className="max-tablet:size-11! max-tablet:rounded-full! max-tablet:px-0!"
      >
        <span className="max-tablet:hidden">{label}</span>
      </Button>
    </div>
  )
}
