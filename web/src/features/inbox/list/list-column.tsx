import { useEffect, useRef } from 'react'
import { useFoundMessages } from '#lib/found-messages.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useUser } from '#lib/session.ts'
import { ErrorState } from '#ui/error-state.tsx'
import type { InboxAddress } from '../address/use-inbox-address.ts'
import { BulkFoot } from '../bulk/bulk-foot.tsx'
import { rowsKey, sweepRows } from '../cache/conversation-cache.ts'
import type { ListFilter } from '../cache/list-filter.ts'
import { clearNews, useNews } from '../cache/news.ts'
import { noteSeenRows } from '../cache/shown-list.ts'
import { renewList, useConversationList } from '../cache/use-conversation-list.ts'
import { FilterChips } from './filter-chips.tsx'
import { ListEmpty } from './list-empty.tsx'
import { ListHeader } from './list-header.tsx'
import { TakeNext } from './take-next.tsx'
import { ListSkeleton } from './list-skeleton.tsx'
import { MessageHits } from './message-hits.tsx'
import { NewBar } from './new-bar.tsx'
import { Rows } from './rows.tsx'

/** The conversations of the view at hand. */
export const ListColumn = ({ address, onOpen }: { address: InboxAddress; onOpen: (id: string, message?: string) => void }) => {
  const { t } = useTexts('inbox')
  const { filter, conversationId } = address
  const box = useRef<HTMLDivElement>(null)
  const list = useConversationList(filter, address.meant.ready)
  const { found: hits, isLooking } = useFoundMessages(filter.q ?? '', 20)
  const nobody = list.isSuccess && list.items.length === 0
  useSweep(address)
  useEmptyList(filter, list.items.length === 0, nobody && !list.isFetching)
  const toTop = () => {
    box.current?.scrollTo({ top: 0 })
    box.current?.focus()
  }
  return (
    <section aria-label={t('list.label')} className="flex h-full min-h-0 min-w-0 flex-col border-r border-line bg-surface max-laptop:border-r-0">
      <ListHeader address={address} />
      <FilterChips address={address} />
      <NewBar filter={filter} onShown={toTop} />
      {list.isPending && <ListSkeleton />}
      {list.isError && list.items.length === 0 && (
        <ErrorState title={t('list.failed')} error={list.error} onRetry={() => void list.refetch()} className="flex-1" />
      )}
      {nobody && hits.length === 0 && !isLooking && <ListEmpty address={address} />}
      {list.items.length > 0 && (
        <Rows
          items={list.items}
          filter={filter}
          openId={conversationId}
          hasMore={list.hasNextPage}
          isLoadingMore={list.isFetchingNextPage}
          onMore={() => void list.fetchNextPage()}
          onOpen={onOpen}
          boxRef={box}
        />
      )}
      {(hits.length > 0 || isLooking) && !list.isPending && (
        <MessageHits words={filter.q ?? ''} hits={hits} alone={nobody} isLooking={isLooking} onOpen={onOpen} />
      )}
      <BulkFoot filter={filter}>
        <TakeNext onTaken={(id) => address.open(id)} />
      </BulkFoot>
    </section>
  )
}

/** No rows tell that this is the list on screen. Nor is there anything that could move: what is new does not wait behind the bar. */
const useEmptyList = (filter: ListFilter, hasNoRows: boolean, isEmpty: boolean) => {
  const { fresh } = useNews(JSON.stringify(rowsKey(filter)))
  useEffect(() => {
    if (hasNoRows) noteSeenRows(filter, [])
  }, [hasNoRows, filter])
  useEffect(() => {
    if (isEmpty && fresh > 0) renewList(filter).then(clearNews, () => undefined)
  }, [isEmpty, fresh, filter])
}

/** Moving on to another conversation takes away the rows that left this list. */
const useSweep = ({ filter, conversationId }: InboxAddress) => {
  const { id } = useUser()
  useEffect(() => void sweepRows(filter, id, conversationId), [conversationId, filter, id])
}
