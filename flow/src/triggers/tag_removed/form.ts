import type { TriggerForm } from '../form.ts'
import { unwritten } from '../unwritten.ts'

export const tagRemovedForm: TriggerForm<'tag_removed'> = {
  icon: 'tag',
  fresh: () => ({ type: 'tag_removed', tags: [unwritten], takesOver: false }),
  fields: [
    { key: 'tags', kind: 'tags', most: 20 },
    { key: 'takesOver', kind: 'toggle' },
  ],
}
