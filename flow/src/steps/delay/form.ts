import type { NodeOf } from '../../engine/nodes.ts'
import type { StepForm } from '../../form.ts'

export const delayForm: StepForm<NodeOf<'delay'>> = {
  group: 'act',
  icon: 'timer',
  fresh: () => ({ type: 'delay', seconds: 60, next: null }),
  fields: [
    { key: 'seconds', kind: 'duration', min: 1, max: 30 * 24 * 60 * 60 },
    { key: 'typing', kind: 'toggle', optional: true },
    { key: 'next', kind: 'next', null: 'ends' },
  ],
}
