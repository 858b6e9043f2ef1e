import type { Conversation, Page } from '@chasqui/contracts'
import { conversationRoutes } from '@chasqui/contracts/http/conversations'
import type { InfiniteData } from '@tanstack/react-query'
import { keyOf } from '#lib/api.ts'
import { queryClient } from '#lib/query-client.ts'
import { belongs, type ListFilter, queryOf } from './list-filter.ts'
import { reachSeq, threadKey } from './message-cache.ts'

/** Conversations as the cache holds them: one entry each, and rows of lists. Rows change in place; their order is the list's own business. */
export type Rows = InfiniteData<Page<Conversation>, string | undefined>
const listsKey = [conversationRoutes.list.id, 'rows'] as const
export const rowsKey = (filter: ListFilter) => [...listsKey, queryOf(filter), filter] as const
export const conversationKey = (id: string) => keyOf(conversationRoutes.read, { params: { id } })

export const rowsOf = (data: Rows | undefined): Conversation[] => {
  const known = new Set<string>()
  return (data?.pages ?? []).flatMap(({ items }) => items).filter(({ id }) => !known.has(id) && known.add(id))
}

/** Every list that is known here. */
export const rowLists = () =>
  queryClient
    .getQueryCache()
    .findAll({ queryKey: listsKey })
    .map(({ queryKey }) => ({ key: queryKey, filter: queryKey[3] as ListFilter }))

const mapRows = (data: Rows, change: (row: Conversation) => Conversation): Rows => {
  let touched = false
  const pages = data.pages.map((page) => {
    const items = page.items.map(change)
    const same = items.every((item, index) => item === page.items[index])
    touched ||= !same
    return same ? page : { ...page, items }
  })
  return touched ? { ...data, pages } : data
}

const changeEverywhere = (id: string, change: (known: Conversation) => Conversation) => {
  queryClient.changeKnown<Conversation>(conversationKey(id), change)
  for (const { key } of rowLists()) queryClient.changeKnown<Rows>(key, (data) => mapRows(data, (row) => (row.id === id ? change(row) : row)))
}

/** What a person has done ahead of the server, for as long as it is asked: what it says meanwhile does not take it back. */
const held = new Map<string, Set<Partial<Conversation>>>()

/** Holds a change until what is returned is called. */
export const hold = (id: string, patch: Partial<Conversation>): (() => void) => {
  const patches = held.get(id) ?? new Set()
  held.set(id, patches.add(patch))
  return () => {
    patches.delete(patch)
    if (patches.size === 0) held.delete(id)
  }
}

/** An answer can be overtaken by a live event that tells of a later change. */
const later = (known: Conversation | undefined, next: Conversation): Conversation => {
  const latest = known && next.updatedAt < known.updatedAt ? known : next
  const patches = held.get(next.id)
  return patches ? Object.assign({}, latest, ...patches) : latest
}

/** What the server answers about a conversation, beside what is known of it and what is done with it here. */
export const merged = (next: Conversation): Conversation => later(knownConversation(next.id), next)

/** Stores what the server says of a conversation, wherever it is shown. */
export const putConversation = (next: Conversation) => {
  changeEverywhere(next.id, (known) => later(known, next))
  reachSeq(next.id, next.lastSeq)
}

/** Changes some fields here, ahead of the server. */
export const patchConversation = (id: string, patch: Partial<Conversation> | ((known: Conversation) => Partial<Conversation>)) =>
  changeEverywhere(id, (known) => ({ ...known, ...(typeof patch === 'function' ? patch(known) : patch) }))

export const knownConversation = (id: string): Conversation | undefined =>
  queryClient.getQueryData<Conversation>(conversationKey(id)) ??
  queryClient
    .getQueriesData<Rows>({ queryKey: listsKey })
    .flatMap(([, data]) => rowsOf(data))
    .find((row) => row.id === id)

export const isInList = (filter: ListFilter, id: string) => rowsOf(queryClient.getQueryData<Rows>(rowsKey(filter))).some((row) => row.id === id)

/** The row after this one, or before it at the end; null when it was the only one. */
export const nextRow = (filter: ListFilter, id: string): string | null => {
  const rows = rowsOf(queryClient.getQueryData<Rows>(rowsKey(filter)))
  const at = rows.findIndex((row) => row.id === id)
  return rows[at + 1]?.id ?? rows[at - 1]?.id ?? null
}

/** Rows that left the list by a change stay, dimmed, until the person moves on; then this removes them. */
export const sweepRows = (filter: ListFilter, userId: string, exceptId: string | null) =>
  queryClient.setQueryData<Rows>(
    rowsKey(filter),
    (data) =>
      data && {
        ...data,
        pages: data.pages.map((page) => ({ ...page, items: page.items.filter((row) => row.id === exceptId || belongs(row, filter, userId)) })),
      },
  )

/** Lists that are not on screen and may now hold other rows are read again when they are shown. */
export const outdateOtherLists = (shown: ListFilter, conversation: Conversation, userId: string) => {
  const shownKey = JSON.stringify(rowsKey(shown))
  for (const [key, data] of queryClient.getQueriesData<Rows>({ queryKey: listsKey })) {
    const filter = key[3] as ListFilter
    if (JSON.stringify(key) === shownKey) continue
    const isRow = rowsOf(data).some(({ id }) => id === conversation.id)
    if (isRow !== belongs(conversation, filter, userId) || isRow) void queryClient.invalidateQueries({ queryKey: key, exact: true, refetchType: 'none' })
  }
}

/** Somebody deleted a conversation: whatever shows it reads again and finds it gone. */
export const forgetConversation = (conversationId: string) => {
  void queryClient.invalidateQueries({ queryKey: [conversationRoutes.list.id] })
  void queryClient.invalidateQueries({ queryKey: keyOf(conversationRoutes.read, { params: { id: conversationId } }) })
}

/** A conversation is no longer within sight: nothing of it stays here. Where it is open, it is asked for again and found absent. */
export const leaveConversation = (conversationId: string) => {
  queryClient.setQueriesData<Rows>(
    { queryKey: listsKey },
    (data) => data && { ...data, pages: data.pages.map((page) => ({ ...page, items: page.items.filter(({ id }) => id !== conversationId) })) },
  )
  queryClient.removeQueries({ queryKey: threadKey(conversationId) })
  void queryClient.resetQueries({ queryKey: conversationKey(conversationId) })
  void queryClient.invalidateQueries({ queryKey: [conversationRoutes.counts.id] })
}

/** Nobody kept the cache true while the inbox was closed: read again what is shown next. */
export const outdateInbox = () => {
  for (const route of [conversationRoutes.list, conversationRoutes.read, conversationRoutes.messages])
    void queryClient.invalidateQueries({ queryKey: [route.id], refetchType: 'none' })
}
