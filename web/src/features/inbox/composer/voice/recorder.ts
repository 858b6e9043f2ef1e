import { newId } from '#lib/new-id.ts'
import { beginRecording, changeRecording, dropRecording, keepRecording, type Recording, recordingOf } from './recordings.ts'

/** Best first: what a voice note is, what can be packed anew without loss, and what some browsers only have. */
const kinds = ['audio/ogg;codecs=opus', 'audio/webm;codecs=opus', 'audio/mp4']
/** Speech needs no more. */
const bitsPerSecond = 32_000
/** ms between two looks at the loudness, and how many of them are shown. */
const pulse = 100
export const levelsShown = 40
/** Seconds after which it pauses by itself: more than a channel takes would be lost. */
const longest = 3600

type Live = { recorder: MediaRecorder; stream: MediaStream; context: AudioContext; chunks: Blob[]; beat: ReturnType<typeof setInterval> }
const live = new Map<string, Live>()

const troubleOf = (error: unknown): Recording['trouble'] => {
  const name = error instanceof DOMException ? error.name : ''
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'blocked'
  return name === 'NotFoundError' || name === 'OverconstrainedError' ? 'missing' : 'failed'
}

/** Loudness right now, 0-1, as ears hear it: quiet speech is still to be seen. */
const loudness = (analyser: AnalyserNode, samples: Float32Array<ArrayBuffer>) => {
  analyser.getFloatTimeDomainData(samples)
  return Math.min(1, Math.sqrt(Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length)) * 1.4)
}

const release = (conversationId: string) => {
  const now = live.get(conversationId)
  if (!now) return
  live.delete(conversationId)
  clearInterval(now.beat)
  for (const track of now.stream.getTracks()) track.stop()
  void now.context.close().catch(() => undefined)
}

const listen = (conversationId: string, key: string, stream: MediaStream): Live => {
  const mimeType = kinds.find((kind) => MediaRecorder.isTypeSupported(kind))
  const recorder = new MediaRecorder(stream, { ...(mimeType && { mimeType }), audioBitsPerSecond: bitsPerSecond })
  const context = new AudioContext()
  const analyser = context.createAnalyser()
  context.createMediaStreamSource(stream).connect(analyser)
  const samples = new Float32Array(analyser.fftSize)
  const chunks: Blob[] = []
  recorder.ondataavailable = ({ data }) => void (data.size > 0 && chunks.push(data))
  // The microphone was pulled out, or taken back by the browser: what there is stays.
  recorder.onstop = () => {
    const before = recordingOf(conversationId)
    release(conversationId)
    if (before?.key === key && before.state !== 'done') settle(conversationId, 'done', new Blob(chunks, { type: recorder.mimeType }))
  }
  let last = performance.now()
  const beat = setInterval(() => {
    const now = performance.now()
    const passed = (now - last) / 1000
    last = now
    const before = recordingOf(conversationId)
    if (before?.state !== 'recording') return
    changeRecording(conversationId, {
      seconds: before.seconds + passed,
      levels: [...before.levels, loudness(analyser, samples)].slice(-levelsShown),
    })
    if (before.seconds > longest) void pauseRecording(conversationId)
  }, pulse)
  return { recorder, stream, context, chunks, beat }
}

const settle = (conversationId: string, state: 'paused' | 'done', blob: Blob) => {
  changeRecording(conversationId, { state, blob })
  const now = recordingOf(conversationId)
  if (now) void keepRecording(now, conversationId, blob)
}

/** Asks for the microphone and records. */
export const startRecording = async (conversationId: string) => {
  for (const other of live.keys()) if (other !== conversationId) void pauseRecording(other)
  const key = newId()
  beginRecording(conversationId, { key, state: 'asking', seconds: 0, levels: [], blob: null, trouble: null })
  const isWanted = () => recordingOf(conversationId)?.key === key
  // Browsers give a microphone to safe pages only.
  if (!('mediaDevices' in navigator) || !('MediaRecorder' in window)) return changeRecording(conversationId, { state: 'refused', trouble: 'unsafe' })
  try {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: { channelCount: 1, echoCancellation: true, noiseSuppression: true } })
    if (!isWanted()) return stream.getTracks().forEach((track) => track.stop())
    const now = listen(conversationId, key, stream)
    live.set(conversationId, now)
    now.recorder.start()
    changeRecording(conversationId, { state: 'recording' })
  } catch (error) {
    release(conversationId)
    if (isWanted()) changeRecording(conversationId, { state: 'refused', trouble: troubleOf(error) })
  }
}

const next = (recorder: MediaRecorder, happening: 'dataavailable' | 'stop') =>
  new Promise<void>((resolve) => recorder.addEventListener(happening, () => resolve(), { once: true }))

/** What was said so far can be heard, sent, or gone on with. */
export const pauseRecording = async (conversationId: string) => {
  const now = live.get(conversationId)
  if (now?.recorder.state !== 'recording') return
  now.recorder.pause()
  changeRecording(conversationId, { state: 'paused' })
  const handed = next(now.recorder, 'dataavailable')
  now.recorder.requestData()
  await handed
  if (recordingOf(conversationId)?.state === 'paused') settle(conversationId, 'paused', new Blob(now.chunks, { type: now.recorder.mimeType }))
}

export const resumeRecording = (conversationId: string) => {
  const now = live.get(conversationId)
  if (now?.recorder.state !== 'paused') return
  now.recorder.resume()
  changeRecording(conversationId, { state: 'recording', blob: null })
}

/** Ends it; all of it, or null when nothing was recorded. */
export const finishRecording = async (conversationId: string): Promise<Blob | null> => {
  const now = live.get(conversationId)
  if (now && now.recorder.state !== 'inactive') {
    const stopped = next(now.recorder, 'stop')
    now.recorder.stop()
    await stopped
  }
  return recordingOf(conversationId)?.blob ?? null
}

export const discardRecording = (conversationId: string) => {
  const now = live.get(conversationId)
  dropRecording(conversationId, 'forgotten')
  if (now && now.recorder.state !== 'inactive') now.recorder.stop()
  release(conversationId)
}
