import type { FlowDefinition } from '@chasqui/contracts'
import type { Context, RunState } from '@chasqui/flow'
import type { Tx } from '#platform/database/transaction'
import { oncePerDefinition } from './once-per-definition.ts'
import { definitionOf, publishedVersion } from './versions.ts'

type Published = { version: string; definition: FlowDefinition }

const flowsIn = oncePerDefinition(({ nodes }) => Object.values(nodes).flatMap((node) => (node.type === 'subflow' && node.flow !== null ? [node.flow] : [])))

/**
 * All flows that a turn may go into, and the versions in which the run is in some: the engine asks nobody while it decides. Undefined for the many
 * turns that go nowhere, which cost nothing.
 */
export const subflowsOf = async (tx: Tx, own: FlowDefinition, { calls = [] }: RunState): Promise<Context['subflows']> => {
  if (calls.length === 0 && flowsIn(own).length === 0) return undefined
  const versions = new Map<string, FlowDefinition>()
  for (const { version } of calls) versions.set(version, await definitionOf(tx, version))
  const published = new Map<string, Published | null>()
  const open = [own, ...versions.values()].flatMap(flowsIn)
  for (const flow of open) {
    if (published.has(flow)) continue
    const version = await publishedVersion(tx, flow)
    const found = version === null ? null : { version, definition: await definitionOf(tx, version) }
    published.set(flow, found)
    if (found) open.push(...flowsIn(found.definition))
  }
  return { published: (flow) => published.get(flow) ?? null, version: (version) => versions.get(version) ?? null }
}

/** Every flow that a turn may come to: its own, those in which the run is, and those that they go into. */
export const definitionsFrom = (own: FlowDefinition, { calls = [] }: RunState, subflows: Context['subflows']): FlowDefinition[] => {
  const found = new Set([own, ...calls.flatMap(({ version }) => subflows?.version(version) ?? [])])
  // What is added meanwhile is gone through as well.
  for (const definition of found)
    for (const flow of flowsIn(definition)) {
      const other = subflows?.published(flow)
      if (other) found.add(other.definition)
    }
  return [...found]
}
