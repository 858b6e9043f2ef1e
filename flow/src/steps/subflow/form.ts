import type { NodeOf } from '../../engine/nodes.ts'
import type { StepForm } from '../../form.ts'

export const subflowForm: StepForm<NodeOf<'subflow'>> = {
  group: 'decide',
  icon: 'workflow',
  fresh: () => ({ type: 'subflow', flow: null, input: [], output: [], next: null }),
  fields: [
    { key: 'flow', kind: 'flow' },
    { key: 'input', kind: 'assignments', most: 20, more: true },
    { key: 'output', kind: 'results', most: 20, more: true },
    { key: 'next', kind: 'next', null: 'ends' },
  ],
}
