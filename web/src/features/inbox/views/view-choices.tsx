import type { SavedView } from '@chasqui/contracts'
import { conversationRoutes } from '@chasqui/contracts/http/conversations'
import { viewRoutes } from '@chasqui/contracts/http/views'
import { useQuery } from '@tanstack/react-query'
import { Bookmark, Save, Settings2 } from 'lucide-react'
import { asked, call } from '#lib/api.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useCan, useSight } from '#lib/session.ts'
import { MenuChoices, MenuItem, MenuLabel, MenuLine } from '#ui/menu.tsx'
import { say, sayProblem } from '#ui/toast.tsx'
import { type Item, wordOf } from '../address/filter-words.ts'
import { type View, viewsWithin } from '../address/inbox-search.ts'
import type { InboxAddress } from '../address/use-inbox-address.ts'
import { useItems } from '../address/use-items.ts'
import { askedFor, isNarrowed } from '../cache/list-filter.ts'
import { hasKeys } from './has-keys.ts'
import { readViewsAgain } from './use-views.ts'
import { showTheSame } from './view-address.ts'
import { goToView, keysOfViews } from './view-keys.ts'

type ChoicesProps = { address: InboxAddress; saved: SavedView[]; current: SavedView | undefined; onAsk: (what: 'save' | 'manage') => void }

/** What the menu of views offers. Fetched with its first opening. */
export const ViewChoices = ({ address, saved, current, onAsk }: ChoicesProps) => {
  const { t } = useTexts('inbox')
  const { reach } = useSight()
  const { place, meant, filter } = address
  const queues = useItems(['queue']).queue.items
  const counts = useQuery(asked(conversationRoutes.counts, { query: { view: place.view, withQueues: 'true' } })).data
  const keys = keysOfViews(viewsWithin(reach), saved)
  const hintOf = (view: View) => {
    const count = view === 'mentions' ? (counts?.mentions ?? 0) : (counts?.views[view] ?? 0)
    const key = keys.find((known) => known.view === view)?.key
    const words = view === 'mentions' ? t('view.unseen', { count }) : t('view.count', { count })
    return hasKeys && key ? t('view.with_key', { key, words }) : words
  }
  const plain = !current
  const isNew = isNarrowed(filter) || filter.sort !== undefined || filter.tab !== 'open'
  const mayChange = useCan('campaigns.manage')
  return (
    <>
      <MenuChoices
        label={t('view.label')}
        value={plain && !meant.queueOfView ? place.view : ('' as View)}
        onChange={(view) => address.show({ view })}
        options={viewsWithin(reach).map((view) => ({ value: view, label: t(`view.${view}`), hint: hintOf(view) }))}
      />
      {reach !== 'own' && queues.length > 0 && (
        <>
          <MenuLabel>{t('view.queues')}</MenuLabel>
          <MenuChoices
            label={t('view.queues')}
            value={plain ? (meant.queueOfView?.id ?? '') : ''}
            onChange={(id) => address.show({ view: 'all', queue: wordOf(queueIn(queues, id), queues) })}
            options={queues.map(({ id, name }) => ({ value: id, label: name, hint: t('view.count', { count: counts?.queues?.[id] ?? 0 }) }))}
          />
        </>
      )}
      {saved.length > 0 && (
        <>
          <MenuLabel>{t('view.saved')}</MenuLabel>
          <MenuChoices
            label={t('view.saved')}
            value={current?.id ?? ''}
            onChange={(id) =>
              goToView(
                address,
                saved.find((view) => view.id === id),
              )
            }
            options={saved.map(({ id, name, isShared, pin }) => ({ value: id, label: name, hint: savedHint(t, isShared, hasKeys ? pin : null) }))}
          />
        </>
      )}
      <MenuLine />
      {current && (!current.isShared || mayChange) && !showTheSame(current.shows, askedFor(filter)) && (
        <MenuItem icon={Save} onSelect={() => void keepChanges(current, address, t)}>
          {t('view.update', { name: current.name })}
        </MenuItem>
      )}
      <MenuItem icon={Bookmark} disabled={!isNew && place.view === 'mine_unassigned'} onSelect={() => onAsk('save')}>
        {t('view.save')}
      </MenuItem>
      {saved.length > 0 && (
        <MenuItem icon={Settings2} onSelect={() => onAsk('manage')}>
          {t('view.manage')}
        </MenuItem>
      )}
    </>
  )
}

type Texts = ReturnType<typeof useTexts<'inbox'>>['t']
const savedHint = (t: Texts, isShared: boolean, pin: number | null): string | undefined => {
  if (pin !== null) return t(isShared ? 'view.shared_key' : 'view.own_key', { key: pin })
  return isShared ? t('view.shared') : undefined
}

const queueIn = (queues: readonly Item[], id: string): Item => queues.find((queue) => queue.id === id) ?? { id, name: '' }

const keepChanges = async (view: SavedView, address: InboxAddress, t: Texts): Promise<void> => {
  try {
    await call(view.isShared ? viewRoutes.updateShared : viewRoutes.update, { params: { id: view.id }, body: { shows: askedFor(address.filter) } })
    await readViewsAgain()
    say(t('view.updated', { name: view.name }))
  } catch {
    sayProblem(t('view.not_saved'))
  }
}
