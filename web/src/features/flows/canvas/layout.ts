import { Graph, layout } from '@dagrejs/dagre'
import type { FlowDefinition } from '@chasqui/contracts'
import type { Point } from '../editor/definition-edits.ts'
import { outputsOf } from '../language/outputs.ts'
import { cardHeight, cardWidth } from './card-size.ts'

/** Beyond so many steps lines may cross now and then: to look for the order with the fewest crossings takes as long as all the rest together, and longer. */
const manySteps = 120

/** Where every step stands when somebody tidies up: from left to right in the order in which customers come to them. */
export const layoutOf = (definition: FlowDefinition): Record<string, Point> => {
  const graph = new Graph()
  const nodes = Object.entries(definition.nodes)
  const isLong = nodes.length > manySteps
  graph.setGraph({ rankdir: 'LR', nodesep: 36, ranksep: 110, ...(isLong && { ranker: 'tight-tree' }) })
  graph.setDefaultEdgeLabel(() => ({}))
  for (const [id, node] of nodes) graph.setNode(id, { width: cardWidth, height: cardHeight(node) })
  for (const [id, node] of nodes)
    for (const { next } of outputsOf(node)) if (next !== null && next !== id && Object.hasOwn(definition.nodes, next)) graph.setEdge(id, next)
  layout(graph, { disableOptimalOrderHeuristic: isLong })
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
