import type { FlowNode } from '../definition.ts'
import { behaviourOf } from '../steps/behaviours.ts'
import { comeBack, goInto, leaveCalls } from './calls.ts'
import { end, handOver } from './endings.ts'
import { nodeAt } from './nodes.ts'
import type { Effect, Variables } from './run-state.ts'
import type { Turn } from './turn.ts'
import { trace } from './turn.ts'
import { noteUnsaid } from './unsaid.ts'
import type { Way } from './way.ts'
import { go } from './way.ts'

/** Steps that a run may take without waiting for anything. */
const mostSteps = 100

type Fault = Extract<Effect, { type: 'fault' }>['code']

/**
 * Goes from step to step until the run waits or ends; `first` null ends it. A missing step, too many steps, or a step seen before with the same variables
 * (which can only go round for ever) is a fault: the first in a turn takes the flow's error branch, the next hands over to a person.
 */
export const walk = (turn: Turn, first: Way, cause: 'start' | 'went_on' = 'went_on'): void => {
  const seen = new Map<string, Variables>()
  let steps = 0
  let rescued = false
  let way = first
  noteUnsaid(turn)
  if (way === 'stays') return
  turn.state.status = 'running'
  turn.state.wait = null
  while (way !== 'stays') {
    if ('call' in way) {
      const begun = goInto(turn, way.call, way.variables)
      way = begun ?? rescue(turn, 'missing_flow', turn.state.node ?? '', rescued)
      rescued ||= begun === null
      continue
    }
    const { to, by } = way
    const last = turn.trace.at(-1)
    if (last && by !== undefined) last.output = by
    if (to === null && turn.state.calls) {
      way = comeBack(turn)
      continue
    }
    if (to === null) {
      end(turn, 'finished')
      return
    }
    const node = nodeAt(turn.definition, to)
    const place = `${turn.state.calls?.length ?? 0} ${to}`
    const circling = steps === mostSteps || seen.get(place) === turn.state.variables
    if (node && !circling) {
      steps++
      seen.set(place, turn.state.variables)
      way = enter(turn, to, node, turn.trace.length === 0 ? cause : 'went_on')
      noteUnsaid(turn)
      continue
    }
    way = rescue(turn, node ? 'endless_loop' : 'missing_step', to, rescued)
    rescued = true
    steps = 0
  }
}

const rescue = (turn: Turn, code: Fault, at: string, rescued: boolean): Way => {
  trace(turn, at, 'error')
  turn.effects.push({ type: 'fault', code, node: at })
  if (turn.definition.onError === null) leaveCalls(turn)
  return rescued || turn.definition.onError === null ? handOver(turn, turn.notes.broke) : go(turn.definition.onError)
}

const enter = (turn: Turn, id: string, node: FlowNode, cause: 'start' | 'went_on'): Way => {
  trace(turn, id, cause)
  turn.state = { ...turn.state, node: id, attempts: 0, steps: turn.state.steps + 1 }
  delete turn.state.offer
  return behaviourOf(node).enter(turn, node)
}
