import type { FlowLimits } from '@chasqui/flow/safety/limits'
import { LRUCache } from 'lru-cache'
import type { Tx } from '#platform/database/transaction'
import type { FlowsPorts } from '../ports.ts'
import { readLimits } from './limits.ts'

/** The limits of a tenant as a turn needs them. */
export type KnownLimits = (tx: Tx) => Promise<FlowLimits>

/** Where the hint of another node is lost, what was changed there is known after so long. */
const staleAfterMs = 30_000

/**
 * The limits of each tenant, remembered until this or another node changes them: they are needed in every turn and change a few times a year. An answer that
 * was under way when something changed is not kept. Each transaction asks for itself: one that waited for another's answer could wait for one that waits for it.
 */
export const rememberLimits = ({ hints }: Pick<FlowsPorts, 'hints'>): KnownLimits => {
  const known = new LRUCache<string, FlowLimits>({ max: 5000, ttl: staleAfterMs })
  let changes = 0
  hints.onChanged('flow-limits', (tenantId) => {
    changes += 1
    known.delete(tenantId)
  })
  return async (tx) => {
    const hit = known.get(tx.tenantId)
    if (hit) return hit
    const before = changes
    const limits = await readLimits(tx)
    if (changes === before) known.set(tx.tenantId, limits)
    return limits
  }
}
