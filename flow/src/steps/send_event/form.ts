import type { NodeOf } from '../../engine/nodes.ts'
import type { StepForm } from '../../form.ts'

export const sendEventForm: StepForm<NodeOf<'send_event'>> = {
  group: 'act',
  icon: 'radio',
  fresh: () => ({ type: 'send_event', name: 'event', data: [], next: null }),
  fields: [
    { key: 'name', kind: 'line', limit: 60 },
    { key: 'data', kind: 'assignments', most: 20 },
    { key: 'next', kind: 'next', null: 'ends' },
  ],
}
