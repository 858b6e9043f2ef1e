import type { LinkRequest } from '@chasqui/flow/steps/media/fetched'

const ending = /\.[a-z][a-z0-9]{0,7}$/i
/** For what comes without one: phones open files by their endings. */
const endingOf: Readonly<Record<string, string>> = {
  'application/pdf': '.pdf',
  'image/jpeg': '.jpg',
  'image/png': '.png',
  'image/webp': '.webp',
  'video/mp4': '.mp4',
  'audio/mpeg': '.mp3',
  'audio/ogg': '.ogg',
  'text/csv': '.csv',
  'application/zip': '.zip',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': '.xlsx',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': '.docx',
}

/** What a file that came is called: as the author wants it, as its server says, or as its address ends. */
export const fileName = ({ name, url }: Pick<LinkRequest, 'name' | 'url'>, headers: Record<string, string>): string | null => {
  const address = decoded(new URL(url).pathname.split('/').at(-1) ?? '')
  const told = toldName(headers['content-disposition'] ?? '')
  const own = name ?? told ?? (address === '' ? null : address)
  if (own === null || ending.test(own)) return own
  const type = (headers['content-type'] ?? '').split(';')[0]!.trim().toLowerCase()
  return `${own}${ending.exec(told ?? '')?.[0] ?? ending.exec(address)?.[0] ?? endingOf[type] ?? ''}`
}

/** `filename*` goes before `filename` (RFC 6266). */
const toldName = (disposition: string): string | null => {
  const extended = /filename\*\s*=\s*utf-8'[^']*'([^;\s]+)/i.exec(disposition)?.[1]
  if (extended !== undefined) return decoded(extended) || null
  const [, quoted, plain] = /filename\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;\s"]+))/i.exec(disposition) ?? []
  return quoted?.replace(/\\(.)/g, '$1') || plain || null
}

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
