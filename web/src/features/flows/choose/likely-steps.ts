import type { FlowDefinition } from '@chasqui/contracts'
import { outputsAt, type Way } from '../editor/definition-edits.ts'
import { comesBackAtOnce, startId } from '../language/outputs.ts'

/**
 * The steps that a way out can lead to, those first that are most likely meant: what the other ways out of the same step lead to, then what was made last.
 * Where it leads already is left out, and the step itself where it would come round to itself without anything having happened.
 */
export const likelySteps = (definition: FlowDefinition, { from, output }: Way): string[] => {
  const outputs = outputsAt(definition, from)
  const now = outputs.find(({ id }) => id === output)?.next
  const own = definition.nodes[from]
  const beside = from === startId ? [] : outputs.flatMap(({ next }) => (next === null || !Object.hasOwn(definition.nodes, next) ? [] : [next]))
  const ranked = new Set([...beside, ...Object.keys(definition.nodes).toReversed()])
  // The step itself is the last that anybody means.
  const isItselfOffered = ranked.delete(from) && own !== undefined && !comesBackAtOnce(own, output)
  return [...ranked, ...(isItselfOffered ? [from] : [])].filter((id) => id !== now)
}
