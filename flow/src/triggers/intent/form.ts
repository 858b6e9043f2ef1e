import type { TriggerForm } from '../form.ts'

export const intentForm: TriggerForm<'intent'> = {
  icon: 'lightbulb',
  fresh: () => ({ type: 'intent', examples: ['…'] }),
  fields: [{ key: 'examples', kind: 'words-list', most: 50, limit: 200 }],
}
