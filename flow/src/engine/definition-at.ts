import type { FlowDefinition } from '../definition.ts'
import type { Context, RunState } from './run-state.ts'

/** The flow that a run is in; null when that version is not there any more. */
export const definitionAt = (own: FlowDefinition, { calls }: RunState, { subflows }: Context): FlowDefinition | null => {
  const last = calls?.at(-1)
  return last ? (subflows?.version(last.version) ?? null) : own
}
