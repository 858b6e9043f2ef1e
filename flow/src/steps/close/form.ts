import type { NodeOf } from '../../engine/nodes.ts'
import type { StepForm } from '../../form.ts'

export const closeForm: StepForm<NodeOf<'close'>> = {
  group: 'end',
  icon: 'circle-check',
  fresh: () => ({ type: 'close', reason: 'resolved_by_bot' }),
  fields: [
    { key: 'text', kind: 'words', limit: 4096, optional: true },
    { key: 'reason', kind: 'line', limit: 200, variables: true },
  ],
}
