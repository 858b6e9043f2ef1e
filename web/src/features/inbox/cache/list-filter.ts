import type { Conversation, InboxFilter } from '@chasqui/contracts'
import type { FilterWords, Named } from '../address/filter-words.ts'
import type { Sort, Tab, View } from '../address/inbox-search.ts'
import { serverNow } from '#lib/server-clock.ts'

/**
 * Which conversations a list holds. `queryOf` asks the server; `belongs` answers the same question for one conversation that changed. What has a name
 * is here by its id; `queueOfView` is the queue whose own list it is. Spans are in minutes.
 */
export type ListFilter = { view: View; tab: Tab; queueOfView?: string; q?: string; sort?: Sort } & { [Kind in Named]?: string } & Omit<FilterWords, Named>

/** As the API says it. */
export const askedFor = ({
  view,
  tab,
  queueOfView,
  q,
  channel,
  queue,
  campaign,
  assignee,
  tag,
  stage,
  state,
  priority,
  window,
  waiting,
  unread,
  sort,
}: ListFilter) => {
  const queueId = queueOfView ?? queue
  return {
    view,
    tab,
    sort: sort ?? ('newest' as const),
    ...(q && { q }),
    ...(channel && { channelId: channel }),
    ...(queueId && { queueId }),
    ...(campaign && { campaignId: campaign }),
    ...(assignee && { assigneeId: assignee }),
    ...(tag && { tagId: tag }),
    ...(stage && { stage }),
    ...(state && { state }),
    ...(priority && { priority }),
    ...(window && { windowClosesWithin: window }),
    ...(waiting && { waitingLongerThan: waiting }),
    ...(unread && { unread }),
  } satisfies InboxFilter
}

export const queryOf = (filter: ListFilter) => {
  const { unread, ...asked } = askedFor(filter)
  return { ...asked, ...(unread && { unread: 'true' }) }
}

const inView = ({ assignee }: Conversation, view: View, userId: string) => {
  if (view === 'all' || view === 'mentions') return true
  if (view === 'unassigned') return assignee === null
  return assignee?.id === userId || (view === 'mine_unassigned' && assignee === null)
}

export const tabOf = ({ state, snoozedUntil }: Pick<Conversation, 'state' | 'snoozedUntil'>): Tab => {
  if (state === 'closed') return 'closed'
  if (snoozedUntil !== null) return 'snoozed'
  return state === 'bot' ? 'bot' : 'open'
}

const minutesUntil = (instant: string) => (Date.parse(instant) - serverNow()) / 60_000

/** Filters by their names, each saying whether a conversation passes it. */
const passes: { [Name in keyof FilterWords]-?: (conversation: Conversation, wanted: NonNullable<FilterWords[Name]>) => boolean } = {
  channel: ({ channel }, id) => channel.id === id,
  queue: ({ queue }, id) => queue?.id === id,
  campaign: ({ campaign }, id) => campaign?.id === id,
  assignee: ({ assignee }, id) => assignee?.id === id,
  tag: ({ tags }, wanted) => tags.some(({ id }) => id === wanted),
  stage: ({ contact }, stage) => contact.stage === stage,
  state: (conversation, state) => conversation.state === state,
  priority: (conversation, priority) => conversation.priority === priority,
  window: ({ windowExpiresAt }, minutes) => windowExpiresAt !== null && minutesUntil(windowExpiresAt) > 0 && minutesUntil(windowExpiresAt) <= minutes,
  waiting: ({ waitingSince, state }, minutes) => state !== 'closed' && waitingSince !== null && minutesUntil(waitingSince) <= -minutes,
  unread: ({ unread }) => unread > 0,
}
type Name = keyof FilterWords
const names = Object.keys(passes) as Name[]

/** The filters that keep a conversation out of a list. */
export const keptOutBy = (conversation: Conversation, filter: ListFilter): Name[] =>
  names.filter((name) => filter[name] !== undefined && !(passes[name] as (one: Conversation, wanted: unknown) => boolean)(conversation, filter[name]))

/** Whether anything narrows the list beyond its view and tab. */
export const isNarrowed = (filter: ListFilter) => Boolean(filter.q) || names.some((name) => filter[name] !== undefined)

/** Which conversations are new in it is the server's to say: it knows the words of people and who is called in notes. */
export const isForServer = ({ q, view }: ListFilter) => Boolean(q) || view === 'mentions'

export const inViewOf = (conversation: Conversation, { view, queueOfView }: ListFilter, userId: string) =>
  inView(conversation, view, userId) && (queueOfView === undefined || conversation.queue?.id === queueOfView)

/** Whether a conversation is of this list. Where that is the server's to judge, a row that it found stays. */
export const belongs = (conversation: Conversation, filter: ListFilter, userId: string): boolean =>
  inViewOf(conversation, filter, userId) && tabOf(conversation) === filter.tab && keptOutBy(conversation, filter).length === 0
