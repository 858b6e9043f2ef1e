import type { StepBehaviour } from '../../engine/behaviour.ts'
import type { NodeOf } from '../../engine/nodes.ts'
import { holdsNow } from '../../engine/compare-now.ts'
import { go } from '../../engine/way.ts'
import { comparisonProblems, textsCompared } from '../../problems/comparisons.ts'
import { error, repeated } from '../../problems/found.ts'

export const switchStep: StepBehaviour<NodeOf<'switch'>> = {
  enter: (turn, node) => {
    const found = node.cases.find(({ all }) => all.every((comparison) => holdsNow(turn, comparison)))
    return found ? go(found.next, `case.${found.id}`) : go(node.otherwise, 'otherwise')
  },
  outputs: (node) => [
    ...node.cases.map(({ id, label, all, next }, at) => ({
      id: `case.${id}`,
      label: label || String(all[0]?.value ?? all[0]?.variable ?? id),
      next,
      path: ['cases', at, 'next'],
      after: 'nothing' as const,
    })),
    { id: 'otherwise', next: node.otherwise, path: ['otherwise'], after: 'nothing' },
  ],
  notes: (node) => node.cases.flatMap(({ all }) => textsCompared(all)),
  reads: (node) => node.cases.flatMap(({ all }) => all.map(({ variable }) => variable)),
  problems: (node, known) => [
    ...repeated(node.cases.map(({ id }) => id)).map((id) => error('case_id_repeated', `Two cases have the id “${id}”.`, { field: 'cases', values: { id } })),
    ...node.cases.flatMap(({ all }, at) => comparisonProblems(all, known, `cases.${at}.all`)),
  ],
}
