import type { StepBehaviour } from '../../engine/behaviour.ts'
import { cut } from '../../engine/cut.ts'
import { transfer } from '../../engine/endings.ts'
import type { NodeOf } from '../../engine/nodes.ts'
import { fillForTeam, say } from '../../engine/turn.ts'

/** Code points of a note, once its variables are filled in. */
const longestNote = 2000

export const transferToAgent: StepBehaviour<NodeOf<'transfer_to_agent'>> = {
  enter: (turn, node) => {
    say(turn, node.text ?? '')
    return transfer(turn, cut(fillForTeam(turn, node.note ?? ''), longestNote), node.queue)
  },
  outputs: () => [],
  texts: (node) => [node.text ?? ''],
  notes: (node) => [node.note ?? ''],
}
