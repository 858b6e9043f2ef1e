import type { Conversation } from '@chasqui/contracts'
import type { InboxSearch, Tab, View } from '../address/inbox-search.ts'

/** Which conversations a list holds. `queryOf` asks the server; `belongs` answers the same question for one conversation that changed. */
export type ListFilter = { view: View; tab: Tab } & Omit<InboxSearch, 'tab' | 'panel'>

export const queryOf = ({ view, tab, q, channel, tag, priority, unread, sort }: ListFilter) => ({
  view,
  tab,
  sort: sort ?? ('newest' as const),
  ...(q && { q }),
  ...(channel && { channelId: channel }),
  ...(tag && { tagId: tag }),
  ...(priority && { priority }),
  ...(unread && { unread: 'true' }),
})

/** Whether anything narrows the list beyond its view and tab. */
export const isNarrowed = ({ q, channel, tag, priority, unread }: ListFilter) => Boolean(q || channel || tag || priority || unread)

const inView = ({ assignee }: Conversation, view: View, userId: string) => {
  if (view === 'all') return true
  if (view === 'unassigned') return assignee === null
  return assignee?.id === userId || (view === 'mine_unassigned' && assignee === null)
}

export const tabOf = ({ state, snoozedUntil }: Pick<Conversation, 'state' | 'snoozedUntil'>): Tab => {
  if (state === 'closed') return 'closed'
  if (snoozedUntil !== null) return 'snoozed'
  return state === 'bot' ? 'bot' : 'open'
}

const passes = (conversation: Conversation, { channel, tag, priority, unread }: ListFilter) =>
  (!channel || conversation.channel.id === channel) &&
  (!tag || conversation.tags.some(({ id }) => id === tag)) &&
  (!priority || conversation.priority === priority) &&
  (!unread || conversation.unread > 0)

/** Whether a conversation is of this list. Free text is the server's to judge: a row found by it stays. */
export const belongs = (conversation: Conversation, filter: ListFilter, userId: string): boolean =>
  inView(conversation, filter.view, userId) && tabOf(conversation) === filter.tab && passes(conversation, filter)
