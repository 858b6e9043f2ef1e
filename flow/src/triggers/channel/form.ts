import type { TriggerForm } from '../form.ts'

export const channelForm: TriggerForm<'channel'> = {
  icon: 'radio-tower',
  fresh: () => ({ type: 'channel', channelIds: [], campaignIds: [], onlyFirst: false }),
  fields: [
    { key: 'channelIds', kind: 'channels', optional: true },
    { key: 'campaignIds', kind: 'campaigns', optional: true },
    { key: 'onlyFirst', kind: 'toggle' },
  ],
}
