import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { type FilterWords, named } from '../address/filter-words.ts'
import type { Meant } from '../address/use-meant.ts'
import type { ListFilter } from '../cache/list-filter.ts'

/** What a filter that is in force is called: what it looks at, and what it wants there. */
export const useFilterLabel = (meant: Meant) => {
  const { t } = useTexts('inbox')
  const { t: ofContacts } = useTexts('contacts')
  const format = useFormat()
  return (name: keyof FilterWords, filter: ListFilter | FilterWords): string => {
    const kind = named.find((known) => known === name)
    if (kind) return t('filter.of', { what: t(`filter.${kind}`), value: meant.items[kind]?.name ?? '' })
    if (name === 'stage' && filter.stage) return t('filter.of', { what: ofContacts('stage.label'), value: ofContacts(`stage.of.${filter.stage}`) })
    if (name === 'state' && filter.state) return t('filter.of', { what: t('filter.state'), value: t(`state.${filter.state}`) })
    if (name === 'priority' && filter.priority) return t('filter.of', { what: t('filter.priority'), value: t(`priority.${filter.priority}`) })
    if (name === 'window') return t('filter.window_within', { time: format.duration((filter.window ?? 0) * 60) })
    if (name === 'waiting') return t('filter.waiting_over', { time: format.duration((filter.waiting ?? 0) * 60) })
    return t('filter.unread')
  }
}
