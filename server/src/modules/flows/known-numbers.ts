import { readDefinition } from '@chasqui/contracts'
import { claimsOf, problemsIn } from '@chasqui/flow'
import { LRUCache } from 'lru-cache'
import type { Tx } from '#platform/database/transaction'
import type { FlowsPorts } from './ports.ts'

type Ports = Pick<FlowsPorts, 'isPattern'>
/** A draft as a list tells it. `claims`: what its triggers want, once it is published. */
export type DraftNumbers = { steps: number; errors: number; warnings: number; claims: readonly string[] }
/** The numbers of these flows, by their id. */
export type KnownNumbers = (tx: Tx, flows: readonly { id: string; revision: number }[]) => Promise<ReadonlyMap<string, DraftNumbers>>

export const draftsText = 'select id, revision, draft from flows.flow where tenant_id = $1 and id = any($2::uuid[])'

const countedIn = (draft: unknown, { isPattern }: Ports): DraftNumbers => {
  const definition = readDefinition(draft)
  const problems = problemsIn(definition, null, isPattern)
  const errors = problems.filter(({ severity }) => severity === 'error').length
  return {
    steps: Object.keys(definition.nodes).length,
    errors,
    warnings: problems.length - errors,
    claims: [...new Set(claimsOf(definition.triggers).map(({ what }) => what))],
  }
}

/**
 * What is wrong with drafts, in numbers: worked out once for each revision on a node, so that a list reads only the drafts that changed since it was last
 * looked at. A revision never holds anything else: what is asked for by it is committed.
 */
export const rememberNumbers = (ports: Ports): KnownNumbers => {
  const known = new LRUCache<string, DraftNumbers>({ max: 20_000 })
  return async (tx, flows) => {
    const keyOf = ({ id, revision }: { id: string; revision: number }) => `${tx.tenantId} ${id} ${revision}`
    const found = new Map<string, DraftNumbers>()
    for (const flow of flows) {
      const numbers = known.get(keyOf(flow))
      if (numbers) found.set(flow.id, numbers)
    }
    const changed = flows.filter(({ id }) => !found.has(id)).map(({ id }) => id)
    if (changed.length === 0) return found
    const { rows } = await tx.query<{ id: string; revision: number; draft: unknown }>(draftsText, [tx.tenantId, changed])
    for (const row of rows) {
      const numbers = countedIn(row.draft, ports)
      known.set(keyOf(row), numbers)
      found.set(row.id, numbers)
    }
    return found
  }
}
