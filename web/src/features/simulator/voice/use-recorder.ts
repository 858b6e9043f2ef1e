import { useEffect, useRef, useState } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { sampleNote } from './sample-note.ts'

/** Preferred first: Ogg is what WhatsApp itself uses for voice notes, WebM what remains. */
const formats = [
  ['audio/ogg;codecs=opus', 'ogg'],
  ['audio/mp4', 'm4a'],
  ['audio/webm;codecs=opus', 'webm'],
] as const

/** `absent`: there is no microphone, or no leave to use it. `since`: when the recording began (epoch ms). */
export type Recorder = {
  state: 'idle' | 'asking' | 'recording' | 'absent'
  since: number
  start: () => void
  finish: () => void
  discard: () => void
  sendSample: () => void
}
type Tape = { recorder: MediaRecorder; chunks: Blob[]; kept: boolean }

const microphone = async (): Promise<MediaStream | null> => {
  // Plain http pages outside of localhost have no `mediaDevices` at all.
  if (!('mediaDevices' in navigator) || typeof MediaRecorder === 'undefined') return null
  return navigator.mediaDevices.getUserMedia({ audio: true }).catch(() => null)
}

const record = (stream: MediaStream, name: string, onNote: (file: File) => void): Tape => {
  const [mimeType, ending] = formats.find(([type]) => MediaRecorder.isTypeSupported(type)) ?? formats[2]
  const recorder = new MediaRecorder(stream, { mimeType })
  const tape: Tape = { recorder, chunks: [], kept: false }
  recorder.ondataavailable = ({ data }) => tape.chunks.push(data)
  recorder.onstop = () => {
    for (const track of stream.getTracks()) track.stop()
    if (tape.kept) onNote(new File(tape.chunks, `${name}.${ending}`, { type: mimeType.split(';')[0] }))
  }
  recorder.start()
  return tape
}

/** Records one voice note at a time. Leaving the page throws an unfinished one away and lets go of the microphone. */
export const useRecorder = (onNote: (file: File) => void): Recorder => {
  const { t } = useTexts('simulator')
  const [state, setState] = useState<Recorder['state']>('idle')
  const tape = useRef<Tape | null>(null)
  const [since, setSince] = useState(0)
  const gone = useRef(false)
  const name = t('type.audio')

  const start = async () => {
    setState('asking')
    const stream = await microphone()
    if (!stream) return setState('absent')
    if (gone.current) return stream.getTracks().forEach((track) => track.stop())
    tape.current = record(stream, name, onNote)
    setSince(Date.now())
    setState('recording')
  }
  const end = (kept: boolean) => {
    if (tape.current) tape.current.kept = kept
    tape.current?.recorder.stop()
    tape.current = null
    setState('idle')
  }
  const sendSample = () => {
    setState('idle')
    onNote(sampleNote(name))
  }
  useEffect(() => {
    gone.current = false
    return () => {
      gone.current = true
      tape.current?.recorder.stop()
    }
  }, [])
  return { state, since, start: () => void start(), finish: () => end(true), discard: () => end(false), sendSample }
}
