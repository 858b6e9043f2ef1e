import type { TriggerForm } from '../form.ts'

export const outsideHoursForm: TriggerForm<'outside_hours'> = {
  icon: 'moon',
  fresh: () => ({ type: 'outside_hours', campaignIds: [] }),
  fields: [{ key: 'campaignIds', kind: 'campaigns', optional: true }],
}
