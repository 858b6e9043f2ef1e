import { fileRoutes } from '@chasqui/contracts'
import { idCursor } from '#platform/cursor'
import { absent, Failure } from '#platform/failure'
import { readIdempotencyKey } from '#platform/http/idempotency'
import { openOneFile } from '#platform/http/one-file'
import type { Http } from '#platform/http/server'
import { retentionDays, setRetention } from './clean.ts'
import { serveContent } from './content.ts'
import { keepFile } from './keep.ts'
import { largestFile } from './kinds.ts'
import type { FilesPorts } from './ports.ts'
import { fileSelect, storedFile, type FileView } from './views.ts'

export const registerRoutes = (http: Http, ports: FilesPorts): void => {
  http.route(fileRoutes.upload, async ({ request, actor }) => {
    const { tenantId, userId } = actor
    if (!tenantId) throw new Failure('forbidden', 'tenant.none', 'Choose a tenant first.')
    // It opens its own transactions, after the bytes have come: what was said before is found by the file's own key.
    const key = readIdempotencyKey(request)
    const kept = await keepFile(ports, tenantId, { ...(await openOneFile(request, largestFile)), userId, key })
    const { rows } = await ports.database.inTenant(tenantId, (tx) => tx.query<FileView>(`${fileSelect} and id = $2`, [tenantId, kept.id]))
    if (!rows[0]) throw absent('file')
    return storedFile(ports, tenantId, rows[0])
  })
  http.route(fileRoutes.list, async ({ tx, query }) => {
    const { rows } = await tx.query<FileView>(`${fileSelect} and ($2::uuid is null or id < $2) order by id desc limit $3`, [
      tx.tenantId,
      idCursor(query.cursor),
      query.limit + 1,
    ])
    const items = rows.slice(0, query.limit).map((file) => storedFile(ports, tx.tenantId, file))
    return { items, nextCursor: rows.length > query.limit ? items.at(-1)!.id : null }
  })
  http.route(fileRoutes.retention, async ({ tx }) => ({ days: await retentionDays(tx) }))
  http.route(fileRoutes.setRetention, async ({ tx, body }) => {
    await setRetention(tx, body.days)
    return body
  })
  http.route(fileRoutes.read, async ({ tx, params }) => {
    const { rows } = await tx.query<FileView>(`${fileSelect} and id = $2`, [tx.tenantId, params.id])
    if (!rows[0]) throw absent('file')
    return storedFile(ports, tx.tenantId, rows[0])
  })
  http.route(fileRoutes.content, ({ params, query, request, reply }) =>
    serveContent(ports, { id: params.id, token: query.t, download: query.download !== undefined, small: query.small !== undefined }, request, reply),
  )
}
