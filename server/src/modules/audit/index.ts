/**
 * Audit: who did what to what, numbered and chained per tenant, so that nothing of it can be changed or taken out unseen.
 *
 * Owns the schema `audit`: pending (what acts left), record (the chains), head (their ends), anchor (what retention removed), setting (how long each tenant keeps them). Verbs tell it by
 * `tx.record(...)`; the routes' declarations see to it that none is forgotten. What belongs to no tenant is in the trail of the host's own.
 * Publishes no events; tells `grew` of a tenant whose trail has new records.
 */
import type { AuditVerdict } from '@chasqui/contracts'
import type { Http } from '#platform/http/server'
import { createChainer } from './chain.ts'
import type { AuditPorts } from './ports.ts'
import { pruneTrails } from './prune.ts'
import { registerRoutes } from './routes.ts'
import { verifyChain } from './verify.ts'

export { leaveActs } from './leave.ts'
export type { AuditPorts } from './ports.ts'

export type Audit = ReturnType<typeof createAudit>

export const createAudit = (ports: AuditPorts) => {
  const chainer = createChainer(ports)
  return {
    chainer,
    verify: async (tenantId: string): Promise<AuditVerdict> => {
      await chainer.catchUp()
      return ports.database.inTenant(tenantId, (tx) => verifyChain(tx, ports.now()))
    },
    prune: (tenantIds: string[]) => pruneTrails(ports, tenantIds),
    registerRoutes: (http: Http) => registerRoutes(http, ports),
  }
}
