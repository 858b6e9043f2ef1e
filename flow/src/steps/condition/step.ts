import type { StepBehaviour } from '../../engine/behaviour.ts'
import type { NodeOf } from '../../engine/nodes.ts'
import { holds } from '../../engine/compare.ts'
import type { Turn } from '../../engine/turn.ts'
import { fill, valueOf } from '../../engine/turn.ts'
import { go } from '../../engine/way.ts'
import { comparisonProblems, textsCompared } from '../../problems/comparisons.ts'
import { warning } from '../../problems/found.ts'

export const condition: StepBehaviour<NodeOf<'condition'>> = {
  enter: (turn, node) => go(isTrue(turn, node) ? node.then : node.otherwise),
  outputs: (node) => [
    { id: 'then', next: node.then, path: ['then'], after: 'nothing' },
    { id: 'otherwise', next: node.otherwise, path: ['otherwise'], after: 'nothing' },
  ],
  notes: (node) => textsCompared([...node.all, ...node.any]),
  reads: (node) => [...node.all, ...node.any].map(({ variable }) => variable),
  problems: (node, known) =>
    node.all.length + node.any.length === 0
      ? [warning('condition_empty', 'Nothing is compared here, so the answer is always yes.')]
      : comparisonProblems([...node.all, ...node.any], known),
}

const isTrue = (turn: Turn, { all, any }: NodeOf<'condition'>): boolean => {
  const test = (comparison: (typeof all)[number]) =>
    holds(comparison, { value: valueOf(turn, comparison.variable), fill: (template) => fill(turn, template), context: turn.context })
  return all.every(test) && (any.length === 0 || any.some(test))
}
