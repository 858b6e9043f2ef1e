import { CircleAlert, Mic, Pause, Play, Send, Trash2 } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { Button } from '#ui/button.tsx'
import { IconButton } from '#ui/icon-button.tsx'
import { discardRecording, finishRecording, levelsShown, pauseRecording, resumeRecording, startRecording } from './recorder.ts'
import { dropRecording, keepRecording, type Recording, recordingOf, useRecording } from './recordings.ts'
import { usePreview } from './use-preview.ts'
import { voiceContent } from './voice-content.ts'
import type { Composed } from '../compose.ts'

export type VoiceNoteProps = {
  conversationId: string
  /** A colleague answered meanwhile: the next press sends anyway. */ again: boolean
  /** Answers whether it went. */ onSend: (composed: readonly Composed[]) => boolean
  onClose: () => void
}

/** In place of the field while a voice note is made: how long it is, pause and go on, listen to it, discard it, send it. */
export const VoiceNote = ({ conversationId, again, onSend, onClose }: VoiceNoteProps) => {
  const { t } = useTexts('inbox')
  const recording = useRecording(conversationId)
  const box = useRef<HTMLDivElement>(null)
  // Whoever looks elsewhere is not recorded there.
  useEffect(() => () => void pauseRecording(conversationId), [conversationId])
  useEffect(() => {
    if (recording?.state === 'recording') box.current?.querySelector<HTMLElement>('[data-start]')?.focus()
  }, [recording?.state === 'recording'])
  if (!recording) return null
  const discard = () => {
    discardRecording(conversationId)
    onClose()
  }
  const send = async () => {
    const blob = await finishRecording(conversationId)
    const now = recordingOf(conversationId)
    if (!blob || !now) return
    await keepRecording(now, conversationId, blob)
    if (!onSend([{ content: voiceContent(blob, now.seconds), upload: now.key }])) return
    dropRecording(conversationId, 'kept')
    onClose()
  }
  if (recording.state === 'refused') return <Refused recording={recording} onAgain={() => void startRecording(conversationId)} onClose={discard} />
  return (
    <div ref={box} role="group" aria-label={t('voice.title')} className="mt-1 flex min-h-11 flex-wrap items-center gap-1">
      <IconButton icon={Trash2} label={t('voice.discard')} side="top" onClick={discard} />
      {recording.state === 'asking' ? (
        <p role="status" className="flex-1 text-sm text-fg-2">
          {t('voice.asking')}
        </p>
      ) : (
        <Sound recording={recording} conversationId={conversationId} />
      )}
      <Button
        look="solid"
        icon={Send}
        disabled={recording.state === 'asking'}
        onClick={() => void send()}
        aria-label={t(again ? 'composer.send_anyway' : 'voice.send')}
        className="max-tablet:size-11! max-tablet:rounded-full! max-tablet:px-0!"
      >
        <span className="max-tablet:hidden">{t(again ? 'composer.send_anyway' : 'voice.send')}</span>
      </Button>
    </div>
  )
}

const Refused = ({ recording: { trouble }, onAgain, onClose }: { recording: Recording; onAgain: () => void; onClose: () => void }) => {
  const { t } = useTexts('inbox')
  return (
    <div role="alert" className="mt-2 flex flex-wrap items-center gap-2 rounded-control bg-warning-subtle px-3 py-2 text-sm text-on-warning-subtle">
      <CircleAlert size={18} strokeWidth={1.75} className="shrink-0" aria-hidden />
      <span className="min-w-40 flex-1">{t(`voice.${trouble ?? 'failed'}`)}</span>
      {trouble !== 'unsafe' && (
        <Button size="sm" onClick={onAgain}>
          {t('voice.again')}
        </Button>
      )}
      <Button size="sm" look="quiet" onClick={onClose}>
        {t('voice.leave')}
      </Button>
    </div>
  )
}

const Sound = ({ recording, conversationId }: { recording: Recording; conversationId: string }) => {
  const { t } = useTexts('inbox')
  const format = useFormat()
  const { state, seconds, blob } = recording
  const preview = usePreview(blob)
  const going = state === 'recording'
  return (
    <>
      {going ? (
        <IconButton data-start="" icon={Pause} label={t('voice.pause')} side="top" onClick={() => void pauseRecording(conversationId)} />
      ) : (
        state === 'paused' && <IconButton icon={Mic} tone="danger" label={t('voice.go_on')} side="top" onClick={() => resumeRecording(conversationId)} />
      )}
      {!going && (
        <IconButton
          icon={preview.playing ? Pause : Play}
          label={t(preview.playing ? 'voice.stop_listening' : 'voice.listen')}
          side="top"
          disabled={!blob}
          onClick={preview.toggle}
        />
      )}
      <Levels levels={recording.levels} going={going} />
      <span className="flex min-w-24 items-center gap-1.5 px-1 text-sm tabular">
        {going && <span aria-hidden className="size-2.5 shrink-0 animate-pulse rounded-full bg-danger" />}
        <span role="timer">{format.countdown(preview.playing ? preview.at : seconds)}</span>
        <span role="status" className="truncate text-xs text-fg-2">
          {t(going ? 'voice.recording' : 'voice.paused')}
        </span>
      </span>
    </>
  )
}

const Levels = ({ levels, going }: { levels: readonly number[]; going: boolean }) => (
  <span aria-hidden className="flex h-7 min-w-16 flex-1 items-center justify-end gap-px overflow-hidden">
    {Array.from({ length: levelsShown }, (_, place) => {
      const level = levels[levels.length - levelsShown + place] ?? 0
      return <span key={place} className={`w-1 rounded-full ${going ? 'bg-primary' : 'bg-line-strong'}`} style={{ height: `${Math.max(10, level * 100)}%` }} />
    })}
  </span>
)
