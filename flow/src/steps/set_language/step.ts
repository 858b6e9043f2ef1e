import type { StepBehaviour } from '../../engine/behaviour.ts'
import type { NodeOf } from '../../engine/nodes.ts'
import { nextOutput } from '../../engine/output.ts'
import { keepOfContact } from '../../engine/turn.ts'
import { go } from '../../engine/way.ts'

export const setLanguage: StepBehaviour<NodeOf<'set_language'>> = {
  enter: (turn, node) => {
    if (turn.context.contact.language !== node.language) keepOfContact(turn, 'language', node.language)
    return go(node.next)
  },
  outputs: (node) => [nextOutput(node)],
}
