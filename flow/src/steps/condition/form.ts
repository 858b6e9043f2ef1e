import type { NodeOf } from '../../engine/nodes.ts'
import type { StepForm } from '../../form.ts'

export const conditionForm: StepForm<NodeOf<'condition'>> = {
  group: 'decide',
  icon: 'split',
  fresh: () => ({ type: 'condition', all: [{ variable: 'message.text', operator: 'is_set' }], any: [], then: null, otherwise: null }),
  fields: [
    { key: 'all', kind: 'comparisons', most: 20 },
    { key: 'any', kind: 'comparisons', most: 20, more: true },
    { key: 'then', kind: 'next', null: 'ends' },
    { key: 'otherwise', kind: 'next', null: 'ends' },
  ],
}
