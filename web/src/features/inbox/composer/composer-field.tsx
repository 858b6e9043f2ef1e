import type { Message } from '@chasqui/contracts'
import { type ClipboardEvent, type KeyboardEvent, Suspense, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { useUser } from '#lib/session.ts'
import { classNames } from '#ui/class-names.ts'
import { lazyPart } from '#ui/lazy-part.tsx'
import { askFor } from '../actions/open-act.ts'
import { useChannel } from '../cache/use-channel.ts'
import { AttachmentList } from './attachment-list.tsx'
import { CollisionNotice, HolderNote } from './collision-notice.tsx'
import { ComposerBar } from './composer-bar.tsx'
import type { ComposerProps } from './composer-props.ts'
import { focusComposer, type Mode, noteField, quoteInComposer } from './composer-state.ts'
import { QuotedLine } from './quoted-line.tsx'
import { insertAt } from './insert-at.ts'
import { ReplyButton } from './replies/reply-button.tsx'
import { useSuggesting } from './suggest/use-suggesting.tsx'
import { useDraftText } from './use-draft-text.ts'
import { useSending } from './use-sending.ts'
import { useTakeFiles } from './use-take-files.ts'
import { useTypingTelling } from './use-typing-telling.ts'
import { recordsVoice } from './voice/records-voice.ts'
import { useRecording } from './voice/recordings.ts'

const SendLater = lazyPart(() => import('./send-later.tsx').then((module) => module.SendLater))
const fetchVoice = () => import('./voice/voice-note.tsx').then((module) => module.VoiceNote)
const VoiceNote = lazyPart(fetchVoice)
/** ms after which the page itself has most likely arrived; then what may be wanted without a connection is fetched. */
const restAfterStart = 2000

/** px up to which the field grows with its text. */
const tallest = 200
/** On touch keyboards Enter is the only way to a new line. */
const enterSends = !matchMedia('(pointer: coarse)').matches

/** The field of one mode; it is a new one for every conversation and mode. */
export const ComposerField = ({ conversation, name, messages, mode, quoted }: ComposerProps & { mode: Mode; quoted: Message | null }) => {
  const { t } = useTexts('inbox')
  const { id: userId } = useUser()
  const field = useRef<HTMLTextAreaElement>(null)
  const abilities = useChannel(conversation.channel.id)?.abilities
  const [text, setText] = useDraftText(userId, `${mode === 'note' ? 'note' : 'conversation'}:${conversation.id}`)
  const { send, hand, began, collision } = useSending({ conversation, messages, mode, quoted })
  const { telling, stop } = useTypingTelling(conversation.id, mode === 'reply' && (abilities?.typing ?? false))
  useGrowth(field, text)
  useLayoutEffect(() => {
    noteField(field.current)
    return () => noteField(null)
  }, [])
  useEffect(() => {
    const timer = setTimeout(() => void fetchVoice().catch(() => undefined), restAfterStart)
    return () => clearTimeout(timer)
  }, [])
  const change = (next: string) => {
    began(next)
    setText(next)
    if (next.trim()) telling()
    else stop()
  }
  const suggesting = useSuggesting({ field, conversation, mode, text, abilities, change })
  const submit = () => {
    if (!send(text)) return false
    setText('')
    stop()
    return true
  }
  const take = useTakeFiles(conversation)
  const recording = useRecording(conversation.id) !== undefined && mode === 'reply'
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return
    if (suggesting.has(event)) return event.preventDefault()
    const mod = event.ctrlKey || event.metaKey
    if (event.key === 'Enter' && (mod || (enterSends && !event.shiftKey && !event.altKey))) {
      event.preventDefault()
      if (submit() && mod && event.shiftKey) askFor('close')
    } else if (event.key === 'Escape') field.current?.blur()
    else if (event.key === 'ArrowUp' && text === '' && mode === 'reply') {
      const mine = messages.findLast(({ sender, direction }) => direction === 'out' && sender.id === userId)
      if (mine) quoteInComposer(mine)
    }
  }
  const onPaste = (event: ClipboardEvent) => {
    const { files, types } = event.clipboardData
    // Office programs copy a picture of the text along with it.
    if (files.length === 0 || !take || (types.includes('text/plain') && types.includes('text/html'))) return
    event.preventDefault()
    take(files)
  }
  const [asksWhen, setAsksWhen] = useState(false)
  const planned = () => {
    setText('')
    stop()
  }
  const record = () => {
    began('…')
    void import('./voice/recorder.ts').then(
      ({ startRecording }) => startRecording(conversation.id),
      () => undefined,
    )
  }
  return (
    <div>
      {mode === 'reply' && <HolderNote conversation={conversation} />}
      {collision.length > 0 && <CollisionNotice messages={collision} />}
      {quoted && mode === 'reply' && <QuotedLine message={quoted} />}
      {mode === 'reply' && <AttachmentList conversationId={conversation.id} caption={abilities?.caption ?? 0} />}
      {recording && (
        <Suspense fallback={<div className="mt-1 h-11" />}>
          <VoiceNote conversationId={conversation.id} again={collision.length > 0} onSend={hand} onClose={() => focusComposer(conversation.id, 'reply')} />
        </Suspense>
      )}
      {suggesting.list}
      <textarea
        hidden={recording}
        ref={field}
        rows={1}
        value={text}
        onChange={({ target }) => change(target.value)}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
        dir="auto"
        enterKeyHint={enterSends ? 'send' : 'enter'}
        aria-label={t(mode === 'note' ? 'composer.note_label' : 'composer.reply_label', { name })}
        placeholder={t(mode === 'note' ? 'composer.note_hint' : enterSends ? 'composer.reply_hint' : 'composer.reply_hint_short')}
        className={classNames(
          'mt-1 block min-h-11 w-full resize-none rounded-control bg-transparent px-1 py-2.5 text-msg -outline-offset-2 focus-visible:outline-none touch:text-md',
          mode === 'note' && 'placeholder:text-on-note/80',
        )}
      />
      {!recording && (
        <ComposerBar
          conversationId={conversation.id}
          mode={mode}
          text={text}
          again={collision.length > 0}
          limit={abilities?.text.max ?? null}
          more={mode === 'reply' && <ReplyButton conversation={conversation} onChoose={suggesting.putReply} />}
          onFiles={take}
          onRecord={abilities && recordsVoice(abilities) ? record : null}
          onEmoji={(one) => change(insertAt(field.current, text, one))}
          onLater={mode === 'reply' ? () => setAsksWhen(true) : null}
          onSend={submit}
        />
      )}
      {asksWhen && (
        <Suspense fallback={null}>
          <SendLater
            conversation={conversation}
            text={text}
            quoted={quoted}
            caption={abilities?.caption ?? 0}
            onDone={planned}
            onClose={() => setAsksWhen(false)}
          />
        </Suspense>
      )}
    </div>
  )
}

const useGrowth = (field: React.RefObject<HTMLTextAreaElement | null>, text: string) =>
  useLayoutEffect(() => {
    const element = field.current
    if (!element) return
    element.style.height = 'auto'
    element.style.height = `${Math.min(tallest, element.scrollHeight)}px`
  }, [text])
