import type { NodeOf } from '../../engine/nodes.ts'
import type { StepForm } from '../../form.ts'

export const transferToAgentForm: StepForm<NodeOf<'transfer_to_agent'>> = {
  group: 'end',
  icon: 'user-round',
  fresh: () => ({ type: 'transfer_to_agent' }),
  fields: [
    { key: 'text', kind: 'words', limit: 4096, optional: true },
    { key: 'note', kind: 'words', limit: 1000, optional: true },
    { key: 'queue', kind: 'queue', optional: true },
    { key: 'closed', kind: 'next', null: 'person', when: { key: 'byHours', is: [true] } },
    { key: 'byHours', kind: 'toggle', optional: true, more: true },
  ],
}
