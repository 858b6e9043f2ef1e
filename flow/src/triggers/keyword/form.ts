import type { TriggerForm } from '../form.ts'
import { unwritten } from '../unwritten.ts'

export const keywordForm: TriggerForm<'keyword'> = {
  icon: 'text-search',
  fresh: () => ({ type: 'keyword', words: [unwritten], match: 'anywhere' }),
  fields: [
    { key: 'words', kind: 'words-list', most: 50, limit: 60 },
    { key: 'match', kind: 'choice', of: ['anywhere', 'exact', 'near'] },
  ],
}
