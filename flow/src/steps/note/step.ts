import type { StepBehaviour } from '../../engine/behaviour.ts'
import type { NodeOf } from '../../engine/nodes.ts'
import { noteForTeam } from '../../engine/endings.ts'
import { nextOutput } from '../../engine/output.ts'
import { go } from '../../engine/way.ts'
import { missingText } from '../../problems/found.ts'

export const note: StepBehaviour<NodeOf<'note'>> = {
  enter: (turn, node) => {
    noteForTeam(turn, node.text, [])
    return go(node.next)
  },
  outputs: (node) => [nextOutput(node)],
  notes: (node) => [node.text],
  problems: missingText,
}
