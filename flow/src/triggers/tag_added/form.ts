import type { TriggerForm } from '../form.ts'
import { unwritten } from '../unwritten.ts'

export const tagAddedForm: TriggerForm<'tag_added'> = {
  icon: 'tag',
  fresh: () => ({ type: 'tag_added', tags: [unwritten], takesOver: false }),
  fields: [
    { key: 'tags', kind: 'tags', most: 20 },
    { key: 'takesOver', kind: 'toggle' },
  ],
}
