import sharp from 'sharp'
import { encode } from 'uqr'

/** Modules of white around it, without which cameras do not find it. */
const border = 4
/** Pixels of one module: a code of two hundred letters becomes a picture of about 500. */
const scale = 8

/** A text as a QR code: a PNG, black on white. */
export const qrPicture = async (text: string): Promise<Buffer> => {
  const { size, data } = encode(text, { border })
  const pixels = Buffer.from(data.flatMap((row) => row.map((on) => (on ? 0 : 255))))
  return sharp(pixels, { raw: { width: size, height: size, channels: 1 } })
    .resize({ width: size * scale, height: size * scale, kernel: 'nearest' })
    .png({ compressionLevel: 9 })
    .toBuffer()
}
