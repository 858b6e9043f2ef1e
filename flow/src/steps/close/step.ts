import type { StepBehaviour } from '../../engine/behaviour.ts'
import { cut } from '../../engine/cut.ts'
import { close as closeConversation } from '../../engine/endings.ts'
import type { NodeOf } from '../../engine/nodes.ts'
import { fillForTeam, say } from '../../engine/turn.ts'

/** Code points of a reason, once its variables are filled in. */
const longestReason = 200

export const close: StepBehaviour<NodeOf<'close'>> = {
  enter: (turn, node) => {
    say(turn, node.text ?? '')
    return closeConversation(turn, cut(fillForTeam(turn, node.reason), longestReason))
  },
  outputs: () => [],
  texts: (node) => [node.text ?? ''],
  notes: (node) => [node.reason],
}
