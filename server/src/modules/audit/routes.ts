import { type AuditFilter, auditRoutes, hostAuditRoutes } from '@chasqui/contracts'
import type { FastifyReply } from 'fastify'
import type { Tx } from '#platform/database/transaction'
import { Failure } from '#platform/failure'
import type { Http } from '#platform/http/server'
import { hostTenant } from '#platform/ids'
import { exportTrail } from './export.ts'
import { listRecords } from './list.ts'
import type { AuditPorts } from './ports.ts'
import { changeSettings, readSettings } from './settings.ts'
import { listSuspicions } from './suspicious.ts'
import { verifyChain } from './verify.ts'

const dayMilliseconds = 86_400_000

type Download = AuditFilter & { format: 'csv' | 'json' }

/**
 * Sends a trail as a file, up to the moment of the call. Recorded before the first byte leaves: whoever breaks the download off has read it
 * nevertheless. Of words that were searched for only that there were some: they may be anybody's number or address.
 */
const sendTrail = async (ports: AuditPorts, tenantId: string, { format, ...filter }: Download, reply: FastifyReply): Promise<void> => {
  const { q, ...told } = filter
  const now = ports.now().toISOString()
  await ports.database.inTenant(tenantId, async (tx) => tx.record({ subject: { kind: 'audit', id: format }, after: { ...told, ...(q && { searched: true }) } }))
  const until = filter.to && Date.parse(filter.to) < Date.parse(now) ? filter.to : now
  const { mime, body } = exportTrail(ports.database, tenantId, { ...filter, to: until }, format)
  const day = ports.now().toISOString().slice(0, 10)
  await reply.header('content-type', mime).header('content-disposition', `attachment; filename="audit-${day}.${format}"`).send(body)
}

export const registerRoutes = (http: Http, ports: AuditPorts): void => {
  const suspicions = async (tx: Tx, days: number) => ({ items: await listSuspicions(tx, new Date(ports.now().getTime() - days * dayMilliseconds)) })
  const forHost = <Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> => ports.database.inTenant(hostTenant, work)

  http.route(auditRoutes.list, ({ tx, query }) => listRecords(tx, query))
  http.route(auditRoutes.verify, ({ tx }) => verifyChain(tx, ports.now()))
  http.route(auditRoutes.suspicious, ({ tx, query }) => suspicions(tx, query.days))
  http.route(auditRoutes.settings, ({ tx }) => readSettings(tx, ports))
  http.route(auditRoutes.changeSettings, ({ tx, body }) => changeSettings(tx, ports, body.retentionDays))
  http.route(auditRoutes.export, ({ actor, query, reply }) => {
    if (actor.tenantId === null) throw new Failure('forbidden', 'tenant.none', 'Choose an organisation first.')
    return sendTrail(ports, actor.tenantId, query, reply)
  })

  http.route(hostAuditRoutes.list, ({ query }) => forHost((tx) => listRecords(tx, query)))
  http.route(hostAuditRoutes.verify, () => forHost((tx) => verifyChain(tx, ports.now())))
  http.route(hostAuditRoutes.suspicious, ({ query }) => forHost((tx) => suspicions(tx, query.days)))
  http.route(hostAuditRoutes.export, ({ query, reply }) => sendTrail(ports, hostTenant, query, reply))
}
