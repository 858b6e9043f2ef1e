import type { NodeOf } from '../../engine/nodes.ts'
import type { StepForm } from '../../form.ts'

export const messageForm: StepForm<NodeOf<'message'>> = {
  group: 'say',
  icon: 'message-square',
  fresh: () => ({ type: 'message', text: '…', next: null }),
  fields: [
    { key: 'text', kind: 'words', limit: 4096 },
    { key: 'link', kind: 'link', optional: true, more: true },
    { key: 'next', kind: 'next', null: 'ends' },
  ],
}
