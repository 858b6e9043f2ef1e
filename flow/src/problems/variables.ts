import type { FlowDefinition, FlowNode } from '../definition.ts'
import { namesIn } from '../engine/substitute.ts'
import { behaviourOf } from '../steps/behaviours.ts'

/** The variables that a step reads. */
export const readBy = (node: FlowNode): string[] => {
  const { texts, notes, reads } = behaviourOf(node)
  return [...(reads?.(node) ?? []), ...[...(texts?.(node) ?? []), ...(notes?.(node) ?? [])].flatMap(namesIn)]
}

/** The variables that a step sets. */
export const setBy = (node: FlowNode): string[] => behaviourOf(node).sets?.(node) ?? []

/** The variables that any step of a flow sets. */
export const setIn = (definition: FlowDefinition): Set<string> => new Set(Object.values(definition.nodes).flatMap(setBy))
