import { nameOf, wait } from '../../engine/asking.ts'
import type { StepBehaviour } from '../../engine/behaviour.ts'
import { handOver } from '../../engine/endings.ts'
import type { NodeOf } from '../../engine/nodes.ts'
import { nextOutput } from '../../engine/output.ts'
import { namesIn } from '../../engine/substitute.ts'
import type { Turn } from '../../engine/turn.ts'
import { setVariable, trace, valueOf } from '../../engine/turn.ts'
import type { Way } from '../../engine/way.ts'
import { go } from '../../engine/way.ts'
import { callDeadline } from './deadline.ts'
import { problemsOfApiCall } from './problems.ts'
import { requestOf } from './request.ts'
import type { CallResult } from './result.ts'
import { failed, readResult } from './result.ts'
import { secretIn } from './template.ts'
import { templatesOf } from './templates.ts'

type Node = NodeOf<'api_call'>

export const apiCall: StepBehaviour<Node> = {
  enter: (turn, node) => {
    const made = requestOf(node, (name) => valueOf(turn, name))
    if ('fault' in made) return takeResult(turn, node, failed(made.fault))
    const way = wait(turn, 'result', callDeadline(node))
    turn.effects.push({ type: 'call', token: turn.state.token, request: made.request })
    return way
  },
  returned: (turn, node, result) => takeResult(turn, node, readResult(result)),
  due: (turn, node) => {
    trace(turn, turn.state.node ?? '', 'timeout')
    return takeResult(turn, node, failed('timeout'))
  },
  // A request that cannot be made fails at once: going back from there without a pause would go round.
  outputs: (node) => [nextOutput(node, 'time'), { id: 'error', next: node.onError, path: ['onError'], after: 'nothing' }],
  sets: (node) => [`${node.saveAs}.status`, `${node.saveAs}.error`, ...node.save.map(({ variable }) => variable)],
  reads: (node) =>
    templatesOf(node)
      .flatMap(namesIn)
      .filter((name) => secretIn(name) === null),
  problems: problemsOfApiCall,
}

/** Keeps what came back, and goes on with it. Without a branch for errors a person goes on. */
const takeResult = (turn: Turn, node: Node, { status, error, values }: CallResult): Way => {
  setVariable(turn, `${node.saveAs}.status`, status)
  setVariable(turn, `${node.saveAs}.error`, error)
  for (const { variable } of node.save) setVariable(turn, variable, Object.hasOwn(values, variable) ? values[variable]! : null)
  if (error === null) return go(node.next)
  return node.onError === null ? handOver(turn, turn.notes.callFailed(nameOf(turn, { label: node.label }))) : go(node.onError)
}
