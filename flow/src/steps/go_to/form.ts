import type { NodeOf } from '../../engine/nodes.ts'
import type { StepForm } from '../../form.ts'

export const goToForm: StepForm<NodeOf<'go_to'>> = {
  group: 'decide',
  icon: 'corner-down-right',
  fresh: () => ({ type: 'go_to', node: 'start' }),
  fields: [{ key: 'node', kind: 'step' }],
}
