import type { StepBehaviour } from '../../engine/behaviour.ts'
import type { NodeOf } from '../../engine/nodes.ts'
import { holdsNow } from '../../engine/compare-now.ts'
import type { Turn } from '../../engine/turn.ts'
import { go } from '../../engine/way.ts'
import { comparisonProblems, textsCompared } from '../../problems/comparisons.ts'
import { error } from '../../problems/found.ts'

export const condition: StepBehaviour<NodeOf<'condition'>> = {
  enter: (turn, node) => (isTrue(turn, node) ? go(node.then, 'then') : go(node.otherwise, 'otherwise')),
  outputs: (node) => [
    { id: 'then', next: node.then, path: ['then'], after: 'nothing' },
    { id: 'otherwise', next: node.otherwise, path: ['otherwise'], after: 'nothing' },
  ],
  notes: (node) => textsCompared([...node.all, ...node.any]),
  reads: (node) => [...node.all, ...node.any].map(({ variable }) => variable),
  problems: (node, known) =>
    node.all.length + node.any.length === 0
      ? [error('condition_empty', 'Nothing is compared here, so the answer is always yes.', { field: 'all' })]
      : [...comparisonProblems(node.all, known, 'all'), ...comparisonProblems(node.any, known, 'any')],
}

const isTrue = (turn: Turn, { all, any }: NodeOf<'condition'>): boolean => {
  const test = (comparison: (typeof all)[number]) => holdsNow(turn, comparison)
  return all.every(test) && (any.length === 0 || any.some(test))
}
