import type { StepBehaviour } from '../../engine/behaviour.ts'
import type { NodeOf } from '../../engine/nodes.ts'
import { noteForTeam } from '../../engine/endings.ts'
import { nextOutput } from '../../engine/output.ts'
import { go } from '../../engine/way.ts'
import { error, missingText } from '../../problems/found.ts'

export const notify: StepBehaviour<NodeOf<'notify'>> = {
  enter: (turn, node) => {
    noteForTeam(turn, node.text, node.people)
    return go(node.next)
  },
  outputs: (node) => [nextOutput(node)],
  notes: (node) => [node.text],
  problems: (node) => [...missingText(node), ...(node.people.length === 0 ? [error('people_missing', 'Nobody is chosen here.', { field: 'people' })] : [])],
}
