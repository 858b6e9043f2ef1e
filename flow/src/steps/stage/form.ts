import { contactStages } from '@chasqui/contracts/contact-stages'
import type { NodeOf } from '../../engine/nodes.ts'
import type { StepForm } from '../../form.ts'

export const stageForm: StepForm<NodeOf<'stage'>> = {
  group: 'act',
  icon: 'trending-up',
  fresh: () => ({ type: 'stage', stage: 'contacted', next: null }),
  fields: [
    { key: 'stage', kind: 'choice', of: contactStages },
    { key: 'next', kind: 'next', null: 'ends' },
  ],
}
