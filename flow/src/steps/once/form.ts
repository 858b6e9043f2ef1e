import type { NodeOf } from '../../engine/nodes.ts'
import type { StepForm } from '../../form.ts'

export const onceForm: StepForm<NodeOf<'once'>> = {
  group: 'decide',
  icon: 'fingerprint',
  fresh: () => ({ type: 'once', first: null, again: null }),
  fields: [
    { key: 'days', kind: 'number', min: 1, max: 3650, optional: true },
    { key: 'first', kind: 'next', null: 'ends' },
    { key: 'again', kind: 'next', null: 'ends' },
  ],
}
