import { BufferTarget, EncodedAudioPacketSource, EncodedPacket, OggOutputFormat, Output, WebMOutputFormat } from 'mediabunny'
import sharp from 'sharp'

const opusHead = Buffer.from('4f707573486561640101380180bb0000000000', 'hex')

/** A recording as browsers make it: `seconds` of Opus, twenty milliseconds a packet, louder and quieter in turns. */
export const recording = async (seconds = 2, container: 'webm' | 'ogg' = 'webm'): Promise<Uint8Array> => {
  const target = new BufferTarget()
  const output = new Output({ format: container === 'webm' ? new WebMOutputFormat() : new OggOutputFormat(), target })
  const source = new EncodedAudioPacketSource('opus')
  output.addAudioTrack(source)
  await output.start()
  for (let packet = 0; packet < seconds * 50; packet += 1) {
    // A frame of silence (RFC 6716), and padding where somebody speaks.
    const bytes = new Uint8Array(3 + (Math.floor(packet / 10) % 2) * 40).fill(0xfe)
    bytes.set([0xf8, 0xff])
    const first = packet === 0 ? { decoderConfig: { codec: 'opus', numberOfChannels: 1, sampleRate: 48_000, description: opusHead } } : undefined
    await source.add(new EncodedPacket(bytes, 'key', packet * 0.02, 0.02), first)
  }
  await output.finalize()
  return new Uint8Array(target.buffer!)
}

/** A picture of noise, which packs badly. */
export const picture = (format: 'png' | 'jpeg' | 'webp' | 'gif', width = 64, height = 48): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: '#336699', noise: { type: 'gaussian', mean: 128, sigma: 60 } } })
    .toFormat(format)
    .toBuffer()

/** A document of so many pages. */
export const document = (pages: number, inside = ''): Buffer =>
  Buffer.from(
    `%PDF-1.4\n1 0 obj <</Type /Catalog /Pages 2 0 R ${inside}>> endobj\n2 0 obj <</Type /Pages /Kids [${'3 0 R '.repeat(pages)}] /Count ${pages}>> endobj\n3 0 obj <</Type /Page /Parent 2 0 R>> endobj\ntrailer <</Root 1 0 R>>\n%%EOF`,
  )
