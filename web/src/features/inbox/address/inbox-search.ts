import type { Priority, QueryInput, Reach } from '@chasqui/contracts'
import type { conversationRoutes } from '@chasqui/contracts/http/conversations'

/** What the address of the inbox says: the view is in the path, everything else behind the question mark. Unknown parts are ignored. */
type Asked = NonNullable<QueryInput<typeof conversationRoutes.list>>
export type View = NonNullable<Asked['view']>
export type Tab = Exclude<NonNullable<Asked['tab']>, 'any'>
export type InboxSearch = {
  tab?: Tab
  q?: string
  channel?: string
  tag?: string
  priority?: Priority
  unread?: true
  sort?: 'oldest'
  panel?: 'open' | 'closed'
  /** The message of the open conversation that was looked for. */
  message?: string
}

const views = ['mine_unassigned', 'mine', 'unassigned', 'all'] as const satisfies readonly View[]
const tabs = ['open', 'bot', 'snoozed', 'closed'] as const satisfies readonly Tab[]
/** Whoever sees only their own is offered nothing of what nobody has; and what is with the bot, nobody has. */
export const viewsWithin = (reach: Reach): readonly View[] => (reach === 'own' ? ['mine', 'all'] : views)
export const tabsWithin = (reach: Reach): readonly Tab[] => (reach === 'own' ? tabs.filter((tab) => tab !== 'bot') : tabs)
export const priorities = ['low', 'normal', 'high', 'urgent'] as const satisfies readonly Priority[]

const oneOf = <Value extends string>(known: readonly Value[], value: unknown) => known.find((candidate) => candidate === value)
const words = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value).slice(0, 200) || undefined : undefined)
const present = <Fields extends object>(fields: Fields): { [Name in keyof Fields]?: Exclude<Fields[Name], undefined> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as { [Name in keyof Fields]?: Exclude<Fields[Name], undefined> }

export const viewOf = (value: unknown, reach: Reach): View => oneOf(viewsWithin(reach), value) ?? viewsWithin(reach)[0] ?? 'all'

/** Reads the search part of an address, dropping what it does not know. */
export const inboxSearchOf = (search: Record<string, unknown>): InboxSearch =>
  present({
    tab: oneOf(tabs, search.tab),
    q: words(search.q),
    channel: words(search.channel),
    tag: words(search.tag),
    priority: oneOf(priorities, search.priority),
    unread: search.unread === true || search.unread === 'true' ? (true as const) : undefined,
    sort: search.sort === 'oldest' ? ('oldest' as const) : undefined,
    panel: oneOf(['open', 'closed'] as const, search.panel),
    message: words(search.message),
  })

/** The same search with some parts changed; `undefined` removes a part. */
export const changedSearch = (search: InboxSearch, change: { [Name in keyof InboxSearch]?: InboxSearch[Name] | undefined }): InboxSearch =>
  present({ ...search, ...change })
