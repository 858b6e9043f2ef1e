import type { FlowDefinition } from '../../definition.ts'
import type { NodeOf } from '../../engine/nodes.ts'
import type { Context, RunState } from '../../engine/run-state.ts'

type Asking = { definition: FlowDefinition; state: Pick<RunState, 'calls' | 'node'>; subflows: Context['subflows'] }

/** The step whose call a run waits for. It stands in the flow that the run is in, which may be another than the one in which it began; null where it is none. */
export const askingStep = ({ definition, state: { calls = [], node }, subflows }: Asking): NodeOf<'api_call'> | null => {
  const inner = calls.at(-1)
  const flow = inner ? subflows?.version(inner.version) : definition
  const step = flow && node !== null && Object.hasOwn(flow.nodes, node) ? flow.nodes[node] : undefined
  return step?.type === 'api_call' ? step : null
}
