import type { StepBehaviour } from '../../engine/behaviour.ts'
import type { NodeOf } from '../../engine/nodes.ts'
import { go } from '../../engine/way.ts'

export const businessHours: StepBehaviour<NodeOf<'business_hours'>> = {
  enter: ({ context }, node) => (context.isOpen === false ? go(node.closed, 'closed') : go(node.open, 'open')),
  outputs: (node) => [
    { id: 'open', next: node.open, path: ['open'], after: 'nothing' },
    { id: 'closed', next: node.closed, path: ['closed'], after: 'nothing' },
  ],
}
