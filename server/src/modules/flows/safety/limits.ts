import { FlowLimits } from '@chasqui/contracts'
import { difference } from '#platform/acts/difference'
import type { Tx } from '#platform/database/transaction'
import type { FlowsPorts } from '../ports.ts'

/** How much flows may do in a conversation here; what the tenant has not said is as the product says. */
export const readLimits = async (tx: Tx): Promise<FlowLimits> => {
  const { rows } = await tx.query<{ settings: unknown }>('select settings from flows.limits where tenant_id = $1', [tx.tenantId])
  return FlowLimits.parse(rows[0]?.settings ?? {})
}

export const changeLimits = async (tx: Tx, ports: Pick<FlowsPorts, 'now' | 'hints'>, limits: FlowLimits): Promise<FlowLimits> => {
  const before = await readLimits(tx)
  await tx.query(
    `insert into flows.limits (tenant_id, settings, updated_at) values ($1, $2, $3)
     on conflict (tenant_id) do update set settings = excluded.settings, updated_at = excluded.updated_at`,
    [tx.tenantId, JSON.stringify(limits), ports.now()],
  )
  tx.record(difference(before, limits))
  tx.afterCommit(() => ports.hints.changed('flow-limits', tx.tenantId))
  return limits
}
