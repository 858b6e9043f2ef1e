import type { TriggerForm } from '../form.ts'

export const broadcastReplyForm: TriggerForm<'broadcast_reply'> = {
  icon: 'reply',
  fresh: () => ({ type: 'broadcast_reply', templates: [], withinHours: 72, answers: [] }),
  fields: [
    { key: 'templates', kind: 'templates', most: 20 },
    { key: 'withinHours', kind: 'number', min: 1, max: 720 },
    { key: 'answers', kind: 'words-list', most: 20, limit: 60, more: true },
  ],
}
