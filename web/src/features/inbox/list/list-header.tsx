import { conversationRoutes } from '@chasqui/contracts/http/conversations'
import { useQuery } from '@tanstack/react-query'
import { Search } from 'lucide-react'
import { useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { asked } from '#lib/api.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useSight } from '#lib/session.ts'
import { useShortcuts } from '#lib/shortcuts.ts'
import { IconButton } from '#ui/icon-button.tsx'
import { Tabs } from '#ui/tabs.tsx'
import { type Tab, tabsWithin } from '../address/inbox-search.ts'
import type { InboxAddress } from '../address/use-inbox-address.ts'
import { isNarrowed } from '../cache/list-filter.ts'
import { ViewMenu } from '../views/view-menu.tsx'
import { FilterButton } from './filter-button.tsx'
import { NewConversation } from './new-conversation.tsx'
import { SearchBox } from './search-box.tsx'

/** Which conversations: the view, search and filters, and the tabs with their counts. */
export const ListHeader = ({ address }: { address: InboxAddress }) => {
  const { t } = useTexts('inbox')
  const { reach } = useSight()
  const { filter } = address
  const queueId = filter.queueOfView
  const counts = useQuery(asked(conversationRoutes.counts, { query: { view: filter.view, ...(queueId && { queueId }) } })).data
  // They count the whole view: beside a list that is narrowed they would not be true.
  const countOf = (tab: Tab) => (tab === 'closed' || isNarrowed(filter) ? undefined : counts?.tabs[tab])
  const [searching, setSearching] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const search = () => {
    flushSync(() => setSearching(true))
    field.current?.focus()
  }
  useShortcuts('list', { search: { keys: '/', label: t('keys.search'), run: search } })
  return (
    <header className="border-b border-line pt-3 pr-3 pl-4">
      <div className="flex items-center gap-1 magnified:flex-wrap">
        <h1 className="min-w-0 flex-1 magnified:basis-full">
          <ViewMenu address={address} />
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
        tabs={tabsWithin(reach).map((tab) => ({ value: tab, label: t(`tab.${tab}`), count: countOf(tab) }))}
      />
    </header>
  )
}
