import type { FlowDefinition, FlowDiff, FlowVersion, Page, WhichVersion } from '@chasqui/contracts'
import { idCursor } from '#platform/cursor'
import type { Tx } from '#platform/database/transaction'
import { compareDefinitions } from '@chasqui/flow/life/compare-definitions'
import { readFlow, readVersion, versionsBefore } from '../store.ts'

export const listVersions = async (tx: Tx, flowId: string, query: { limit: number; cursor?: string | undefined }): Promise<Page<FlowVersion>> => {
  await readFlow(tx, flowId)
  const found = await versionsBefore(tx, flowId, idCursor(query.cursor), query.limit + 1)
  const items = found.slice(0, query.limit)
  return { items, nextCursor: found.length > query.limit ? items.at(-1)!.id : null }
}

export const versionOfFlow = async (tx: Tx, flowId: string, which: WhichVersion): Promise<FlowVersion> => {
  await readFlow(tx, flowId)
  return readVersion(tx, flowId, which)
}

/** What differs from one side to the other (a version or `draft`); from what is published, unless told. Before the first version that is nothing: every step is new. */
export const diffOf = async (tx: Tx, flowId: string, { from, to }: { from?: WhichVersion | undefined; to: WhichVersion }): Promise<FlowDiff> => {
  const flow = await readFlow(tx, flowId)
  const definitionAt = async (side: WhichVersion): Promise<FlowDefinition> =>
    side === 'draft' ? flow.definition : (await readVersion(tx, flowId, side)).definition
  const start = from ?? flow.published?.number
  const after = await definitionAt(to)
  return compareDefinitions(start === undefined ? { ...after, nodes: {} } : await definitionAt(start), after)
}
