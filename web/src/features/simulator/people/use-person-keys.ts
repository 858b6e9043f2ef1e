import { useTexts } from '#lib/i18n/texts.ts'
import { useShortcuts } from '#lib/shortcuts.ts'
import type { PeopleListProps } from './people-list.tsx'

type PersonKeys = Pick<PeopleListProps, 'people' | 'current' | 'onChoose'>

/** `j` and `k` go through the customers, as through any list of conversations. */
export const usePersonKeys = ({ people, current, onChoose }: PersonKeys) => {
  const { t } = useTexts('simulator')
  const go = (by: number) => () => {
    const next = people[people.findIndex(({ phone }) => phone === current) + by]
    if (next) onChoose(next.phone)
  }
  useShortcuts('phone', { next: { keys: 'j', label: t('keys.next'), run: go(1) }, previous: { keys: 'k', label: t('keys.previous'), run: go(-1) } })
}
