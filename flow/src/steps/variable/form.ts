import type { NodeOf } from '../../engine/nodes.ts'
import type { StepForm } from '../../form.ts'

export const variableForm: StepForm<NodeOf<'variable'>> = {
  group: 'act',
  icon: 'variable',
  fresh: () => ({ type: 'variable', set: [{ name: 'variable', value: '' }], next: null }),
  fields: [
    { key: 'set', kind: 'assignments', most: 20, formulas: true },
    { key: 'next', kind: 'next', null: 'ends' },
  ],
}
