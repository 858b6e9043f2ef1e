import { auditRoutes } from '@chasqui/contracts'
import { Failure } from '#platform/failure'
import type { Http } from '#platform/http/server'
import { exportTrail } from './export.ts'
import { listRecords, readRecord } from './list.ts'
import type { AuditPorts } from './ports.ts'
import { listSuspicions } from './suspicious.ts'
import { verifyChain } from './verify.ts'

const dayMilliseconds = 86_400_000

export const registerRoutes = (http: Http, ports: AuditPorts): void => {
  http.route(auditRoutes.list, ({ tx, query }) => listRecords(tx, query))
  http.route(auditRoutes.verify, ({ tx }) => verifyChain(tx, ports.now()))
  http.route(auditRoutes.suspicious, async ({ tx, query }) => ({
    items: await listSuspicions(tx, new Date(ports.now().getTime() - query.days * dayMilliseconds)),
  }))
  http.route(auditRoutes.export, async ({ actor, query: { format, ...filter }, reply }) => {
    const { tenantId } = actor
    if (tenantId === null) throw new Failure('forbidden', 'tenant.none', 'Choose an organisation first.')
    // Recorded before the first byte leaves: whoever breaks the download off has read it nevertheless.
    await ports.database.inTenant(tenantId, async (tx) => tx.record({ subject: { kind: 'audit', id: format }, after: filter }))
    const { mime, body } = exportTrail(ports.database, tenantId, filter, format)
    const day = ports.now().toISOString().slice(0, 10)
    await reply.header('content-type', mime).header('content-disposition', `attachment; filename="audit-${day}.${format}"`).send(body)
  })
  http.route(auditRoutes.read, ({ tx, params }) => readRecord(tx, params.seq))
}
