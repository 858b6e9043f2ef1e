import sharp, { type Sharp } from 'sharp'

/** A picture of more points is not opened: unpacked it would fill the memory. */
const mostPoints = 50_000_000
/** A bubble is half as wide; screens have two points for one. */
const thumbnailSide = 480

sharp.cache({ memory: 32, items: 20, files: 0 })
sharp.concurrency(1)
// Formats that describe more than a picture are never opened, whatever the file says it is.
sharp.block({ operation: ['VipsForeignLoadSvg', 'VipsForeignLoadPdf', 'VipsForeignLoadMagick', 'VipsForeignLoadOpenslide'] })

const open = (bytes: Uint8Array): Sharp => sharp(bytes, { limitInputPixels: mostPoints, failOn: 'error', pages: 1, animated: false })

/** Sides tried one after the other until it fits, and the quality of each. */
const steps = [
  { side: 4096, quality: 85 },
  { side: 2560, quality: 82 },
  { side: 1920, quality: 80 },
  { side: 1280, quality: 75 },
  { side: 800, quality: 65 },
  { side: 480, quality: 50 },
]

/** A JPEG of at most `most` bytes, upright, on white, without what a camera wrote into it (place, device). Null when it cannot be made. */
export const toJpeg = async (bytes: Uint8Array, most: number): Promise<Uint8Array | null> => {
  try {
    for (const { side, quality } of steps) {
      const made = await open(bytes)
        .rotate()
        .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
        .flatten({ background: '#ffffff' })
        .jpeg({ quality, mozjpeg: false })
        .toBuffer()
      if (made.byteLength <= most) return made
    }
  } catch {
    // Broken, too large to open, or of a kind that this build does not read.
  }
  return null
}

/** A small WebP. */
export const thumbnailOf = async (bytes: Uint8Array): Promise<Uint8Array> =>
  open(bytes).rotate().resize({ width: thumbnailSide, height: thumbnailSide, fit: 'inside', withoutEnlargement: true }).webp({ quality: 72 }).toBuffer()

/** Width and height as it is shown: a phone held upright writes its pictures lying. */
export const sizeOf = async (bytes: Uint8Array): Promise<{ width: number; height: number }> => {
  const { width, height, orientation = 1 } = await open(bytes).metadata()
  return orientation > 4 ? { width: height, height: width } : { width, height }
}
