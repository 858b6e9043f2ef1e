import { fileRoutes } from '@chasqui/contracts'
import { idCursor } from '#platform/cursor'
import { absent, Failure } from '#platform/failure'
import { readOneFile } from '#platform/http/one-file'
import type { Http } from '#platform/http/server'
import { keepFile, readFile, type Kept } from './keep.ts'
import { isShown, largestFile } from './kinds.ts'
import type { FilesPorts } from './ports.ts'

/** How long a signed address works. Screens get a fresh one with every message they read. */
const addressMinutes = 60

export const fileUrl = (ports: FilesPorts, tenantId: string, id: string, minutes = addressMinutes): string => {
  // Rounded up to the hour, so that browsers can cache what they have seen.
  const until = new Date(Math.ceil((ports.now().getTime() + minutes * 60_000) / 3_600_000) * 3_600_000)
  return `/api/files/${id}/content?t=${encodeURIComponent(ports.sign(`${tenantId} ${id}`, until))}`
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
    const part = await readOneFile(request, largestFile)
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
