import { fileRoutes } from '@chasqui/contracts'
import type { FastifyRequest } from 'fastify'
import { idCursor } from '#platform/cursor'
import { absent, Failure } from '#platform/failure'
import type { Http } from '#platform/http/server'
import { keepFile, readFile, type Kept } from './keep.ts'
import { isShown, largestFile } from './kinds.ts'
import type { FilesPorts } from './ports.ts'

/** How long a signed address works. Screens get a fresh one with every message they read. */
const addressMinutes = 60

export const fileUrl = (ports: FilesPorts, tenantId: string, id: string): string => {
  // Rounded up to the hour, so that browsers can cache what they have seen.
  const until = new Date(Math.ceil((ports.now().getTime() + addressMinutes * 60_000) / 3_600_000) * 3_600_000)
  return `/api/files/${id}/content?t=${encodeURIComponent(ports.sign(`${tenantId} ${id}`, until))}`
}

/** The one file of a form. The parser tells broken and truncated forms by plain errors; its own refusals (too large, too many) carry a status. */
const readPart = async (request: FastifyRequest): Promise<{ bytes: Buffer; mime: string; name: string }> => {
  try {
    const part = await request.file({ limits: { fileSize: largestFile, files: 1, fields: 5 } })
    if (!part) throw new Failure('invalid', 'file.missing', 'The field "file" is missing.')
    return { bytes: await part.toBuffer(), mime: part.mimetype, name: part.filename }
  } catch (error) {
    if (error instanceof Failure || (error as { statusCode?: number }).statusCode) throw error
    throw new Failure('malformed', 'file.malformed', 'The form is broken or ends too early.')
  }
}

const select = 'select id, name, mime, size, created_at as "createdAt" from files.file where tenant_id = $1'

export const registerRoutes = (http: Http, ports: FilesPorts): void => {
  const stored = (tenantId: string, file: Kept) => ({
    id: file.id,
    name: file.name,
    mime: file.mime,
    size: file.size,
    url: fileUrl(ports, tenantId, file.id),
    createdAt: file.createdAt.toISOString(),
  })

  http.route(fileRoutes.upload, async ({ request, actor }) => {
    if (!actor.tenantId) throw new Failure('forbidden', 'tenant.none', 'Choose a tenant first.')
    if (!request.isMultipart()) throw new Failure('invalid', 'file.multipart_needed', 'Send the file as multipart/form-data in the field "file".')
    const part = await readPart(request)
    return stored(actor.tenantId, await keepFile(ports, actor.tenantId, { ...part, userId: actor.userId }))
  })
  http.route(fileRoutes.list, async ({ tx, query }) => {
    const { rows } = await tx.query<Kept>(`${select} and ($2::uuid is null or id < $2) order by id desc limit $3`, [
      tx.tenantId,
      idCursor(query.cursor),
      query.limit + 1,
    ])
    const items = rows.slice(0, query.limit).map((file) => stored(tx.tenantId, file))
    return { items, nextCursor: rows.length > query.limit ? items.at(-1)!.id : null }
  })
  http.route(fileRoutes.read, async ({ tx, params }) => {
    const { rows } = await tx.query<Kept>(`${select} and id = $2`, [tx.tenantId, params.id])
    if (!rows[0]) throw absent('file')
    return stored(tx.tenantId, rows[0])
  })
  http.route(fileRoutes.content, async ({ params, query, reply }) => {
    const [tenantId, id] = (ports.verify(query.t, ports.now()) ?? '').split(' ')
    const file = tenantId && id === params.id ? await readFile(ports, tenantId, id) : null
    if (!file) throw absent('file')
    const inline = isShown(file.mime) && query.download === undefined
    // Whatever the bytes are, nothing in them runs: no scripts, no guessing of types, a sandbox of its own.
    await reply
      .header('content-type', isShown(file.mime) ? file.mime : 'application/octet-stream')
      .header('content-disposition', `${inline ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.name)}`)
      .header('content-security-policy', "default-src 'none'; sandbox")
      .header('x-content-type-options', 'nosniff')
      .header('cache-control', 'private, max-age=3600')
      .send(Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength))
  })
}
