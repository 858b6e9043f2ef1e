import type { StepBehaviour } from '../../engine/behaviour.ts'
import type { NodeOf } from '../../engine/nodes.ts'
import { go } from '../../engine/way.ts'

export const endStep: StepBehaviour<NodeOf<'end'>> = {
  enter: () => go(null),
  outputs: () => [],
}
