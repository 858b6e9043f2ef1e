import type { NodeOf } from '../../engine/nodes.ts'
import type { StepForm } from '../../form.ts'
import { askingFields, freshAsking } from '../asking-fields.ts'

export const csatForm: StepForm<NodeOf<'csat'>> = {
  group: 'ask',
  icon: 'star',
  fresh: () => ({ type: 'csat', text: '…', badUpTo: 3, saveAs: 'score', good: null, bad: null, ...freshAsking() }),
  fields: [
    { key: 'text', kind: 'words', limit: 4096 },
    { key: 'good', kind: 'next', null: 'ends' },
    { key: 'bad', kind: 'next', null: 'ends' },
    { key: 'badUpTo', kind: 'number', min: 1, max: 4, more: true },
    { key: 'saveAs', kind: 'variable', more: true },
    ...askingFields,
  ],
}
