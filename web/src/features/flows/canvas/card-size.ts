import type { FlowDefinition, FlowNode } from '@chasqui/contracts'
import type { Point } from '../editor/definition-edits.ts'
import { entriesOf, outputsOf } from '../language/outputs.ts'

/** In px on the canvas. */
export const cardWidth = 224
/** Between a card and the next to its right. */
export const columnGap = 110
const head = 40
const words = 56
const rowHeight = 30

/** Where lines meet a card, from its top: in the middle of its head, and of each way out. */
export const middleOfHead = head / 2
export const middleOfRow = (row: number): number => head + words + (row + 0.5) * rowHeight

/** About how high a card is, before anybody has seen it. */
export const cardHeight = (node: FlowNode): number => head + words + outputsOf(node).length * rowHeight

/** The same of the card that stands for the flow itself. */
export const startHeight = (definition: FlowDefinition): number => head + words + entriesOf(definition).length * rowHeight

const gap = 24

export const overlaps = (one: Point & { height: number }, other: Point & { height: number }): boolean =>
  Math.abs(one.x - other.x) < cardWidth + gap && one.y < other.y + other.height + gap && other.y < one.y + one.height + gap

/** The place nearest below `wanted` where a new card covers no other. */
export const freePlace = (definition: FlowDefinition, node: FlowNode, wanted: Point): Point => {
  const height = cardHeight(node)
  const others = Object.values(definition.nodes).flatMap((other) => (other.position ? [{ ...other.position, height: cardHeight(other) }] : []))
  const place = { x: Math.round(wanted.x), y: Math.round(wanted.y), height }
  for (let tries = 0; tries < 500; tries++) {
    const covered = others.find((other) => overlaps(place, other))
    if (!covered) break
    place.y = Math.round(covered.y + covered.height + gap + 1)
  }
  return { x: place.x, y: place.y }
}
