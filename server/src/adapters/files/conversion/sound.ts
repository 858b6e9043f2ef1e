import { ALL_FORMATS, BufferSource, EncodedPacketSink, Input, type InputAudioTrack } from 'mediabunny'

const bars = 48
/** Packets looked at for the shape: an hour of voice. */
const mostPackets = 200_000

export type Heard = { seconds?: number; width?: number; height?: number; waveform?: number[] }

/** Length, shape and size of sound and video, from their containers: nothing is decoded. */
export const listen = async (bytes: Uint8Array): Promise<Heard> => {
  const input = new Input({ formats: ALL_FORMATS, source: new BufferSource(bytes) })
  try {
    const [audio, video] = [await input.getPrimaryAudioTrack(), await input.getPrimaryVideoTrack()]
    const seconds = await input.computeDuration()
    const waveform = audio && !video ? await shapeOf(audio, seconds) : null
    return {
      ...(Number.isFinite(seconds) && seconds > 0 && { seconds: Math.round(seconds * 100) / 100 }),
      ...(video && { width: video.displayWidth, height: video.displayHeight }),
      ...(waveform && { waveform }),
    }
  } finally {
    input.dispose()
  }
}

/**
 * How loud it is over time, told by how many bytes its encoder needed: speech takes more of them than silence. Null where every packet is as large as the
 * next (a constant bit rate), which tells nothing.
 */
const shapeOf = async (track: InputAudioTrack, seconds: number): Promise<number[] | null> => {
  if (!(seconds > 0)) return null
  const sums = Array.from({ length: bars }, () => ({ bytes: 0, packets: 0 }))
  let [count, smallest, largest] = [0, Infinity, 0]
  for await (const packet of new EncodedPacketSink(track).packets(undefined, undefined, { metadataOnly: true })) {
    if ((count += 1) > mostPackets) break
    const bar = sums[Math.min(bars - 1, Math.max(0, Math.floor((packet.timestamp / seconds) * bars)))]!
    bar.bytes += packet.byteLength
    bar.packets += 1
    smallest = Math.min(smallest, packet.byteLength)
    largest = Math.max(largest, packet.byteLength)
  }
  if (count < 10 || largest < smallest * 1.2) return null
  const means = sums.map(({ bytes, packets }) => (packets === 0 ? 0 : bytes / packets))
  const loudest = Math.max(...means)
  return means.map((mean) => Math.round((100 * mean) / loudest))
}
