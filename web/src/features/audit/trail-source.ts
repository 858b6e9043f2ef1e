import { auditRoutes, hostAuditRoutes } from '@chasqui/contracts/http/audit'

type Trail = Pick<typeof auditRoutes, 'list' | 'verify' | 'suspicious' | 'export'>

/** Whose trail a page shows, and the operations that read it. */
export type TrailSource = { of: 'tenant' | 'host'; routes: Trail }

export const ownTrail: TrailSource = { of: 'tenant', routes: auditRoutes }
/** The same operations at other addresses; only their names differ in the types. */
export const hostTrail: TrailSource = { of: 'host', routes: hostAuditRoutes as unknown as Trail }
