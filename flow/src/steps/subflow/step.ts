import type { StepBehaviour } from '../../engine/behaviour.ts'
import type { NodeOf } from '../../engine/nodes.ts'
import { cut } from '../../engine/cut.ts'
import { nextOutput } from '../../engine/output.ts'
import { longestValue } from '../../engine/run-state.ts'
import { fillForMachine } from '../../engine/turn.ts'
import { error } from '../../problems/found.ts'

export const subflow: StepBehaviour<NodeOf<'subflow'>> = {
  enter: (turn, node) => ({
    call: node.flow ?? '',
    variables: Object.fromEntries(node.input.map(({ name, value }) => [name, cut(fillForMachine(turn, value), longestValue)])),
  }),
  // Whether the other flow waits for anything is not known here.
  outputs: (node) => [nextOutput(node, 'time')],
  sets: (node) => node.output.map(({ name }) => name),
  notes: (node) => node.input.map(({ value }) => value),
  problems: (node) => (node.flow === null ? [error('flow_missing', 'No flow is chosen here.', { field: 'flow' })] : []),
}
