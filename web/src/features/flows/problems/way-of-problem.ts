import type { FlowDefinition, FlowProblem } from '@chasqui/contracts'
import { behaviourOf } from '@chasqui/flow/steps/behaviours'
import { nodeAt, type Way } from '../editor/definition-edits.ts'
import { startId } from '../language/outputs.ts'

/** The way out that a problem is about; null where it is about something else of a step or of the flow. */
export const wayOfProblem = (definition: FlowDefinition, { nodeId, field }: Pick<FlowProblem, 'nodeId' | 'field'>): Way | null => {
  if (nodeId === null) return field === 'start' ? { from: startId, output: 'start' } : null
  const node = nodeAt(definition, nodeId)
  const output =
    node &&
    behaviourOf(node)
      .outputs(node)
      .find(({ path }) => path.join('.') === field)
  return output ? { from: nodeId, output: output.id } : null
}
