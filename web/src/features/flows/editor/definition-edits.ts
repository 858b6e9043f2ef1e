import type { FlowDefinition, FlowNode } from '@chasqui/contracts'
import { type Drawn, entriesOf, outputsOf, startId, withEntry, withNamed, withOutput } from '../language/outputs.ts'

/** Pure changes of a definition. None leaves an output that leads to a step which is not there, and none makes an id twice. */
export type Point = { x: number; y: number }
export type Way = { from: string; output: string }

export const nodeAt = (definition: FlowDefinition, id: string): FlowNode | undefined => (Object.hasOwn(definition.nodes, id) ? definition.nodes[id] : undefined)

export const outputsAt = (definition: FlowDefinition, id: string): Drawn[] => {
  if (id === startId) return entriesOf(definition)
  const node = nodeAt(definition, id)
  return node ? outputsOf(node) : []
}

const withNode = (definition: FlowDefinition, id: string, node: FlowNode): FlowDefinition =>
  definition.nodes[id] === node ? definition : { ...definition, nodes: { ...definition.nodes, [id]: node } }

/** Lets an output lead to a step, or to none. Nothing happens where the step is not there. */
export const connect = (definition: FlowDefinition, { from, output }: Way, to: string | null): FlowDefinition => {
  if (to !== null && !nodeAt(definition, to)) return definition
  if (from === startId) return withEntry(definition, output, to)
  const node = nodeAt(definition, from)
  return node ? withNode(definition, from, withOutput(node, output, to)) : definition
}

export const targetOf = (definition: FlowDefinition, { from, output }: Way): string | null =>
  outputsAt(definition, from).find(({ id }) => id === output)?.next ?? null

/** A new step; the first one is where the flow begins. */
export const addStep = (definition: FlowDefinition, id: string, node: FlowNode): FlowDefinition => {
  if (nodeAt(definition, id)) return definition
  const added = withNode(definition, id, node)
  return nodeAt(added, definition.start) ? added : { ...added, start: id }
}

/** Puts a step, that is there and leads nowhere yet, onto an output: it goes on to where the output led. */
export const putOnto = (definition: FlowDefinition, way: Way, id: string): FlowDefinition => {
  const led = targetOf(definition, way)
  const first = outputsAt(definition, id)[0]
  const continued = led !== null && led !== id && first ? connect(definition, { from: id, output: first.id }, led) : definition
  return connect(continued, way, id)
}

const goesTo = (node: FlowNode, id: string): boolean => outputsOf(node).some(({ mustLead, next }) => mustLead && next === id)

/** The steps that go when these go: one that has to lead to a step that is no more, as a jump does, has no meaning. */
const withJumps = ({ nodes }: FlowDefinition, ids: ReadonlySet<string>): Set<string> => {
  const gone = new Set(ids)
  for (let before = -1; before !== gone.size;) {
    before = gone.size
    for (const [id, node] of Object.entries(nodes)) if ([...gone].some((other) => goesTo(node, other))) gone.add(id)
  }
  return gone
}

/** Takes away every output's way to the steps that go. */
const cutOff = (node: FlowNode, gone: ReadonlySet<string>): FlowNode =>
  withNamed(
    outputsOf(node).reduce((step, { id, next }) => (next !== null && gone.has(next) ? withOutput(step, id, null) : step), node),
    (id) => (gone.has(id) ? null : id),
  )

/** Removes steps. Outputs that led to them lead nowhere; where the flow began with one of them, it begins with what came after it. */
export const removeSteps = (definition: FlowDefinition, ids: Iterable<string>): FlowDefinition => {
  const gone = withJumps(definition, new Set(ids))
  const left = Object.entries(definition.nodes).filter(([id]) => !gone.has(id))
  if (left.length === Object.keys(definition.nodes).length) return definition
  const nodes = Object.fromEntries(left.map(([id, node]) => [id, cutOff(node, gone)]))
  const entries = entriesOf(definition).filter(({ id, next }) => id !== 'start' && next !== null && gone.has(next))
  const cut = entries.reduce((flow, { id }) => withEntry(flow, id, null), { ...definition, nodes })
  return gone.has(definition.start) ? { ...cut, start: firstAfter(definition, gone) ?? left[0]?.[0] ?? definition.start } : cut
}

/** What is reached first from the start that goes. */
const firstAfter = (definition: FlowDefinition, gone: ReadonlySet<string>): string | null => {
  const seen = new Set<string>()
  const open = [definition.start]
  for (const id of open) {
    if (seen.has(id)) continue
    seen.add(id)
    if (!gone.has(id)) return id
    open.push(...outputsAt(definition, id).flatMap(({ next }) => (next !== null && nodeAt(definition, next) ? [next] : [])))
  }
  return null
}

/** Takes a step out of its place, so that what led to it leads to where it went on, and puts it onto an output. */
export const moveOnto = (definition: FlowDefinition, id: string, way: Way): FlowDefinition => {
  const first = outputsAt(definition, id)[0]
  if (!first || way.from === id || targetOf(definition, way) === id) return definition
  const follower = first.next === id ? null : first.next
  const leading = [startId, ...Object.keys(definition.nodes)].flatMap((from) =>
    outputsAt(definition, from).flatMap(({ id: output, next }) => (next === id && from !== id ? [{ from, output }] : [])),
  )
  // A flow has to begin somewhere: its only step stays where it is.
  if (follower === null && definition.start === id) return definition
  const bridged = leading.reduce((flow, lead) => connect(flow, lead, follower), definition)
  return putOnto(connect(bridged, { from: id, output: first.id }, null), way, id)
}

export const moveSteps = (definition: FlowDefinition, places: Readonly<Record<string, Point>>): FlowDefinition => {
  const moved = Object.entries(places).flatMap(([id, { x, y }]) => {
    const node = nodeAt(definition, id)
    const position = { x: Math.round(x), y: Math.round(y) }
    return node && (node.position?.x !== position.x || node.position.y !== position.y) ? [[id, { ...node, position }] as const] : []
  })
  return moved.length === 0 ? definition : { ...definition, nodes: { ...definition.nodes, ...Object.fromEntries(moved) } }
}

/** Changes values of a step; undefined takes one away. Its type stays. */
export const editStep = (definition: FlowDefinition, id: string, change: Readonly<Record<string, unknown>>): FlowDefinition => {
  const node = nodeAt(definition, id)
  if (!node) return definition
  const kept = Object.fromEntries(Object.entries({ ...node, ...change, type: node.type }).filter(([, value]) => value !== undefined)) as FlowNode
  return withNode(definition, id, kept)
}

/** Changes what belongs to no step: when the flow begins, the words that work at every step, and what it does where a step does not say it. */
export const editFlow = (
  definition: FlowDefinition,
  change: Partial<Pick<FlowDefinition, 'triggers' | 'always' | 'handlers' | 'priority' | 'once' | 'abTest'>>,
): FlowDefinition => ({
  ...definition,
  ...change,
})
