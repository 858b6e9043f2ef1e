import type { NodeOf } from '../../engine/nodes.ts'
import type { StepForm } from '../../form.ts'

export const endForm: StepForm<NodeOf<'end'>> = {
  group: 'end',
  icon: 'square',
  fresh: () => ({ type: 'end' }),
  fields: [],
}
