import type { FlowDefinition } from '@chasqui/contracts'
import { moveSteps, nodeAt, outputsAt, type Point, targetOf, type Way } from '../editor/definition-edits.ts'
import { startId } from '../language/outputs.ts'
import { cardHeight, cardWidth, columnGap, overlaps } from './card-size.ts'

/** How far a card stands from the one before it, in px. */
const column = cardWidth + columnGap

/** The card of the start has no place of its own: it stands left of the first step. */
const placeOf = (definition: FlowDefinition, id: string): Point | undefined => {
  if (id !== startId) return nodeAt(definition, id)?.position
  const first = nodeAt(definition, definition.start)?.position
  return first && { x: first.x - column, y: first.y }
}

/** The step and all that comes after it, as far as it does not stand to the left of it: what leads back stays where it is. */
const onwardOf = (definition: FlowDefinition, first: string, { x: left }: Point): Set<string> => {
  const found = new Set([first])
  for (const id of found)
    for (const { next } of outputsAt(definition, id)) {
      const place = next === null ? undefined : nodeAt(definition, next)?.position
      if (next !== null && place && place.x >= left) found.add(next)
    }
  return found
}

const movedRight = (definition: FlowDefinition, ids: ReadonlySet<string>): FlowDefinition =>
  moveSteps(
    definition,
    Object.fromEntries(
      [...ids].map((id) => {
        const { x, y } = nodeAt(definition, id)!.position!
        return [id, { x: x + column, y }]
      }),
    ),
  )

/** Whether one of these cards covers another one that is none of them. */
const coverOthers = (definition: FlowDefinition, ids: ReadonlySet<string>): boolean => {
  const cards = Object.entries(definition.nodes).flatMap(([id, node]) => (node.position ? [{ id, ...node.position, height: cardHeight(node) }] : []))
  const others = cards.filter(({ id }) => !ids.has(id))
  return cards.some((card) => ids.has(card.id) && others.some((other) => overlaps(card, other)))
}

/**
 * Where a step goes that is put between two: in the place of the one that it comes before. That moves one column to the right with what comes after it, or with
 * all that stands as far right where it would come to lie on something else. Nothing moves where there is room for a card between the two. Null where the way
 * leads nowhere, or back.
 */
export const makeRoom = (definition: FlowDefinition, way: Way): { definition: FlowDefinition; at: Point } | null => {
  const led = targetOf(definition, way)
  const [before, after] = [placeOf(definition, way.from), led === null ? undefined : nodeAt(definition, led)?.position]
  if (led === null || !before || !after || after.x < before.x + cardWidth) return null
  if (after.x - before.x >= 2 * column) return { definition, at: { x: after.x - column, y: after.y } }
  const onward = onwardOf(definition, led, after)
  const moved = movedRight(definition, onward)
  if (!coverOthers(moved, onward)) return { definition: moved, at: after }
  const right = Object.entries(definition.nodes).filter(([, { position }]) => position && position.x >= after.x)
  return { definition: movedRight(definition, new Set(right.map(([id]) => id))), at: after }
}
