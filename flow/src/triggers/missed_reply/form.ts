import type { TriggerForm } from '../form.ts'

export const missedReplyForm: TriggerForm<'missed_reply'> = {
  icon: 'hourglass',
  fresh: () => ({ type: 'missed_reply', hours: 4 }),
  fields: [
    { key: 'hours', kind: 'number', min: 1, max: 720 },
    { key: 'template', kind: 'template', optional: true },
  ],
}
