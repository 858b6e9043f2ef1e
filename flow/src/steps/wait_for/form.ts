import { contactStages } from '@chasqui/contracts/contact-stages'
import type { NodeOf } from '../../engine/nodes.ts'
import type { StepForm } from '../../form.ts'

const events = ['tag_added', 'tag_removed', 'stage_changed', 'webhook'] as const

export const waitForForm: StepForm<NodeOf<'wait_for'>> = {
  group: 'ask',
  icon: 'hourglass',
  fresh: () => ({ type: 'wait_for', timeout: { seconds: 24 * 60 * 60, next: null }, tags: [], stages: [], hears: true, happened: null, next: null }),
  fields: [
    { key: 'event', kind: 'choice', of: [...events], optional: true },
    { key: 'tags', kind: 'tags', most: 20, when: { key: 'event', is: ['tag_added', 'tag_removed'] } },
    { key: 'stages', kind: 'choices', of: contactStages, most: contactStages.length, when: { key: 'event', is: ['stage_changed'] } },
    { key: 'happened', kind: 'next', null: 'ends', when: { key: 'event', is: [...events] } },
    { key: 'hears', kind: 'toggle', when: { key: 'event', is: [...events] } },
    { key: 'next', kind: 'next', null: 'ends' },
    { key: 'timeout', kind: 'timeout', min: 5, max: 30 * 24 * 60 * 60 },
    { key: 'saveAs', kind: 'variable', optional: true, more: true },
  ],
}
