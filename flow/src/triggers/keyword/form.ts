import type { TriggerForm } from '../form.ts'

export const keywordForm: TriggerForm<'keyword'> = {
  icon: 'text-search',
  fresh: () => ({ type: 'keyword', words: ['…'], match: 'anywhere' }),
  fields: [
    { key: 'words', kind: 'words-list', most: 50, limit: 60 },
    { key: 'match', kind: 'choice', of: ['anywhere', 'exact', 'near'] },
  ],
}
