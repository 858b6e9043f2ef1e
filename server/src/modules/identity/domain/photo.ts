/** Bytes: enough for a face on any screen. */
export const largestPhoto = 2_000_000

const begins = (bytes: Uint8Array, at: number, wanted: readonly number[]) => wanted.every((byte, index) => bytes[at + index] === byte)
const letters = (text: string) => [...text].map((letter) => letter.charCodeAt(0))

/** What kind of picture these bytes begin as; null for all else, whatever it is called. Nothing among these kinds can run in a browser. */
export const photoKind = (bytes: Uint8Array): 'image/jpeg' | 'image/png' | 'image/webp' | null => {
  if (begins(bytes, 0, [0xff, 0xd8, 0xff])) return 'image/jpeg'
  if (begins(bytes, 0, [0x89, ...letters('PNG'), 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png'
  return begins(bytes, 0, letters('RIFF')) && begins(bytes, 8, letters('WEBP')) ? 'image/webp' : null
}
