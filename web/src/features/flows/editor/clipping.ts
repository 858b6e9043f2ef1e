import type { FlowDefinition, FlowNode } from '@chasqui/contracts'
import { outputsOf, withNamed, withOutput } from '../language/outputs.ts'
import { freshStep, isStepType } from '../language/step-types.ts'
import { nodeAt, type Point } from './definition-edits.ts'

/** Steps on their way through the clipboard, as people can read them. */
export type Clipping = { chasqui: 'flow-steps'; schema: 1; nodes: Record<string, FlowNode> }

export const clip = (definition: FlowDefinition, ids: Iterable<string>): Clipping => ({
  chasqui: 'flow-steps',
  schema: 1,
  nodes: Object.fromEntries([...ids].flatMap((id) => (nodeAt(definition, id) ? [[id, definition.nodes[id]!] as const] : []))),
})

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** The steps in a text; null when it holds none. What a step lacks it gets from a new one; what is wrong beyond that is told when it is saved. */
export const readClipping = (text: string): Clipping | null => {
  try {
    const read: unknown = JSON.parse(text)
    if (!isRecord(read) || read.chasqui !== 'flow-steps' || !isRecord(read.nodes)) return null
    const nodes = Object.fromEntries(Object.entries(read.nodes).flatMap(([id, node]) => (isStep(node) ? [[id, completed(node)] as const] : [])))
    return Object.keys(nodes).length > 0 ? { chasqui: 'flow-steps', schema: 1, nodes } : null
  } catch {
    return null
  }
}

const isStep = (node: unknown): node is FlowNode => isRecord(node) && isStepType(node.type)

const completed = (node: FlowNode): FlowNode => {
  const fresh: FlowNode = freshStep(node.type, '', String)
  const whole = { ...fresh, ...node } as FlowNode
  // Throws where an output cannot be read; such a text holds no steps.
  outputsOf(whole)
  return whole
}

const shift = 40

/**
 * Adds the steps under new ids, ways among them kept. Ways out of the clipping are kept where their step is in this flow too, as when steps are duplicated.
 * `at` is where the first one stands; without it each stands a little beside the one it was copied from.
 */
export const paste = (
  definition: FlowDefinition,
  { nodes }: Clipping,
  freshId: (node: FlowNode) => string,
  at?: Point,
): { definition: FlowDefinition; ids: string[] } => {
  const names = new Map<string, string>()
  for (const [id, node] of Object.entries(nodes)) {
    let name = freshId(node)
    while (nodeAt(definition, name) || [...names.values()].includes(name)) name = freshId(node)
    names.set(id, name)
  }
  const ids = [...names.values()]
  const start = nodeAt(definition, definition.start) ? definition.start : ids[0]!
  const origin = Object.values(nodes).find(({ position }) => position)?.position ?? { x: 0, y: 0 }
  const by = at ? { x: at.x - origin.x, y: at.y - origin.y } : { x: shift, y: shift }
  const target = (next: string): string | null => names.get(next) ?? (nodeAt(definition, next) ? next : null)
  const pasted = Object.entries(nodes).map(([id, node]): [string, FlowNode] => {
    const placed = { ...node, position: { x: (node.position ?? origin).x + by.x, y: (node.position ?? origin).y + by.y } }
    const linked = outputsOf(placed).reduce<FlowNode>(
      (step, { id: output, next, mustLead }) => (next === null ? step : withOutput(step, output, target(next) ?? (mustLead ? start : null))),
      placed,
    )
    return [names.get(id)!, withNamed(linked, target)]
  })
  return { definition: { ...definition, start, nodes: { ...definition.nodes, ...Object.fromEntries(pasted) } }, ids }
}
