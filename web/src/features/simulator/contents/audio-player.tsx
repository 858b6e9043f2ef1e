import type { FileRef } from '@chasqui/contracts'
import { Mic, Music, Pause, Play } from 'lucide-react'
import { useRef, useState } from 'react'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { FileState } from './file-state.tsx'

/** Recordings made by browsers often do not say how long they are; then the length is learnt by playing. */
const known = (seconds: number) => (Number.isFinite(seconds) ? seconds : 0)

const usePlayer = () => {
  const element = useRef<HTMLAudioElement>(null)
  const [playing, setPlaying] = useState(false)
  const [at, setAt] = useState(0)
  const [length, setLength] = useState(0)
  const toggle = () => void (playing ? element.current?.pause() : element.current?.play().catch(() => setPlaying(false)))
  const seek = (seconds: number) => {
    if (element.current) element.current.currentTime = seconds
    setAt(seconds)
  }
  const wiring = {
    ref: element,
    onPlay: () => setPlaying(true),
    onPause: () => setPlaying(false),
    onEnded: () => {
      setLength((before) => Math.max(before, element.current?.currentTime ?? 0))
      setAt(0)
    },
    onTimeUpdate: () => setAt(element.current?.currentTime ?? 0),
    onLoadedMetadata: () => setLength(known(element.current?.duration ?? 0)),
    onDurationChange: () => setLength((before) => known(element.current?.duration ?? 0) || before),
  }
  return { playing, at, length, toggle, seek, wiring }
}

/** Voice notes and other sound: play, pause, go to a place. */
export const AudioPlayer = ({ file, voice }: { file: FileRef; voice: boolean }) => {
  const { t } = useTexts('simulator')
  const format = useFormat()
  const { playing, at, length, toggle, seek, wiring } = usePlayer()
  if (!file.url) return <FileState file={file} />
  const [PlayIcon, KindIcon] = [playing ? Pause : Play, voice ? Mic : Music]
  return (
    <div className="flex w-56 max-w-full items-center gap-2">
      <button
        type="button"
        onClick={toggle}
        aria-label={t(playing ? 'audio.pause' : 'audio.play')}
        className="grid size-9 shrink-0 place-items-center rounded-full bg-primary text-on-primary hover:bg-primary-hover touch:size-11"
      >
        <PlayIcon size={18} strokeWidth={2} aria-hidden />
      </button>
      <input
        type="range"
        aria-label={t('audio.place')}
        aria-valuetext={format.duration(at)}
        min={0}
        max={length || 1}
        step={0.1}
        value={Math.min(at, length || 1)}
        onChange={(event) => seek(event.target.valueAsNumber)}
        className="h-6 min-w-0 flex-1 accent-primary"
      />
      <span className="flex items-center gap-1 text-xs text-bubble-meta tabular">
        {format.countdown(playing || at > 0 ? at : length)}
        <KindIcon size={14} strokeWidth={2} aria-hidden />
      </span>
      {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- nobody captions what people say to each other */}
      <audio src={file.url} preload="metadata" {...wiring} />
    </div>
  )
}
