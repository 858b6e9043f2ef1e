import type { Database } from '#platform/database/open'
import type { Log } from '#platform/log'

export type AuditPorts = {
  database: Pick<Database, 'inTenant' | 'system'>
  now: () => Date
  /** How long records are kept at most; null = for ever. */
  retentionDays: number | null
  log: Pick<Log, 'warn'>
  /** A tenant's trail has new records. */
  grew(tenantId: string): void
}
