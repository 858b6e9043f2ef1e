import type { FlowDefinition, FlowNode, FlowProblem } from '@chasqui/contracts'
import { endsAtOnce, ringsThrough } from '@chasqui/flow/problems/detours'
import type { Tx } from '#platform/database/transaction'
import { definitionOf } from '../versions.ts'
import { exchangeProblems } from './given.ts'

/** Other flows, as they are published, that a draft goes into. */

type Subflow = Extract<FlowNode, { type: 'subflow' }>
type Other = { id: string; name: string; version: string | null }
type Others = (flow: string) => Promise<Other | undefined>

const stepsOf = ({ nodes }: FlowDefinition): [id: string, node: Subflow & { flow: string }][] =>
  Object.entries(nodes).flatMap(([id, node]) => (node.type === 'subflow' && node.flow !== null ? [[id, { ...node, flow: node.flow }]] : []))

/** Each flow is asked for once. */
const othersOf = (tx: Tx): Others => {
  const known = new Map<string, Other | undefined>()
  return async (flow) => {
    if (known.has(flow)) return known.get(flow)
    const { rows } = await tx.query<Other>(
      'select id, name, published_version_id as version from flows.flow where tenant_id = $1 and id = $2 and deleted_at is null',
      [tx.tenantId, flow],
    )
    known.set(flow, rows[0])
    return rows[0]
  }
}

/** What is wrong with the steps that go into other flows: those are gone or lead back, want or give something else, or make a round in which nothing waits. */
export const subflowProblems = async (tx: Tx, { id, definition }: { id: string; definition: FlowDefinition }): Promise<FlowProblem[]> => {
  const others = othersOf(tx)
  const found: FlowProblem[] = []
  const quick = new Set<string>()
  for (const [step, node] of stepsOf(definition)) {
    const told = (code: string, message: string, values?: FlowProblem['values']) =>
      found.push({ severity: 'error', nodeId: step, code: `flow.${code}`, message, field: 'flow', ...(values && { values }) })
    const other = await others(node.flow)
    if (await leadsBack(tx, others, node.flow, id)) told('flow_circle', 'The flow that is gone into leads back into this one.')
    else if (!other) told('flow_gone', 'The flow that is gone into is not there.')
    else if (other.version === null) told('flow_not_published', `The flow “${other.name}” is not published.`, { name: other.name })
    else {
      const inner = await definitionOf(tx, other.version)
      found.push(...exchangeProblems(step, node, { name: other.name, definition: inner }))
      if (await isQuick(tx, others, inner)) quick.add(step)
    }
  }
  return [...found, ...ringsThrough(definition, quick).map((ring) => roundThrough(ring, quick))]
}

const roundThrough = (ring: string[], quick: ReadonlySet<string>): FlowProblem => {
  const steps = ring.join(', ')
  const message = `These steps go round without waiting for anything, nor does the flow that they go into: ${steps}.`
  return { severity: 'error', nodeId: ring.find((id) => quick.has(id))!, code: 'flow.loop_through_flow', message, field: 'flow', values: { steps } }
}

const leadsBack = async (tx: Tx, others: Others, first: string, id: string): Promise<boolean> => {
  const open = [first]
  const seen = new Set<string>()
  for (let flow = open.pop(); flow !== undefined; flow = open.pop()) {
    if (flow === id) return true
    if (seen.has(flow)) continue
    seen.add(flow)
    const version = (await others(flow))?.version
    if (version) open.push(...stepsOf(await definitionOf(tx, version)).map(([, inner]) => inner.flow))
  }
  return false
}

/** A run goes no deeper into flows than this. */
const deepest = 5

/** Whether a run can come through a flow, and those that it goes into, without waiting for anything. */
const isQuick = async (tx: Tx, others: Others, definition: FlowDefinition, depth = 1): Promise<boolean> => {
  const quick = new Set<string>()
  if (depth < deepest)
    for (const [step, { flow }] of stepsOf(definition)) {
      const version = (await others(flow))?.version
      if (version && (await isQuick(tx, others, await definitionOf(tx, version), depth + 1))) quick.add(step)
    }
  return endsAtOnce(definition, quick)
}
