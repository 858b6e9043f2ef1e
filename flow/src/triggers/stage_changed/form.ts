import { contactStages } from '@chasqui/contracts/contact-stages'
import type { TriggerForm } from '../form.ts'

export const stageChangedForm: TriggerForm<'stage_changed'> = {
  icon: 'trending-up',
  fresh: () => ({ type: 'stage_changed', to: ['qualified'], takesOver: false }),
  fields: [
    { key: 'to', kind: 'choices', of: contactStages, most: contactStages.length },
    { key: 'takesOver', kind: 'toggle' },
  ],
}
