import type { Message } from '@chasqui/contracts'
import { Mic, Music, Pause, Play } from 'lucide-react'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { nextRate, type Playing, seek, togglePlay, usePlaying } from './audio-player.ts'
import type { ContentOf } from './content-of.ts'
import { FileState } from './file-state.tsx'
import { useFileUrl } from './use-file-url.ts'
import { bars, drawnFrom, useSound } from './waveform.ts'

/** A voice note or a sound file: play, seek, three speeds. */
export const AudioContent = ({ content, message }: { content: ContentOf<'audio'>; message: Message }) => {
  const { t } = useTexts('inbox')
  const { file, voice } = content
  const { url, failed } = useFileUrl(file)
  // What the server knows of it saves fetching the whole sound only to draw it.
  const shape = file.look?.waveform
  const sound = useSound(message.id, shape ? null : url, file.size)
  const peaks = shape ? drawnFrom(shape) : (sound?.peaks ?? null)
  const seconds = content.seconds ?? file.look?.seconds ?? sound?.seconds ?? 0
  const now = usePlaying(message.id, seconds)
  if (file.state !== 'stored' || failed) return <FileState file={voice ? { ...file, name: null } : file} kind="audio" />
  const Icon = now.playing ? Pause : Play
  const length = now.length || seconds
  const label = t(now.playing ? 'audio.pause' : 'audio.play', { seconds: Math.round(length) })
  return (
    <div>
      <div className="grid w-60 max-w-full grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-2.5">
        <button
          type="button"
          disabled={!url}
          data-voice={voice || undefined}
          aria-label={label}
          onClick={() => url && togglePlay(message.id, url, seconds)}
          className="grid size-9 place-items-center rounded-full bg-primary text-on-primary hover:bg-primary-hover disabled:opacity-60 touch:size-11"
        >
          <Icon size={18} strokeWidth={2} aria-hidden fill="currentColor" />
        </button>
        <Track peaks={peaks} now={now} length={length} onSeek={(at) => url && seek(message.id, url, seconds, at)} />
        <button
          type="button"
          onClick={nextRate}
          aria-label={t('audio.speed', { rate: now.rate })}
          className="rounded-full bg-fg/8 px-2 text-xs leading-5 font-semibold text-fg touch:leading-8"
        >{`${now.rate}×`}</button>
      </div>
      <AudioWords content={content} now={now} length={length} />
    </div>
  )
}

const AudioWords = ({ content: { voice, file }, now, length }: { content: ContentOf<'audio'>; now: Playing; length: number }) => {
  const { t } = useTexts('inbox')
  const format = useFormat()
  const Icon = voice ? Mic : Music
  const shown = now.playing || now.at > 0 ? now.at : length
  return (
    <p className="mt-1 ml-[46px] flex touch:ml-[54px] items-center gap-1 text-xs text-bubble-meta tabular">
      <Icon size={13} strokeWidth={1.75} aria-hidden />
      {now.failed ? <span className="text-danger">{t('audio.failed')}</span> : length > 0 && format.countdown(shown)}
      {!voice && <span className="truncate">{file.name}</span>}
    </p>
  )
}

type TrackProps = { peaks: number[] | null; now: Playing; length: number; onSeek: (at: number) => void }

/** The shape of the sound with the part already heard in blue; a slider lies over it for pointer and keyboard. */
const Track = ({ peaks, now, length, onSeek }: TrackProps) => {
  const { t } = useTexts('inbox')
  const heard = length > 0 ? now.at / length : 0
  return (
    <span className="relative flex h-[26px] items-center gap-px rounded-chip focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-focus">
      {Array.from({ length: bars }, (_, bar) => (
        <span
          key={bar}
          className={`flex-1 rounded-full ${bar / bars < heard ? 'bg-primary' : 'bg-line-strong'}`}
          style={{ height: `${Math.max(12, (peaks?.[bar] ?? 0) * 100)}%` }}
        />
      ))}
      <input
        type="range"
        min={0}
        max={Math.max(1, length)}
        step={0.1}
        value={now.at}
        onChange={(event) => onSeek(Number(event.target.value))}
        aria-label={t('audio.place')}
        className="absolute inset-0 w-full cursor-pointer opacity-0"
      />
    </span>
  )
}
