import type { FlowDefinition, FlowNode } from '@chasqui/contracts'
import { type Edge, type Node, type NodeHandle, Position } from '@xyflow/react'
import { sideways, upDown } from '../arrow-keys.ts'
import { nodeAt, type Point, type Way } from '../editor/definition-edits.ts'
import { type Drawn, entriesOf, outputsOf, startId } from '../language/outputs.ts'
import type { Box } from './route.ts'
import { cardHeight, cardWidth, middleOfHead, middleOfRow, startHeight } from './card-size.ts'

/** What the canvas draws of a definition. What did not change stays the same object, so that nothing is drawn again without need. */
export type StepNode = Node<Record<string, never>, 'step' | 'start'>

const noData: Record<string, never> = {}
const nowhere: Point = { x: 0, y: 0 }

/** The card that stands for the flow itself: left of where it begins. */
const startPlace = ({ nodes, start }: FlowDefinition): Point => {
  const { x, y } = (Object.hasOwn(nodes, start) ? nodes[start]?.position : undefined) ?? nowhere
  return { x: x - cardWidth - 96, y }
}

/** Where a card stands and about how high it is, whether or not it has been drawn. */
export const placeOfCard = (definition: FlowDefinition, id: string): (Point & { height: number }) | null => {
  if (id === startId) return { ...startPlace(definition), height: startHeight(definition) }
  const node = nodeAt(definition, id)
  return node ? { ...(node.position ?? nowhere), height: cardHeight(node) } : null
}

/** Every card as lines see it; the same list as before where none is elsewhere or higher. */
export const boxesOf = (definition: FlowDefinition, before: readonly Box[]): readonly Box[] => {
  const now = [startId, ...Object.keys(definition.nodes)].map((id): Box => ({ id, ...placeOfCard(definition, id)! }))
  const isSame = ({ id, x, y, height }: Box, at: number) => {
    const old = before[at]
    return old?.id === id && old.x === x && old.y === y && old.height === height
  }
  return now.length === before.length && now.every(isSame) ? before : now
}

/** Where lines begin and end on a card that nobody has drawn yet: without it, all cards would be drawn once to find out. */
const handlesOf = (outputs: readonly Drawn[]): NodeHandle[] => [
  { type: 'target', position: Position.Left, x: 0, y: middleOfHead, width: 0, height: 0 },
  ...outputs.map(({ id }, row): NodeHandle => ({ id, type: 'source', position: Position.Right, x: cardWidth, y: middleOfRow(row), width: 0, height: 0 })),
]

const ofUnseen = new WeakMap<FlowNode, NodeHandle[]>()
const handlesOfStep = (node: FlowNode): NodeHandle[] => {
  const handles = ofUnseen.get(node) ?? handlesOf(outputsOf(node))
  ofUnseen.set(node, handles)
  return handles
}

export const nodesOf = (definition: FlowDefinition, before: readonly StepNode[], picked: readonly string[]): StepNode[] => {
  const known = new Map(before.map((node) => [node.id, node]))
  const chosen = new Set(picked)
  const drawn = (id: string, type: 'step' | 'start', position: Point, height: number, handles: NodeHandle[]): StepNode => {
    const old = known.get(id)
    const selected = chosen.has(id)
    if (
      old &&
      old.position.x === position.x &&
      old.position.y === position.y &&
      (old.selected ?? false) === selected &&
      (!old.handles || old.handles === handles)
    )
      return old
    return {
      ...(old ?? { id, type, data: noData, ...(type === 'start' && { draggable: false }) }),
      ...((!old || old.handles) && { initialWidth: cardWidth, initialHeight: height, handles }),
      position,
      selected,
    }
  }
  return [
    drawn(startId, 'start', startPlace(definition), startHeight(definition), handlesOf(entriesOf(definition))),
    ...Object.entries(definition.nodes).map(([id, node]) => drawn(id, 'step', node.position ?? nowhere, cardHeight(node), handlesOfStep(node))),
  ]
}

export const edgeId = ({ from, output }: Way): string => `${from} ${output}`
export const wayOfEdge = ({ source, sourceHandle }: Pick<Edge, 'source' | 'sourceHandle'>): Way => ({ from: source, output: sourceHandle ?? '' })

const edgesFrom = (from: string, outputs: readonly Drawn[]): Edge[] =>
  outputs.flatMap(({ id: output, next }) =>
    next === null ? [] : [{ id: edgeId({ from, output }), source: from, sourceHandle: output, target: next, focusable: false }],
  )

const ofStep = new WeakMap<FlowNode, { id: string; edges: Edge[] }>()
const edgesOfStep = (id: string, node: FlowNode): Edge[] => {
  const kept = ofStep.get(node)
  if (kept?.id === id) return kept.edges
  const edges = edgesFrom(id, outputsOf(node))
  ofStep.set(node, { id, edges })
  return edges
}

export const edgesOf = (definition: FlowDefinition): Edge[] => [
  ...edgesFrom(startId, entriesOf(definition)),
  ...Object.entries(definition.nodes).flatMap(([id, node]) => edgesOfStep(id, node).filter(({ target }) => Object.hasOwn(definition.nodes, target))),
]

/** The card that lies nearest in a direction, for moving with arrow keys. */
export const neighbour = (places: ReadonlyMap<string, Point>, from: string, key: string): string | null => {
  const here = places.get(from)
  if (!here) return null
  const ahead = ({ x, y }: Point): { along: number; aside: number } => {
    const [dx, dy] = [x - here.x, y - here.y]
    return sideways(key) === 0 ? { along: dy * upDown(key), aside: Math.abs(dx) } : { along: dx * sideways(key), aside: Math.abs(dy) }
  }
  const candidates = [...places].flatMap(([id, place]) => {
    const { along, aside } = ahead(place)
    return id !== from && along > 8 ? [{ id, cost: along + aside * 2 }] : []
  })
  return candidates.toSorted((one, other) => one.cost - other.cost)[0]?.id ?? null
}
