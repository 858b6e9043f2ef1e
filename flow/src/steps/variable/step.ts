import type { StepBehaviour } from '../../engine/behaviour.ts'
import type { NodeOf } from '../../engine/nodes.ts'
import { nextOutput } from '../../engine/output.ts'
import { fillForMachine, setVariable } from '../../engine/turn.ts'
import { go } from '../../engine/way.ts'

export const variable: StepBehaviour<NodeOf<'variable'>> = {
  enter: (turn, node) => {
    for (const { name, value } of node.set) setVariable(turn, name, fillForMachine(turn, value))
    return go(node.next)
  },
  outputs: (node) => [nextOutput(node)],
  sets: (node) => node.set.map(({ name }) => name),
  notes: (node) => node.set.map(({ value }) => value),
}
