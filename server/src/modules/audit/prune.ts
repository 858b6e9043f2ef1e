import type { AuditPorts } from './ports.ts'
import { shorterOf } from './settings.ts'

const dayMilliseconds = 86_400_000

/**
 * Removes what is older than records are kept, tenant by tenant: as each has chosen, and no longer than the installation keeps any. Each that loses some
 * gets an anchor, from which its chain goes on.
 */
export const pruneTrails = async ({ database, now, retentionDays, grew }: AuditPorts, tenantIds: string[]): Promise<void> => {
  const { rows: chosen } = await database.system.query<{ tenantId: string; days: number }>(
    'select tenant_id as "tenantId", retention_days as days from audit.setting',
  )
  const own = new Map(chosen.map(({ tenantId, days }) => [tenantId, days]))
  for (const tenantId of tenantIds) {
    const days = shorterOf(own.get(tenantId) ?? null, retentionDays)
    if (days === null) continue
    const until = new Date(now().getTime() - days * dayMilliseconds)
    const { rows } = await database.system.query<{ gone: number }>('select audit.forget_before($1, $2) as gone', [tenantId, until])
    if (rows[0]!.gone > 0) grew(tenantId)
  }
}
