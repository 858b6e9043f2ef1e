import { ALL_FORMATS, BufferSource, BufferTarget, Conversion, Input, OggOutputFormat, Output } from 'mediabunny'

/**
 * Packs a recording that holds Opus (what browsers record as WebM) into Ogg, packet by packet: nothing is decoded, nothing lost. Null for other
 * sound, which would have to be decoded.
 */
export const repackVoice = async (bytes: Uint8Array): Promise<Uint8Array | null> => {
  const input = new Input({ formats: ALL_FORMATS, source: new BufferSource(bytes) })
  try {
    const track = await input.getPrimaryAudioTrack()
    if (track?.codec !== 'opus') return null
    const target = new BufferTarget()
    const output = new Output({ format: new OggOutputFormat(), target })
    // Without encoders the only way is the packets as they are.
    const conversion = await Conversion.init({ input, output, video: { discard: true }, audio: { codec: 'opus' }, tags: {} })
    if (!conversion.isValid) return null
    await conversion.execute()
    return target.buffer && new Uint8Array(target.buffer)
  } catch {
    return null
  } finally {
    input.dispose()
  }
}
