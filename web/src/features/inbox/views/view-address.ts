import type { InboxFilter, SavedView } from '@chasqui/contracts'
import { writeFilters } from '../address/filter-words.ts'
import { changedSearch, type InboxSearch, type Place } from '../address/inbox-search.ts'

/** Where a saved view leads: its filters are in the address, so that a link to it opens for whoever does not have it. */
export const addressOf = ({ id, shows }: Pick<SavedView, 'id' | 'shows'>): { place: Place; search: InboxSearch } => {
  const { view, tab, sort, q, queueId, channelId, campaignId, assigneeId, tagId, stage, state, priority, unread, windowClosesWithin, waitingLongerThan } = shows
  const isQueues = view === 'all' && queueId !== undefined
  const f = writeFilters({
    channel: channelId,
    queue: isQueues ? undefined : queueId,
    campaign: campaignId,
    assignee: assigneeId,
    tag: tagId,
    stage,
    state: state === 'bot' || state === 'closed' ? undefined : state,
    priority,
    window: windowClosesWithin,
    waiting: waitingLongerThan,
    unread: unread === true ? true : undefined,
  })
  return {
    place: isQueues ? { view, queue: queueId } : { view },
    search: changedSearch({ saved: id }, { tab: tab === 'open' || tab === 'any' ? undefined : tab, q, f, sort: sort === 'newest' ? undefined : sort }),
  }
}

const inOrder = (shows: InboxFilter) => JSON.stringify(Object.entries(shows).toSorted(([one], [other]) => (one < other ? -1 : 1)))
export const showTheSame = (one: InboxFilter, other: InboxFilter): boolean => inOrder(one) === inOrder(other)
