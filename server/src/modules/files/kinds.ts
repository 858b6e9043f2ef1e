import { fileTypeFromBuffer } from 'file-type'

export const megabyte = 1_000_000
/** Largest file by what it is, in bytes. */
const limits: [string, number][] = [
  ['image/', 10 * megabyte],
  ['audio/', 16 * megabyte],
  ['video/', 16 * megabyte],
]
const otherLimit = 100 * megabyte
/** WhatsApp counts its 100 MB of a document in powers of two. */
export const largestFile = 100 * 1024 * 1024

export const limitOf = (mime: string): number => limits.find(([prefix]) => mime.startsWith(prefix))?.[1] ?? otherLimit

/** Types that browsers show without running anything. All else is only ever downloaded. */
const shown = /^(image\/(png|jpeg|gif|webp)|audio\/|video\/|application\/pdf$)/
export const isShown = (mime: string): boolean => shown.test(mime)

/** Text that a browser could run when told so; what it claims to be is not trusted. */
const runnable = /html|svg|xml|javascript|ecmascript/i

/**
 * What bytes are, by looking at them; a claim counts only where looking cannot tell, and never for something a browser could run.
 * Ogg and Opus keep their claimed codec parameter: voice notes need it.
 */
export const sniff = async (bytes: Uint8Array, claimed: string | null): Promise<string> => {
  const seen = await fileTypeFromBuffer(bytes)
  const claim = claimed?.toLowerCase().trim() ?? ''
  if (seen) return claim.startsWith(seen.mime) ? claim : seen.mime === 'audio/ogg; codecs=opus' ? 'audio/ogg; codecs=opus' : seen.mime
  if (!/^[a-z0-9.+-]+\/[a-z0-9.+-]+(;.*)?$/.test(claim) || runnable.test(claim)) return 'text/plain'
  return /^(image|audio|video)\//.test(claim) ? 'application/octet-stream' : claim
}

/** A name for display and download: no folders, no control or direction marks, at most 200 characters. */
export const safeName = (name: string | null | undefined, fallback: string): string =>
  (name ?? '')
    .replace(/^.*[\\/]/, '')
    .replace(/[\p{Cc}\p{Cf}"<>|:*?]/gu, '')
    .trim()
    .slice(-200) || fallback
