import { useTexts } from '#lib/i18n/texts.ts'
import { useShortcuts } from '#lib/shortcuts.ts'
import type { ListFilter } from '../cache/list-filter.ts'
import { clearPicked, extendPicked, togglePicked } from './selection.ts'

type PickKeys = { filter: ListFilter; ids: readonly string[]; activeId: string | null; picking: boolean; move: (by: 1 | -1) => string | null }

/** `x` picks the row at hand, Shift with `j` and `k` goes on and takes along, Esc lets go of all. */
export const usePickKeys = ({ filter, ids, activeId, picking, move }: PickKeys) => {
  const { t } = useTexts('inbox')
  const take = (by: 1 | -1) => {
    if (activeId) extendPicked(filter, ids, activeId)
    const next = move(by)
    if (next) extendPicked(filter, ids, next)
  }
  useShortcuts('list', {
    pick: { keys: 'x', label: t('keys.pick'), run: () => activeId && togglePicked(filter, activeId) },
    pick_next: { keys: 'Shift+j', label: t('keys.pick_next'), run: () => take(1) },
    pick_previous: { keys: 'Shift+k', label: t('keys.pick_previous'), run: () => take(-1) },
    pick_none: { keys: 'Escape', label: t('keys.pick_none'), when: picking, run: clearPicked },
  })
}
