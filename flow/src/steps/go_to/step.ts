import type { StepBehaviour } from '../../engine/behaviour.ts'
import type { NodeOf } from '../../engine/nodes.ts'
import { go } from '../../engine/way.ts'

export const goTo: StepBehaviour<NodeOf<'go_to'>> = {
  enter: (_turn, node) => go(node.node),
  outputs: (node) => [{ id: 'step', next: node.node, path: ['node'], after: 'nothing' }],
}
