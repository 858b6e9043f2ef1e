import type { TriggerForm } from '../form.ts'

export const webhookForm: TriggerForm<'webhook'> = {
  icon: 'webhook',
  fresh: () => ({ type: 'webhook', channelId: null, phone: 'phone', variables: [] }),
  fields: [
    { key: 'channelId', kind: 'channel' },
    { key: 'phone', kind: 'path' },
    { key: 'name', kind: 'path', optional: true, more: true },
    { key: 'variables', kind: 'mappings', most: 30 },
    { key: 'template', kind: 'template', optional: true },
  ],
}
