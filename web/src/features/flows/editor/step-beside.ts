import type { FlowDefinition } from '@chasqui/contracts'
import { startId } from '../language/outputs.ts'
import { nodeAt, outputsAt } from './definition-edits.ts'

/** Where one is when steps are gone: at the first step that led to one of them, else at the first that one of them led to, else at the start. */
export const stepBeside = (definition: FlowDefinition, gone: readonly string[]): string => {
  const isGone = (id: string | null): id is string => id !== null && gone.includes(id)
  const left = Object.keys(definition.nodes).filter((id) => !isGone(id))
  const before = left.find((id) => outputsAt(definition, id).some(({ next }) => isGone(next)))
  if (before !== undefined || isGone(definition.start)) return before ?? startId
  const after = gone.flatMap((id) => outputsAt(definition, id)).find(({ next }) => next !== null && !isGone(next) && nodeAt(definition, next))
  return after?.next ?? startId
}
