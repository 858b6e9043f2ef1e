import type { StepBehaviour } from '../../engine/behaviour.ts'
import type { NodeOf } from '../../engine/nodes.ts'
import { nextOutput } from '../../engine/output.ts'
import { go } from '../../engine/way.ts'

export const stage: StepBehaviour<NodeOf<'stage'>> = {
  enter: (turn, node) => {
    turn.learnt.stage = node.stage
    turn.effects.push({ type: 'stage', stage: node.stage })
    return go(node.next)
  },
  outputs: (node) => [nextOutput(node)],
}
