import type { StepBehaviour } from '../../engine/behaviour.ts'
import type { NodeOf } from '../../engine/nodes.ts'
import { cut } from '../../engine/cut.ts'
import { nextOutput } from '../../engine/output.ts'
import { fillForMachine } from '../../engine/turn.ts'
import { go } from '../../engine/way.ts'

/** Code points of a value, once its variables are filled in. */
const longest = 2000

export const sendEvent: StepBehaviour<NodeOf<'send_event'>> = {
  enter: (turn, node) => {
    const data = Object.fromEntries(node.data.map(({ name, value }) => [name, cut(fillForMachine(turn, value), longest)]))
    turn.effects.push({ type: 'event', name: node.name, data })
    return go(node.next)
  },
  outputs: (node) => [nextOutput(node)],
  notes: (node) => node.data.map(({ value }) => value),
}
