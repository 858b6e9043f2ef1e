import type { FlowDefinition, FlowProblem } from '@chasqui/contracts'
import { editStep, nodeAt, removeSteps } from '../editor/definition-edits.ts'

/** What can be put right without asking anything; `name` says how the button is called. */
export type Fix = { name: 'add_timeout' | 'remove_step' | 'let_channel_decide'; apply: (definition: FlowDefinition) => FlowDefinition }

const halfAnHour = 30 * 60

export const fixFor = (definition: FlowDefinition, { code, nodeId }: Pick<FlowProblem, 'code' | 'nodeId'>): Fix | null => {
  const node = nodeId === null ? undefined : nodeAt(definition, nodeId)
  if (!node || nodeId === null) return null
  if (code === 'flow.timeout_missing') return { name: 'add_timeout', apply: (flow) => editStep(flow, nodeId, { timeout: { seconds: halfAnHour, next: null } }) }
  if (code === 'flow.unreachable') return { name: 'remove_step', apply: (flow) => removeSteps(flow, [nodeId]) }
  if (code === 'flow.over_limit' && 'style' in node && node.style !== 'auto')
    return { name: 'let_channel_decide', apply: (flow) => editStep(flow, nodeId, { style: 'auto' }) }
  return null
}
