import { definitionAt } from './definition-at.ts'
import { nodeAt } from './nodes.ts'
import type { Call, Variables } from './run-state.ts'
import type { Turn } from './turn.ts'
import { setVariable, trace } from './turn.ts'
import type { Way } from './way.ts'
import { go } from './way.ts'

/** Flows in flows in flows: deeper is a mistake. */
const deepest = 5

/** Goes into another flow; null where there is none such, or too many are open. */
export const goInto = (turn: Turn, flow: string, variables: Variables): Way | null => {
  const calls = turn.state.calls ?? []
  const found = calls.length < deepest ? turn.context.subflows?.published(flow) : null
  if (!found) return null
  const call: Call = { flow, version: found.version, from: turn.state.node!, variables: turn.state.variables }
  turn.state = { ...turn.state, calls: [...calls, call], variables }
  turn.definition = found.definition
  return go(found.definition.start)
}

/** Comes back from the innermost flow to the step that went into it, with what that wants to keep. */
export const comeBack = (turn: Turn): Way => {
  const inner = turn.state.variables
  const call = leave(turn, turn.state.calls!.length - 1)
  const node = nodeAt(turn.definition, call.from)
  turn.state.node = call.from
  if (node?.type !== 'subflow') return go(null)
  trace(turn, call.from, 'returned')
  for (const { name, from } of node.output) if (Object.hasOwn(inner, from)) setVariable(turn, name, inner[from]!)
  return go(node.next)
}

/** Leaves all flows but the run's own: what the customer wants, or what went wrong, concerns the whole. */
export const leaveCalls = (turn: Turn): void => {
  if (turn.state.calls) leave(turn, 0)
}

const leave = (turn: Turn, depth: number): Call => {
  const calls = turn.state.calls!
  const call = calls[depth]!
  const { calls: _, ...state } = turn.state
  turn.state = { ...state, variables: call.variables, ...(depth > 0 && { calls: calls.slice(0, depth) }) }
  turn.definition = definitionAt(turn.own, turn.state, turn.context) ?? turn.own
  return call
}
