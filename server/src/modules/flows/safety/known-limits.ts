import { usualLimits, type FlowLimits } from '@chasqui/flow/safety/limits'
import { LRUCache } from 'lru-cache'
import type { Tx } from '#platform/database/transaction'
import type { FlowsPorts } from '../ports.ts'

/** The limits of a tenant as a turn needs them. */
export type KnownLimits = (tx: Tx) => Promise<FlowLimits>

/** Where the hint of another node is lost, what was changed there is known after so long. */
const staleAfterMs = 30_000

/**
 * The limits of each tenant, asked for once and forgotten as soon as this or another node changes them: they are needed in every turn and change a few
 * times a year. The asking itself is kept, so that an answer from before a change is not kept beyond it.
 */
export const rememberLimits = ({ hints }: Pick<FlowsPorts, 'hints'>): KnownLimits => {
  const known = new LRUCache<string, Promise<FlowLimits>>({ max: 5000, ttl: staleAfterMs })
  hints.onChanged('flow-limits', (tenantId) => void known.delete(tenantId))
  return (tx) => {
    const hit = known.get(tx.tenantId)
    if (hit) return hit
    const asking = load(tx)
    known.set(tx.tenantId, asking)
    asking.catch(() => known.get(tx.tenantId) === asking && known.delete(tx.tenantId))
    return asking
  }
}

const load = async (tx: Tx): Promise<FlowLimits> => {
  const { rows } = await tx.query<{ settings: Partial<FlowLimits> }>('select settings from flows.limits where tenant_id = $1', [tx.tenantId])
  return { ...usualLimits, ...rows[0]?.settings }
}
