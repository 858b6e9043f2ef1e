import type { StepBehaviour } from '../../engine/behaviour.ts'
import type { NodeOf } from '../../engine/nodes.ts'
import { nextOutput } from '../../engine/output.ts'
import { retag } from '../../engine/turn.ts'
import { go } from '../../engine/way.ts'
import { error } from '../../problems/found.ts'

export const tag: StepBehaviour<NodeOf<'tag'>> = {
  enter: (turn, node) => {
    if (node.add.length + node.remove.length > 0) retag(turn, { add: node.add, remove: node.remove })
    return go(node.next)
  },
  outputs: (node) => [nextOutput(node)],
  problems: (node) => (node.add.length + node.remove.length === 0 ? [error('tags_missing', 'No tag is named here.', { field: 'add' })] : []),
}
