import type { NodeOf } from '../../engine/nodes.ts'
import type { StepForm } from '../../form.ts'

export const notifyForm: StepForm<NodeOf<'notify'>> = {
  group: 'act',
  icon: 'bell',
  fresh: () => ({ type: 'notify', people: [], text: '…', next: null }),
  fields: [
    { key: 'people', kind: 'people', most: 10 },
    { key: 'text', kind: 'words', limit: 2000 },
    { key: 'next', kind: 'next', null: 'ends' },
  ],
}
