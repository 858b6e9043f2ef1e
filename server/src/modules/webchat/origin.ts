import type { IncomingMessage } from 'node:http'
import { Failure } from '#platform/failure'
import type { Chat } from './ports.ts'

const originOf = (url: string | null): string | null => (url === null ? null : (URL.parse(url)?.origin ?? null))

/** The product's own pages: the demo page and the preview. A proxy in front may speak another scheme, so that the host decides. */
const isOwn = (request: IncomingMessage, origin: string, publicUrl: string | null): boolean =>
  origin === originOf(publicUrl) || URL.parse(origin)?.host === request.headers.host

/** The page's origin, if it may open this chat. Who names none is no browser's page, or reads from the very host; refused unless `mayLack`. */
export const requireOrigin = (request: IncomingMessage, { settings }: Chat, publicUrl: string | null, mayLack: boolean): string | null => {
  const { origin } = request.headers
  if (origin === undefined && mayLack) return null
  if (origin !== undefined && (settings.origins.includes(origin) || isOwn(request, origin, publicUrl))) return origin
  throw new Failure('forbidden', 'webchat.origin', 'This chat is not meant for pages of this origin.')
}
