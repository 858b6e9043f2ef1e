import type { TriggerForm } from '../form.ts'

export const referralForm: TriggerForm<'referral'> = {
  icon: 'megaphone',
  fresh: () => ({ type: 'referral', refs: [], codes: [] }),
  fields: [
    { key: 'refs', kind: 'words-list', most: 50, limit: 300 },
    { key: 'codes', kind: 'words-list', most: 50, limit: 60 },
  ],
}
