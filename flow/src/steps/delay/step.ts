import { wait } from '../../engine/asking.ts'
import type { StepBehaviour } from '../../engine/behaviour.ts'
import type { NodeOf } from '../../engine/nodes.ts'
import { nextOutput } from '../../engine/output.ts'
import { go } from '../../engine/way.ts'

export const delay: StepBehaviour<NodeOf<'delay'>> = {
  enter: (turn, node) => wait(turn, 'delay', node.seconds),
  due: (_turn, node) => go(node.next),
  outputs: (node) => [nextOutput(node, 'time')],
}
