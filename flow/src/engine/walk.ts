import type { FlowNode } from '../definition.ts'
import { showMenu, wait } from './ask.ts'
import { holds } from './compare.ts'
import { cut } from './cut.ts'
import { close, end, handOver, transfer } from './endings.ts'
import type { NodeOf } from './nodes.ts'
import { nodeAt } from './nodes.ts'
import type { Effect, Variables } from './run-state.ts'
import type { Turn } from './turn.ts'
import { fill, say, setVariable, valueOf } from './turn.ts'

/** Steps that a run may take without waiting for anything. */
const mostSteps = 100
/** Code points of what is written down for people and reports, once its variables are filled in. */
const longestNote = 2000
const longestReason = 200

type Fault = Extract<Effect, { type: 'fault' }>['code']

/**
 * Goes from step to step until the run waits or ends; `first` null ends it. A missing step, too many steps, or a step seen before with the same variables
 * (which can only go round for ever) is a fault: the first in a turn takes the flow's error branch, the next hands over to a person.
 */
export const walk = (turn: Turn, first: string | null): void => {
  const seen = new Map<string, Variables>()
  let steps = 0
  let rescued = false
  let to = first
  turn.state.status = 'running'
  turn.state.wait = null
  while (turn.state.status === 'running') {
    if (to === null) {
      end(turn, 'finished')
      break
    }
    const node = nodeAt(turn.definition, to)
    const circling = steps === mostSteps || seen.get(to) === turn.state.variables
    if (node && !circling) {
      steps++
      seen.set(to, turn.state.variables)
      to = enter(turn, to, node)
      continue
    }
    to = rescue(turn, node ? 'endless_loop' : 'missing_step', to, rescued)
    rescued = true
    steps = 0
  }
}

const rescue = (turn: Turn, code: Fault, at: string, rescued: boolean): string | null => {
  turn.effects.push({ type: 'fault', code, node: at })
  return rescued || turn.definition.onError === null ? handOver(turn, turn.notes.broke) : turn.definition.onError
}

/** Does a step and answers where to go next; null with the status changed when the run waits or has ended, null otherwise for the end of the flow. */
const enter = (turn: Turn, id: string, node: FlowNode): string | null => {
  turn.path.push(id)
  turn.state = { ...turn.state, node: id, attempts: 0, steps: turn.state.steps + 1 }
  delete turn.state.offer
  switch (node.type) {
    case 'message':
      say(turn, node.text)
      return node.next
    case 'menu':
      showMenu(turn, node, node.text)
      return wait(turn, 'reply', node.timeout?.seconds ?? null)
    case 'input':
      say(turn, node.text)
      return wait(turn, 'reply', node.timeout?.seconds ?? null)
    case 'condition':
      return isTrue(turn, node) ? node.then : node.otherwise
    case 'variable':
      setAll(turn, node)
      return node.next
    case 'delay':
      return wait(turn, 'delay', node.seconds)
    case 'go_to':
      return node.node
    case 'transfer_to_agent':
      say(turn, node.text ?? '')
      return transfer(turn, cut(fill(turn, node.note ?? ''), longestNote))
    case 'close':
      say(turn, node.text ?? '')
      return close(turn, cut(fill(turn, node.reason), longestReason))
  }
}

const isTrue = (turn: Turn, { all, any }: NodeOf<'condition'>): boolean => {
  const test = (comparison: (typeof all)[number]) =>
    holds(comparison, { value: valueOf(turn, comparison.variable), fill: (template) => fill(turn, template), context: turn.context })
  return all.every(test) && (any.length === 0 || any.some(test))
}

/** In the order written, so that a later value can use an earlier one. */
const setAll = (turn: Turn, node: NodeOf<'variable'>): void => {
  for (const { name, value } of node.set) setVariable(turn, name, fill(turn, value))
}
