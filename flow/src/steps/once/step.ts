import type { StepBehaviour } from '../../engine/behaviour.ts'
import type { NodeOf } from '../../engine/nodes.ts'
import { onceKey } from '../../engine/once.ts'
import type { Turn } from '../../engine/turn.ts'
import { go } from '../../engine/way.ts'

/** Where the run is now: the step, and the other flow that it stands in. */
const placeOf = ({ state }: Turn) => {
  const flow = state.calls?.at(-1)?.flow
  return { step: state.node ?? '', ...(flow !== undefined && { flow }) }
}

export const once: StepBehaviour<NodeOf<'once'>> = {
  enter: (turn, node) => {
    const place = placeOf(turn)
    const key = onceKey(place)
    const isTaken = turn.effects.some((effect) => effect.type === 'once' && onceKey(effect) === key)
    if (isTaken || turn.context.again?.has(key)) return go(node.again, 'again')
    turn.effects.push({ type: 'once', ...place, ...(node.days !== undefined && { days: node.days }) })
    return go(node.first, 'first')
  },
  outputs: (node) => [
    { id: 'first', next: node.first, path: ['first'], after: 'nothing' },
    { id: 'again', next: node.again, path: ['again'], after: 'nothing' },
  ],
}
