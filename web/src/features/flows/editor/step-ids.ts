import type { FlowDefinition, FlowNode } from '@chasqui/contracts'
import { newId } from '#lib/new-id.ts'
import { nodeAt } from './definition-edits.ts'

/** A name for a step that nobody else's new step has either, so that what two people add at once are two steps. */
export const stepIdFor = ({ type }: Pick<FlowNode, 'type'>): string => `${type}_${newId().slice(0, 8)}`

export const freshStepId = (definition: FlowDefinition, node: Pick<FlowNode, 'type'>): string => {
  const id = stepIdFor(node)
  return nodeAt(definition, id) ? freshStepId(definition, node) : id
}
