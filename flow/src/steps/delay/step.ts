import { wait } from '../../engine/asking.ts'
import type { StepBehaviour } from '../../engine/behaviour.ts'
import type { NodeOf } from '../../engine/nodes.ts'
import { nextOutput } from '../../engine/output.ts'
import { go } from '../../engine/way.ts'
import { notOffered, warning } from '../../problems/found.ts'

/** Seconds for which “typing…” is shown at most: nobody takes longer over one message. */
const longestTyping = 60

export const delay: StepBehaviour<NodeOf<'delay'>> = {
  enter: (turn, { seconds, typing }) => {
    const { now, abilities } = turn.context
    if (typing === true && abilities.typing)
      turn.effects.push({ type: 'typing', until: new Date(now.getTime() + Math.min(seconds, longestTyping) * 1000).toISOString() })
    return wait(turn, 'delay', seconds)
  },
  due: (_turn, node) => go(node.next),
  outputs: (node) => [nextOutput(node, 'time')],
  problems: ({ seconds, typing }, { abilities }) => {
    if (typing !== true) return []
    if (abilities && !abilities.typing) return [notOffered('typing')]
    if (seconds <= longestTyping) return []
    return [warning('typing_too_long', 'Nobody types for so long: it is shown for the first minute.', { field: 'seconds', values: { most: longestTyping } })]
  },
}
