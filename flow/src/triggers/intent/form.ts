import type { TriggerForm } from '../form.ts'
import { unwritten } from '../unwritten.ts'

export const intentForm: TriggerForm<'intent'> = {
  icon: 'lightbulb',
  fresh: () => ({ type: 'intent', examples: [unwritten] }),
  fields: [{ key: 'examples', kind: 'words-list', most: 50, limit: 200 }],
}
