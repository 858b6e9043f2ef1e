import type { NodeOf } from '../../engine/nodes.ts'
import type { StepForm } from '../../form.ts'

export const noteForm: StepForm<NodeOf<'note'>> = {
  group: 'act',
  icon: 'sticky-note',
  fresh: () => ({ type: 'note', text: '…', next: null }),
  fields: [
    { key: 'text', kind: 'words', limit: 2000 },
    { key: 'next', kind: 'next', null: 'ends' },
  ],
}
