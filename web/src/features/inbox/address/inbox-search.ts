import type { QueryInput, Reach } from '@chasqui/contracts'
import type { conversationRoutes } from '@chasqui/contracts/http/conversations'
import { readFilters, writeFilters } from './filter-words.ts'

/** What the address of the inbox says: the view is in the path, everything else behind the question mark. Unknown parts are ignored. */
type Asked = NonNullable<QueryInput<typeof conversationRoutes.list>>
export type View = NonNullable<Asked['view']>
export type Tab = Exclude<NonNullable<Asked['tab']>, 'any'>
export type Sort = NonNullable<Asked['sort']>
export type InboxSearch = {
  tab?: Tab
  q?: string
  /** Filters in words, as `filter-words.ts` reads them. */
  f?: string
  /** Newest first unless it says otherwise. */
  sort?: Sort
  /** The saved view that this began with. */
  saved?: string
  panel?: 'open' | 'closed'
  /** The message of the open conversation that was looked for. */
  message?: string
}
/** A view, or a queue by the word for it. */
export type Place = { view: View; queue?: string }

const views = ['mine_unassigned', 'mine', 'unassigned', 'mentions', 'all'] as const satisfies readonly View[]
const tabs = ['open', 'bot', 'snoozed', 'closed'] as const satisfies readonly Tab[]
export const sorts = ['newest', 'needs_me', 'priority', 'oldest'] as const satisfies readonly Sort[]
/** Whoever sees only their own is offered nothing of what nobody has; and what is with the bot, nobody has. */
export const viewsWithin = (reach: Reach): readonly View[] => (reach === 'own' ? ['mine', 'mentions', 'all'] : views)
export const tabsWithin = (reach: Reach): readonly Tab[] => (reach === 'own' ? tabs.filter((tab) => tab !== 'bot') : tabs)

const oneOf = <Value extends string>(known: readonly Value[], value: unknown) => known.find((candidate) => candidate === value)
const words = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value).slice(0, 200) || undefined : undefined)
const present = <Fields extends object>(fields: Fields): { [Name in keyof Fields]?: Exclude<Fields[Name], undefined> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as { [Name in keyof Fields]?: Exclude<Fields[Name], undefined> }

const ofQueue = 'queue-'
export const pathOf = ({ view, queue }: Place): string => (queue ? `${ofQueue}${queue}` : view)
export const placeOf = (value: unknown, reach: Reach): Place => {
  if (typeof value === 'string' && value.startsWith(ofQueue) && value.length > ofQueue.length) return { view: 'all', queue: value.slice(ofQueue.length) }
  return { view: oneOf(viewsWithin(reach), value) ?? viewsWithin(reach)[0] ?? 'all' }
}

/** Reads the search part of an address, dropping what it does not know. */
export const inboxSearchOf = (search: Record<string, unknown>): InboxSearch =>
  present({
    tab: oneOf(tabs, search.tab),
    q: words(search.q),
    f: typeof search.f === 'string' ? writeFilters(readFilters(search.f)) : undefined,
    sort: search.sort === 'newest' ? undefined : oneOf(sorts, search.sort),
    saved: words(search.saved),
    panel: oneOf(['open', 'closed'] as const, search.panel),
    message: words(search.message),
  })

/** The same search with some parts changed; `undefined` removes a part. */
export const changedSearch = (search: InboxSearch, change: { [Name in keyof InboxSearch]?: InboxSearch[Name] | undefined }): InboxSearch =>
  present({ ...search, ...change })
