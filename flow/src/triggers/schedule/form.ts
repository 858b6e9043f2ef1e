import type { TriggerForm } from '../form.ts'
import { unwritten } from '../unwritten.ts'

export const scheduleForm: TriggerForm<'schedule'> = {
  icon: 'calendar-clock',
  fresh: () => ({ type: 'schedule', time: '09:00', days: [], dates: [], channelId: null, tags: [unwritten] }),
  fields: [
    { key: 'time', kind: 'time' },
    { key: 'days', kind: 'days', optional: true },
    { key: 'dates', kind: 'dates', most: 50, optional: true, more: true },
    { key: 'channelId', kind: 'channel' },
    { key: 'tags', kind: 'tags', most: 20 },
    { key: 'template', kind: 'template', optional: true },
  ],
}
