import { splitTemplate } from '../../engine/substitute.ts'
import type { Lookup, Part } from './template.ts'
import { escapeFor, partsOf } from './template.ts'

const shape = /^(https?:\/\/[^/?#\s\\]+)(\/[^?#]*)?(?:\?([^#]*))?(?:#.*)?$/i
const hostWithTag = /^(?:https?:\/\/)?[^/?#]*\{\{/i

export type AddressFault = 'unreadable' | 'variable_in_host' | 'credentials'

/** What is wrong with the address of a call, or null. Where it goes is the author's word alone: no value of a customer chooses the host. */
export const addressFault = (url: string): AddressFault | null => {
  const address = url.trim()
  if (hostWithTag.test(address)) return 'variable_in_host'
  const found = shape.exec(address)
  // What reads addresses drops tabs and line breaks, so that the host would be another than it looks.
  if (!found || /\p{Cc}/u.test(address)) return 'unreadable'
  return found[1]!.includes('@') ? 'credentials' : null
}

/** The address in parts; null when a value would climb out of its place in the path ("..", which servers and proxies take for “one up”). */
export const addressParts = (url: string, query: { name: string; value: string }[], valueOf: Lookup): Part[] | null => {
  const [, origin, path = '', search] = shape.exec(url.trim()) ?? []
  if (origin === undefined || addressFault(url) !== null) return null
  const parts: Part[] = [origin]
  for (const [at, segment] of path.split('/').entries()) {
    if (at > 0) parts.push('/')
    const inner = partsOf(segment, 'url', valueOf)
    if (splitTemplate(segment).length > 1 && inner.every((part) => typeof part === 'string') && isDots(inner.join(''))) return null
    parts.push(...inner)
  }
  const pairs = [
    ...(search ? [partsOf(search, 'url', valueOf)] : []),
    ...query.map(({ name, value }): Part[] => [`${escapeFor('url', name)}=`, ...encoded(value, valueOf)]),
  ]
  for (const [at, pair] of pairs.entries()) parts.push(at === 0 ? '?' : '&', ...pair)
  return parts
}

/** The author's own text in a field of its own is data too; in the address it may be written encoded already. */
export const encoded = (template: string, valueOf: Lookup): Part[] =>
  splitTemplate(template).flatMap((piece, at): Part[] => (at % 2 === 0 ? [escapeFor('url', piece)] : partsOf(`{{${piece}}}`, 'url', valueOf)))

const isDots = (segment: string): boolean => /^(?:\.|%2e){1,2}$/i.test(segment)
