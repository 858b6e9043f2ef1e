import type { StepBehaviour } from '../../engine/behaviour.ts'
import type { NodeOf } from '../../engine/nodes.ts'
import { nextOutput } from '../../engine/output.ts'
import { say } from '../../engine/turn.ts'
import { go } from '../../engine/way.ts'
import { missingText } from '../../problems/found.ts'

export const message: StepBehaviour<NodeOf<'message'>> = {
  enter: (turn, node) => {
    say(turn, node.text)
    return go(node.next)
  },
  outputs: (node) => [nextOutput(node)],
  texts: (node) => [node.text],
  problems: missingText,
}
