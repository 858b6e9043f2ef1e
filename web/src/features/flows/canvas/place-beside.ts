import type { FlowDefinition } from '@chasqui/contracts'
import { nodeAt, outputsAt, type Point, type Way } from '../editor/definition-edits.ts'
import { startId } from '../language/outputs.ts'
import { cardWidth, columnGap } from './card-size.ts'

/** Where a new card goes: beside the way out that it is put onto, else right of all others. */
export const placeBeside = (definition: FlowDefinition, way: Way | null): Point => {
  const from = way ? nodeAt(definition, way.from === startId ? definition.start : way.from) : undefined
  if (way && from?.position && way.from !== startId) {
    const row = Math.max(
      0,
      outputsAt(definition, way.from).findIndex(({ id }) => id === way.output),
    )
    return { x: from.position.x + cardWidth + columnGap, y: from.position.y + row * 40 }
  }
  const rightmost = Object.values(definition.nodes).reduce((most, { position }) => Math.max(most, position?.x ?? 0), -cardWidth)
  return { x: rightmost + cardWidth + columnGap, y: from?.position?.y ?? 0 }
}
