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

/** So many bytes of the beginning tell what a file is: also the packed formats of office programs, whose list of parts comes first. */
export const headBytes = 64 * 1024

/** Types that browsers show without running anything. All else is only ever downloaded: also documents, whose scripts a viewer would run. */
const shown = /^(image\/(png|jpeg|gif|webp)$|audio\/|video\/)/
export const isShown = (mime: string): boolean => shown.test(mime)

/** Text that a browser could run when told so; what it claims to be is not trusted. */
const runnable = /html|svg|[/+]xml|javascript|ecmascript/i

/** Containers that hold sound alone when the sender says so. */
const soundOf: Record<string, string> = { 'video/webm': 'audio/webm', 'video/mp4': 'audio/mp4', 'video/3gpp': 'audio/3gpp', 'application/ogg': 'audio/ogg' }

/** Other names of the same. */
const usualNames: Record<string, string> = { 'audio/x-m4a': 'audio/mp4', 'video/x-m4v': 'video/mp4' }

/** What bytes may begin with so that they are still the PDF that readers open. */
const pdfMark = Buffer.from('%PDF-')

/**
 * What bytes are, by looking at their beginning; a claim counts only where looking cannot tell, and never for something a browser could run.
 * Ogg and Opus keep their claimed codec parameter: voice notes need it.
 */
export const sniff = async (head: Uint8Array, claimed: string | null): Promise<{ mime: string; recognised: boolean }> => {
  const type = (await fileTypeFromBuffer(head).catch(() => undefined))?.mime
  // XML is text that a browser could run, whatever it describes.
  const seen = type === undefined || type === 'application/xml' ? undefined : (usualNames[type] ?? type)
  const claim = claimed?.toLowerCase().trim() ?? ''
  if (seen) {
    const sound = soundOf[seen]
    if (sound && claim.startsWith(sound)) return { mime: sound, recognised: true }
    return { mime: claim.startsWith(`${seen};`) && seen.startsWith('audio/') ? claim : seen, recognised: true }
  }
  if (claim === 'application/pdf' && Buffer.from(head.buffer, head.byteOffset, Math.min(1024, head.byteLength)).includes(pdfMark))
    return { mime: 'application/pdf', recognised: true }
  if (!/^[a-z0-9.+-]+\/[a-z0-9.+-]+(;.*)?$/.test(claim) || runnable.test(claim)) return { mime: 'text/plain', recognised: false }
  return { mime: /^(image|audio|video)\//.test(claim) || claim.startsWith('application/pdf') ? 'application/octet-stream' : claim, recognised: false }
}

/** A name for display and download: no folders, no control or direction marks, at most 200 characters. */
export const safeName = (name: string | null | undefined, fallback: string): string =>
  (name ?? '')
    .toWellFormed()
    .replace(/^.*[\\/]/, '')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}"<>|:*?]/gu, '')
    .trim()
    .slice(-200)
    .toWellFormed() || fallback
