import { useEffect, useState } from 'react'

/** Bars drawn for a voice note. */
export const bars = 36
/** Longest file in bytes whose loudness is computed; the rest is drawn flat. */
const mostBytes = 2_000_000

/** `seconds`: its length, which the provider does not always tell. */
export type Sound = { peaks: number[]; seconds: number }
const known = new Map<string, Sound>()

/** Loudness per bar, 0-1, of the first channel. */
export const peaksOf = (samples: Float32Array, count: number): number[] => {
  const span = Math.max(1, Math.floor(samples.length / count))
  const peaks = Array.from({ length: count }, (_, bar) => {
    let sum = 0
    for (let at = bar * span; at < Math.min(samples.length, (bar + 1) * span); at += 1) sum += Math.abs(samples[at] ?? 0)
    return sum / span
  })
  const loudest = Math.max(...peaks, 1e-6)
  return peaks.map((peak) => peak / loudest)
}

/** The same from a shape that is known already, 0-100 of any number of bars. */
export const drawnFrom = (shape: readonly number[]): number[] =>
  Array.from({ length: bars }, (_, bar) => (shape[Math.floor((bar * shape.length) / bars)] ?? 0) / 100)

const decode = async (url: string): Promise<Sound> => {
  const bytes = await (await fetch(url)).arrayBuffer()
  const sound = await new OfflineAudioContext(1, 1, 8000).decodeAudioData(bytes)
  return { peaks: peaksOf(sound.getChannelData(0), bars), seconds: sound.duration }
}

/** Shape and length of a voice note once they could be computed; null until then, and for formats the browser cannot read. */
export const useSound = (id: string, url: string | null, size: number | null): Sound | null => {
  const [sound, setSound] = useState(known.get(id) ?? null)
  useEffect(() => {
    if (!url || sound || (size ?? 0) > mostBytes) return
    let current = true
    decode(url).then(
      (computed) => {
        known.set(id, computed)
        if (current) setSound(computed)
      },
      () => undefined,
    )
    return () => {
      current = false
    }
  }, [id, url, size])
  return sound
}
