import type { AuditPorts } from './ports.ts'

const dayMilliseconds = 86_400_000

/** Removes what is older than the installation keeps records, tenant by tenant. Each that loses some gets an anchor, from which its chain goes on. */
export const pruneTrails = async ({ database, now, retentionDays, grew }: AuditPorts, tenantIds: string[]): Promise<void> => {
  if (retentionDays === null) return
  const until = new Date(now().getTime() - retentionDays * dayMilliseconds)
  for (const tenantId of tenantIds) {
    const { rows } = await database.system.query<{ gone: number }>('select audit.forget_before($1, $2) as gone', [tenantId, until])
    if (rows[0]!.gone > 0) grew(tenantId)
  }
}
