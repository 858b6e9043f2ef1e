import { Graph, layout } from '@dagrejs/dagre'
import type { FlowDefinition } from '@chasqui/contracts'
import type { Point } from '../editor/definition-edits.ts'
import { entriesOf, outputsOf, startId } from '../language/outputs.ts'
import { cardHeight, cardWidth, columnGap, startHeight } from './card-size.ts'

/** Beyond so many steps lines may cross now and then: to look for the order with the fewest crossings takes as long as all the rest together, and longer. */
const manySteps = 120

/**
 * Which steps stand above which others: those that the ways out of a step lead to, in the order of these ways. Each pair follows one order of all steps, in
 * which they are first come to, so that no two wishes contradict each other.
 */
const orderOf = (definition: FlowDefinition): { left: string; right: string }[] => {
  const led = (id: string) =>
    outputsOf(definition.nodes[id]!).flatMap(({ next }) => (next !== null && next !== id && Object.hasOwn(definition.nodes, next) ? [next] : []))
  const place = new Map<string, number>()
  const open = [
    ...Object.keys(definition.nodes)
      .filter((id) => id !== definition.start)
      .toReversed(),
    ...(Object.hasOwn(definition.nodes, definition.start) ? [definition.start] : []),
  ]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (place.has(id)) continue
    place.set(id, place.size)
    open.push(...led(id).toReversed())
  }
  return [...place.keys()].flatMap((id) => {
    const targets = led(id)
    return targets.slice(1).flatMap((right, at) => (place.get(targets[at]!)! < place.get(right)! ? [{ left: targets[at]!, right }] : []))
  })
}

/** How much more than other lines the one from the start to the first step is kept short: the card of the start stands beside that step. */
const beside = 50

/**
 * The card of the start, which stands left of all others. What leads back to the first step would pull that to the right and is left out; a step that nothing
 * leads to would stand where the start does and counts as coming after it.
 */
const setStart = (graph: Graph, definition: FlowDefinition): void => {
  const isThere = (id: string | null): id is string => id !== null && Object.hasOwn(definition.nodes, id)
  const entries = entriesOf(definition).flatMap(({ next }) => (isThere(next) ? [next] : []))
  const loose = Object.keys(definition.nodes).filter((id) => (graph.predecessors(id) ?? []).length === 0)
  for (const id of new Set([...entries, ...loose])) graph.setEdge(startId, id, { weight: id === definition.start ? beside : 1 })
}

/** Where every step stands when somebody tidies up: from left to right in the order in which customers come to them. */
export const layoutOf = (definition: FlowDefinition): Record<string, Point> => {
  const graph = new Graph()
  const nodes = Object.entries(definition.nodes)
  const isLong = nodes.length > manySteps
  graph.setGraph({ rankdir: 'LR', nodesep: 36, ranksep: columnGap, ...(isLong && { ranker: 'tight-tree' }) })
  graph.setDefaultEdgeLabel(() => ({}))
  graph.setNode(startId, { width: cardWidth, height: startHeight(definition) })
  for (const [id, node] of nodes) graph.setNode(id, { width: cardWidth, height: cardHeight(node) })
  for (const [id, node] of nodes)
    for (const { next } of outputsOf(node))
      if (next !== null && next !== id && next !== definition.start && Object.hasOwn(definition.nodes, next)) graph.setEdge(id, next)
  setStart(graph, definition)
  layout(graph, { disableOptimalOrderHeuristic: isLong, ...(!isLong && { constraints: orderOf(definition) }) })
  return Object.fromEntries(
    nodes.map(([id, node]) => {
      const { x, y } = graph.node(id) as Point
      return [id, { x: Math.round(x - cardWidth / 2), y: Math.round(y - cardHeight(node) / 2) }]
    }),
  )
}

/** The definition with a place for every step, those that have one left where they are unless none has. */
export const withPlaces = (definition: FlowDefinition): FlowDefinition => {
  const nodes = Object.entries(definition.nodes)
  if (nodes.every(([, { position }]) => position)) return definition
  const places = layoutOf(definition)
  return { ...definition, nodes: Object.fromEntries(nodes.map(([id, node]) => [id, { ...node, position: node.position ?? places[id]! }])) }
}
