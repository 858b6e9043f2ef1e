import type { FlowDefinition, FlowNode } from '../definition.ts'
import { namesIn } from '../engine/substitute.ts'
import { behaviourOf } from '../steps/behaviours.ts'
import { behaviourOfTrigger } from '../triggers/behaviours.ts'

/** The variables that a step reads. */
export const readBy = (node: FlowNode): string[] => {
  const { texts, notes, reads } = behaviourOf(node)
  return [...(reads?.(node) ?? []), ...[...(texts?.(node) ?? []), ...(notes?.(node) ?? [])].flatMap(namesIn)]
}

/** The variables that a step sets. */
export const setBy = (node: FlowNode): string[] => behaviourOf(node).sets?.(node) ?? []

/** The variables that any step of a flow sets, or that it begins with. */
export const setIn = ({ nodes, triggers }: FlowDefinition): Set<string> =>
  new Set([...Object.values(nodes).flatMap(setBy), ...triggers.flatMap((trigger) => behaviourOfTrigger(trigger).sets?.(trigger) ?? [])])
