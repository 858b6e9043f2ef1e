import type { NodeOf } from '../../engine/nodes.ts'
import type { StepForm } from '../../form.ts'

export const businessHoursForm: StepForm<NodeOf<'business_hours'>> = {
  group: 'decide',
  icon: 'clock',
  fresh: () => ({ type: 'business_hours', open: null, closed: null }),
  fields: [
    { key: 'open', kind: 'next', null: 'ends' },
    { key: 'closed', kind: 'next', null: 'ends' },
  ],
}
