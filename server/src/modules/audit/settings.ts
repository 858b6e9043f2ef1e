import type { AuditSettings } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import { Failure } from '#platform/failure'
import type { AuditPorts } from './ports.ts'

/** The shorter of two times; null is for ever. */
export const shorterOf = (one: number | null, other: number | null): number | null => (one === null || other === null ? (one ?? other) : Math.min(one, other))

const settingsOf = ({ retentionDays: most }: AuditPorts, own: number | null): AuditSettings => ({
  retentionDays: shorterOf(own, most),
  ownRetentionDays: own,
  mostRetentionDays: most,
})

/** How long the trail of the transaction's tenant is kept. */
export const readSettings = async (tx: Tx, ports: AuditPorts): Promise<AuditSettings> => {
  const { rows } = await tx.query<{ days: number }>('select retention_days as days from audit.setting where tenant_id = $1', [tx.tenantId])
  return settingsOf(ports, rows[0]?.days ?? null)
}

const refuseBeyond = (most: number): never => {
  const message = `This installation keeps records for at most ${most} days.`
  throw new Failure('invalid', 'audit.retention_beyond_host', message, { errors: [{ path: 'retentionDays', code: 'too_big', message }] })
}

/** Keeps the trail for so many days from the next night on; what goes then leaves an anchor. */
export const changeSettings = async (tx: Tx, ports: AuditPorts, days: number | null): Promise<AuditSettings> => {
  const { retentionDays: most } = ports
  if (days !== null && most !== null && days > most) refuseBeyond(most)
  const before = await readSettings(tx, ports)
  if (days === null) await tx.query('delete from audit.setting where tenant_id = $1', [tx.tenantId])
  else
    await tx.query(
      'insert into audit.setting (tenant_id, retention_days) values ($1, $2) on conflict (tenant_id) do update set retention_days = excluded.retention_days',
      [tx.tenantId, days],
    )
  const after = settingsOf(ports, days)
  tx.record({
    subject: { kind: 'audit', id: 'retention' },
    before: { retentionDays: before.retentionDays },
    after: { retentionDays: after.retentionDays },
  })
  return after
}
