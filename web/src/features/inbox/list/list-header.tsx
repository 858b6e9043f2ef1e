import { conversationRoutes } from '@chasqui/contracts/http/conversations'
import { useQuery } from '@tanstack/react-query'
import { ChevronDown, Search } from 'lucide-react'
import { useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { asked } from '#lib/api.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useSight } from '#lib/session.ts'
import { type Binding, useShortcuts } from '#lib/shortcuts.ts'
import { IconButton } from '#ui/icon-button.tsx'
import { Menu, MenuChoices } from '#ui/menu.tsx'
import { Tabs } from '#ui/tabs.tsx'
import { tabsWithin, type View, viewsWithin } from '../address/inbox-search.ts'
import type { InboxAddress } from '../address/use-inbox-address.ts'
import { FilterButton } from './filter-button.tsx'
import { NewConversation } from './new-conversation.tsx'
import { SearchBox } from './search-box.tsx'

/** Fingers have no keys to press. */
const hasKeys = !matchMedia('(pointer: coarse)').matches

/** Which conversations: the view, search and filters, and the tabs with their counts. */
export const ListHeader = ({ address }: { address: InboxAddress }) => {
  const { t } = useTexts('inbox')
  const { reach } = useSight()
  const views = viewsWithin(reach)
  const counts = useQuery(asked(conversationRoutes.counts, { query: { view: address.view } })).data
  const [searching, setSearching] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const search = () => {
    flushSync(() => setSearching(true))
    field.current?.focus()
  }
  useListKeys(views, address.show, search)
  return (
    <header className="border-b border-line pt-3 pr-3 pl-4">
      <div className="flex items-center gap-1">
        <h1 className="min-w-0 flex-1">
          <Menu
            label={t('view.label')}
            align="start"
            trigger={
              <button type="button" className="flex max-w-full items-center gap-1 rounded-control text-md font-semibold">
                <span className="truncate">{t(`view.${address.view}`)}</span>
                <ChevronDown size={16} strokeWidth={2} aria-hidden className="shrink-0" />
              </button>
            }
          >
            <MenuChoices
              label={t('view.label')}
              value={address.view}
              onChange={address.show}
              options={views.map((view, index) => ({
                value: view,
                label: t(`view.${view}`),
                hint: t(hasKeys ? 'view.hint' : 'view.count', { key: index + 1, count: counts?.views[view] ?? 0 }),
              }))}
            />
          </Menu>
        </h1>
        <IconButton icon={Search} label={t('keys.search')} keys="/" aria-expanded={searching} onClick={search} />
        <FilterButton address={address} />
        <NewConversation onOpened={(id) => address.open(id)} />
      </div>
      {(searching || address.filter.q) && <SearchBox address={address} field={field} onLeave={() => setSearching(false)} />}
      <Tabs
        label={t('tab.label')}
        value={address.filter.tab}
        onChange={(tab) => address.change({ tab: tab === 'open' ? undefined : tab })}
        className="mt-1"
        tabs={tabsWithin(reach).map((tab) => ({ value: tab, label: t(`tab.${tab}`), count: tab === 'closed' ? undefined : counts?.tabs[tab] }))}
      />
    </header>
  )
}

const useListKeys = (views: readonly View[], show: (view: View) => void, search: () => void) => {
  const { t } = useTexts('inbox')
  const toViews = views.map((view, index): [string, Binding] => [`view_${view}`, { keys: String(index + 1), label: t(`view.${view}`), run: () => show(view) }])
  useShortcuts('list', { search: { keys: '/', label: t('keys.search'), run: search }, ...Object.fromEntries(toViews) })
}
