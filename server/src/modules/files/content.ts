import { setTimeout as pause } from 'node:timers/promises'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { absent, Failure } from '#platform/failure'
import { anywhere } from './address.ts'
import { rangeOf } from './domain/range.ts'
import { isShown } from './kinds.ts'
import { locateFile, type Located } from './locate.ts'
import { type FilesPorts, storeAway } from './ports.ts'

/** Milliseconds that a browser waits for a file that is just being made; a long film takes more, and is there at the next look. */
const patience = 8000
const inPatience = async <Found>(looking: Promise<Found>): Promise<Found> => {
  const found = new AbortController()
  const tooLong = pause(patience, undefined, { ref: false, signal: found.signal }).then(() => {
    throw notReady()
  })
  return Promise.race([looking, tooLong]).finally(() => found.abort())
}
const notReady = () => new Failure('unavailable', 'file.not_ready', 'The file is being made. Look again in a moment.', { retryAfter: 5 })

type Asked = { id: string; token: string; download: boolean; small: boolean }

/** What is served: the file, or its small picture. */
const servedOf = (file: Located, small: boolean) =>
  small
    ? file.thumbnail && { location: file.thumbnail, mime: 'image/webp', size: null, tag: `${file.sha256}-small` }
    : { location: file.location, mime: file.mime, size: file.size, tag: file.sha256 }

/** The bytes to whoever shows a signed address; all who cannot are told the same. */
export const serveContent = async (ports: FilesPorts, asked: Asked, request: FastifyRequest, reply: FastifyReply): Promise<void> => {
  const [tenantId, id, where] = (ports.verify(asked.token, ports.now()) ?? '').split(' ')
  const file = tenantId && id === asked.id ? await inPatience(locateFile(ports, tenantId, id)) : null
  const served = file?.state === 'stored' ? servedOf(file, asked.small) : null
  if (!file || !served) throw absent('file')
  const tag = `"${served.tag}"`
  const shown = isShown(served.mime)
  // Whatever the bytes are, nothing in them runs: no scripts, no guessing of types, an origin of its own.
  reply
    .header('content-type', shown || served.mime === 'application/pdf' ? served.mime : 'application/octet-stream')
    .header(
      'content-disposition',
      `${shown && !asked.download ? 'inline' : 'attachment'}; filename="${plainName(file.name)}"; filename*=UTF-8''${encodedName(file.name)}`,
    )
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('x-content-type-options', 'nosniff')
    .header('cross-origin-resource-policy', where === anywhere ? 'cross-origin' : 'same-site')
    .header('referrer-policy', 'no-referrer')
    .header('cache-control', 'private, max-age=3600')
    .header('etag', tag)
  if (sameTag(request.headers['if-none-match'], tag)) return void (await reply.code(304).send())
  if (served.size !== null) reply.header('accept-ranges', 'bytes')
  const mayBePart = served.size !== null && (request.headers['if-range'] === undefined || request.headers['if-range'] === tag)
  const range = mayBePart ? rangeOf(request.headers.range, served.size) : 'whole'
  if (range === 'none') return void (await reply.code(416).header('content-range', `bytes */${served.size}`).send())
  const bytes = await ports.store.stream(served.location, range === 'whole' ? undefined : range).catch((error) => {
    ports.log.warn({ err: error }, 'a file could not be read')
    throw storeAway()
  })
  if (!bytes) throw absent('file')
  if (range !== 'whole') reply.code(206).header('content-range', `bytes ${range.start}-${range.end}/${served.size}`)
  const length = range === 'whole' ? served.size : range.end - range.start + 1
  if (length !== null) reply.header('content-length', length)
  // A browser that went away must not leave the file open.
  await reply.send(bytes)
}

const sameTag = (header: string | undefined, tag: string): boolean => (header ?? '').split(',').some((one) => one.trim().replace(/^W\//, '') === tag)

/** For programs that read no encoded names. */
const plainName = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/[^\x20-\x7e]/g, '')
    .replace(/["\\]/g, '') || 'file'
const encodedName = (name: string): string =>
  encodeURIComponent(name.toWellFormed()).replace(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)
