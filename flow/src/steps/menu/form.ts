import type { NodeOf } from '../../engine/nodes.ts'
import type { StepForm } from '../../form.ts'
import { askingFields, freshAsking } from '../asking-fields.ts'

export const menuForm: StepForm<NodeOf<'menu'>> = {
  group: 'ask',
  icon: 'list',
  fresh: () => ({ type: 'menu', text: '…', style: 'auto', options: [{ id: 'option_1', label: '1', words: [], next: null }], ...freshAsking() }),
  fields: [
    { key: 'text', kind: 'words', limit: 4096 },
    { key: 'options', kind: 'options', most: 30 },
    { key: 'header', kind: 'line', limit: 60, variables: true, optional: true, more: true },
    { key: 'footer', kind: 'line', limit: 60, variables: true, optional: true, more: true },
    { key: 'style', kind: 'choice', of: ['auto', 'buttons', 'list', 'numbers'], more: true },
    { key: 'button', kind: 'line', limit: 20, variables: true, optional: true, more: true },
    ...askingFields,
    { key: 'saveAs', kind: 'variable', optional: true, more: true },
  ],
}
