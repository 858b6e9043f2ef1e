import { timedOut, waitForAnswer } from '../../engine/asking.ts'
import type { StepBehaviour } from '../../engine/behaviour.ts'
import type { NodeOf } from '../../engine/nodes.ts'
import { obey } from '../../engine/commands.ts'
import { nextOutput, timeoutOutput } from '../../engine/output.ts'
import { setVariable } from '../../engine/turn.ts'
import { go } from '../../engine/way.ts'

export const waitFor: StepBehaviour<NodeOf<'wait_for'>> = {
  enter: waitForAnswer,
  answer: (turn, node, message) => {
    const command = obey(turn, message)
    if (command) return command
    if (node.saveAs !== undefined) setVariable(turn, node.saveAs, message.text.trim() || `[${message.type}]`)
    return go(node.next, 'next')
  },
  due: timedOut,
  outputs: (node) => [nextOutput(node, 'answer'), ...timeoutOutput(node)],
  sets: ({ saveAs }) => (saveAs === undefined ? [] : [saveAs]),
}
