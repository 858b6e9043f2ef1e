import { useEffect, useState } from 'react'

/** Bars drawn for a voice note. */
export const bars = 36
/** Longest file in bytes whose loudness is computed; the rest is drawn flat. */
const mostBytes = 2_000_000

const known = new Map<string, number[]>()

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

const decode = async (url: string): Promise<number[]> => {
  const bytes = await (await fetch(url)).arrayBuffer()
  const sound = await new OfflineAudioContext(1, 1, 8000).decodeAudioData(bytes)
  return peaksOf(sound.getChannelData(0), bars)
}

/** The shape of a voice note once it could be computed; null until then, and for formats the browser cannot read. */
export const useWaveform = (id: string, url: string | null, size: number | null): number[] | null => {
  const [peaks, setPeaks] = useState(known.get(id) ?? null)
  useEffect(() => {
    if (!url || peaks || (size ?? 0) > mostBytes) return
    let current = true
    decode(url).then(
      (computed) => {
        known.set(id, computed)
        if (current) setPeaks(computed)
      },
      () => undefined,
    )
    return () => {
      current = false
    }
  }, [id, url, size])
  return peaks
}
