import { Mic, SendHorizontal } from 'lucide-react'
import { type RefObject, useEffect, useEffectEvent } from 'react'
import { pressed } from '#lib/shortcuts.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useShownName } from '../people/shown.ts'
import { IconButton } from '#ui/icon-button.tsx'
import { useTellTyping } from '../data/use-tell-typing.ts'
import { useTalk } from '../phone/talk.ts'
import { RecorderBar } from '../voice/recorder-bar.tsx'
import { useRecorder } from '../voice/use-recorder.ts'
import { voiceNote } from './attachments.ts'
import { AttachMenu } from './attach-menu.tsx'
import { DraftStrip } from './draft-strip.tsx'
import { EmojiButton } from './emoji-button.tsx'
import { useWords } from './use-words.ts'

/** After a menu closes it gives the focus back to its button; the input takes it after that (ms). */
const afterMenus = 60

const fine = () => matchMedia('(pointer: fine)').matches

/** Somebody is at something already: a menu, a dialog, a field. The phone that arrives late takes nothing from them. */
const isBusy = () => document.activeElement?.closest('[role=menu], [role=dialog], input, textarea, select') != null

/** Puts the cursor here on arrival if wanted, and whenever an answer or edit begins. Never where that would raise a keyboard over the page. */
const useFocus = (input: RefObject<HTMLTextAreaElement | null>, wanted: boolean, draft: object) => {
  const focus = useEffectEvent(() => input.current?.focus({ preventScroll: true }))
  useEffect(() => {
    if (wanted && fine() && !isBusy()) focus()
  }, [wanted])
  useEffect(() => {
    if (!('message' in draft)) return
    const timer = setTimeout(() => focus(), afterMenus)
    return () => clearTimeout(timer)
  }, [draft])
}

/** `firstWords`: nothing was ever said here, so the input says what to write. */
type MessageInputProps = { ref: RefObject<HTMLTextAreaElement | null>; focus: boolean; firstWords: boolean }

/** Where the customer writes: words, emoji, files, a voice note. Enter sends, Shift+Enter begins a line. */
export const MessageInput = ({ ref, focus, firstWords }: MessageInputProps) => {
  const { t } = useTexts('simulator')
  const shownName = useShownName()
  const { speaker, draft, setDraft, say } = useTalk()
  const { words, setWords, insert, send } = useWords(ref)
  const tellTyping = useTellTyping(speaker)
  const recorder = useRecorder((file) => say(voiceNote(file)))
  useFocus(ref, focus, draft)

  const onKeyDown = (event: React.KeyboardEvent) => {
    if (pressed(event, 'Escape') && draft.kind !== 'new') return setDraft({ kind: 'new' })
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    send()
  }
  if (recorder.state !== 'idle') return <RecorderBar recorder={recorder} />
  return (
    <div className="shrink-0 p-2">
      <DraftStrip />
      <div className="flex items-end rounded-[22px] bg-surface px-1 has-[textarea:focus-visible]:outline-2 has-[textarea:focus-visible]:outline-focus">
        <EmojiButton onPick={insert} />
        <textarea
          ref={ref}
          rows={1}
          value={words}
          aria-label={t('input.label', { name: shownName(speaker) })}
          placeholder={t(firstWords ? 'input.first' : 'input.placeholder')}
          onKeyDown={onKeyDown}
          onChange={(event) => {
            setWords(event.target.value)
            tellTyping()
          }}
          className="field-sizing-content max-h-28 min-w-0 flex-1 resize-none bg-transparent px-1 py-2 text-base outline-none touch:py-2.5 touch:text-md"
        />
        {draft.kind !== 'edit' && <AttachMenu />}
        {words.trim() || draft.kind === 'edit' ? (
          <IconButton icon={SendHorizontal} label={t('input.send')} side="top" onClick={send} className="rounded-full text-primary" />
        ) : (
          <IconButton icon={Mic} label={t('input.record')} side="top" onClick={recorder.start} className="rounded-full" />
        )}
      </div>
    </div>
  )
}
