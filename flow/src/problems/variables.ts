import { builtInVariables } from '../built-in-variables.ts'
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

const builtIn = new Set<string>(builtInVariables)

/** Those of the variables that neither these nor the product set, each once. */
export const unknownOf = (names: readonly string[], set: ReadonlySet<string>): string[] =>
  [...new Set(names)].filter((name) => !set.has(name) && !builtIn.has(name))

/** What a flow reads and does not set: it has to be given by those that go into it. */
export const wantedBy = (definition: FlowDefinition): string[] => {
  const { nodes, handlers } = definition
  const words = handlers.onMedia?.do === 'say' ? namesIn(handlers.onMedia.text) : []
  return unknownOf([...Object.values(nodes).flatMap(readBy), ...words], setIn(definition))
}
