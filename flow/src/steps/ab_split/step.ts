import type { StepBehaviour } from '../../engine/behaviour.ts'
import type { NodeOf } from '../../engine/nodes.ts'
import { chance } from '../../engine/chance.ts'
import type { Turn } from '../../engine/turn.ts'
import { setVariable } from '../../engine/turn.ts'
import { go } from '../../engine/way.ts'
import { error, repeated } from '../../problems/found.ts'

type Split = NodeOf<'ab_split'>

export const abSplit: StepBehaviour<Split> = {
  enter: (turn, node) => {
    const arm = draw(turn, node)
    if (node.saveAs !== undefined) setVariable(turn, node.saveAs, arm.id)
    return go(arm.next, `arm.${arm.id}`)
  },
  outputs: (node) =>
    node.arms.map(({ id, label, share, next }, at) => ({
      id: `arm.${id}`,
      label: `${label} · ${share} %`,
      next,
      path: ['arms', at, 'next'],
      after: 'nothing' as const,
    })),
  sets: ({ saveAs }) => (saveAs === undefined ? [] : [saveAs]),
  refers: ({ goal }) => (goal === undefined ? [] : [{ field: 'goal', step: goal }]),
  problems: (node) => {
    const sum = node.arms.reduce((total, { share }) => total + share, 0)
    return [
      ...(sum === 100 ? [] : [error('shares_not_whole', `The shares make ${sum} % and not 100 %.`, { field: 'arms', values: { sum } })]),
      ...repeated(node.arms.map(({ id }) => id)).map((id) => error('arm_id_repeated', `Two arms have the id “${id}”.`, { field: 'arms', values: { id } })),
    ]
  },
}

/** The arm of this person, or of this run: in the same step always the same, in another step drawn apart. */
const draw = ({ context: { seeds }, state }: Turn, { arms, sticky }: Split): Split['arms'][number] => {
  const sum = arms.reduce((total, { share }) => total + share, 0)
  let left = chance(seeds?.[sticky] ?? '', state.node ?? '') * sum
  return arms.find(({ share }) => (left -= share) < 0) ?? arms.at(-1)!
}
