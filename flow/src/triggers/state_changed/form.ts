import type { TriggerForm } from '../form.ts'

export const stateChangedForm: TriggerForm<'state_changed'> = {
  icon: 'arrow-right-left',
  fresh: () => ({ type: 'state_changed', to: ['queued'], takesOver: false }),
  fields: [
    { key: 'to', kind: 'choices', of: ['queued', 'assigned', 'active', 'pending', 'transferred'], most: 5 },
    { key: 'takesOver', kind: 'toggle' },
  ],
}
