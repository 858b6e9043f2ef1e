import type { NodeOf } from '../../engine/nodes.ts'
import type { StepForm } from '../../form.ts'

export const waitForForm: StepForm<NodeOf<'wait_for'>> = {
  group: 'ask',
  icon: 'hourglass',
  fresh: () => ({ type: 'wait_for', timeout: { seconds: 24 * 60 * 60, next: null }, next: null }),
  fields: [
    { key: 'next', kind: 'next', null: 'ends' },
    { key: 'timeout', kind: 'timeout', min: 5, max: 30 * 24 * 60 * 60 },
    { key: 'saveAs', kind: 'variable', optional: true, more: true },
  ],
}
