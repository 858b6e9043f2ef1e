import type { Conversation } from '@chasqui/contracts'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useSight } from '#lib/session.ts'
import { type ListFilter, tabOf } from '../cache/list-filter.ts'
import { type FilterWords, readFilters, writeFilters } from './filter-words.ts'
import { changedSearch, type InboxSearch, inboxSearchOf, pathOf, type Place, placeOf } from './inbox-search.ts'
import { type Meant, useMeant } from './use-meant.ts'

type Change<Fields> = { [Name in keyof Fields]?: Fields[Name] | undefined }

/** Which view, filters, conversation and panel the address names, and the ways to change them. Opening a conversation makes a history entry; the rest replaces. */
export const useInboxAddress = () => {
  const { tenant = '', view: givenPath, conversationId = null } = useParams({ strict: false })
  const given: Record<string, unknown> = useSearch({ strict: false })
  const navigate = useNavigate()
  const path = pathOf(placeOf(givenPath, useSight().reach))
  const text = JSON.stringify(inboxSearchOf(given))
  const search = useMemo(() => JSON.parse(text) as InboxSearch, [text])
  const words = useMemo(() => readFilters(search.f), [search])
  const place = useMemo(() => placeOf(path, 'all'), [path])
  const meant = useMeant(words, place.queue)
  return useMemo(() => {
    const go = (next: { place?: Place; conversationId?: string | null; search?: InboxSearch; replace?: boolean }) => {
      const view = next.place ? pathOf(next.place) : path
      const id = next.conversationId === undefined ? conversationId : next.conversationId
      const how = { search: next.search ?? search, replace: next.replace ?? false }
      return id
        ? navigate({ to: '/a/$tenant/inbox/$view/$conversationId', params: { tenant, view, conversationId: id }, ...how })
        : navigate({ to: '/a/$tenant/inbox/$view', params: { tenant, view }, ...how })
    }
    // From where the last change led, which may not be on screen yet: two in a row both count. The router types no search for whatever page is at hand.
    const rewrite = (next: (now: InboxSearch) => InboxSearch, replace = true) =>
      void navigate({ to: '.', search: ((now: Record<string, unknown>) => next(inboxSearchOf(now))) as never, replace })
    const change = (changes: Change<InboxSearch>, { replace = true } = {}) => rewrite((now) => changedSearch(now, changes), replace)
    return {
      path,
      place,
      conversationId,
      search,
      words,
      meant,
      filter: filterOf(place, search, words, meant),
      open: (id: string | null, { replace = false, message }: { replace?: boolean; message?: string | undefined } = {}) =>
        void go({ conversationId: id, search: changedSearch(search, { panel: search.panel === 'closed' ? 'closed' : undefined, message }), replace }),
      /** The list that holds this conversation whatever the filters, with it open. */
      showHome: (conversation: Conversation) => {
        const tab = tabOf(conversation)
        void go({ place: { view: 'all' }, search: tab === 'open' ? {} : { tab } })
      },
      show: (next: Place, withSearch: InboxSearch = {}) => void go({ place: next, conversationId: null, search: withSearch }),
      change,
      /** Changes some filters; `undefined` takes one off. */
      narrow: (changes: Change<FilterWords>) => rewrite((now) => changedSearch(now, { f: writeFilters({ ...readFilters(now.f), ...changes }) })),
      clear: () => change({ q: undefined, f: undefined }),
    }
  }, [tenant, path, place, conversationId, search, words, meant, navigate])
}
export type InboxAddress = ReturnType<typeof useInboxAddress>

const filterOf = (
  { view }: Place,
  { tab = 'open', q, sort }: InboxSearch,
  { stage, state, priority, window, waiting, unread }: FilterWords,
  meant: Meant,
): ListFilter => {
  const { channel, queue, campaign, assignee, tag } = meant.items
  return {
    view,
    tab,
    ...(meant.queueOfView && { queueOfView: meant.queueOfView.id }),
    ...(q && { q }),
    ...(channel && { channel: channel.id }),
    ...(queue && !meant.queueOfView && { queue: queue.id }),
    ...(campaign && { campaign: campaign.id }),
    ...(assignee && { assignee: assignee.id }),
    ...(tag && { tag: tag.id }),
    ...(stage && { stage }),
    ...(state && { state }),
    ...(priority && { priority }),
    ...(window && { window }),
    ...(waiting && { waiting }),
    ...(unread && { unread }),
    ...(sort && { sort }),
  }
}
