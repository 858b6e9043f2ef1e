import type { Conversation } from '@chasqui/contracts'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useSight } from '#lib/session.ts'
import { type ListFilter, tabOf } from '../cache/list-filter.ts'
import { changedSearch, type InboxSearch, inboxSearchOf, type View, viewOf } from './inbox-search.ts'

/** Which view, filters, conversation and panel the address names, and the ways to change them. Opening a conversation makes a history entry; the rest replaces. */
export const useInboxAddress = () => {
  const { tenant = '', view: givenView, conversationId = null } = useParams({ strict: false })
  const given: Record<string, unknown> = useSearch({ strict: false })
  const navigate = useNavigate()
  const view = viewOf(givenView, useSight().reach)
  const text = JSON.stringify(inboxSearchOf(given))
  return useMemo(() => {
    const search = JSON.parse(text) as InboxSearch
    const go = (next: { view?: View; conversationId?: string | null; search?: InboxSearch; replace?: boolean }) => {
      const target = { view: next.view ?? view, search: next.search ?? search, replace: next.replace ?? false }
      const id = next.conversationId === undefined ? conversationId : next.conversationId
      const place = { search: target.search, replace: target.replace }
      return id
        ? navigate({ to: '/a/$tenant/inbox/$view/$conversationId', params: { tenant, view: target.view, conversationId: id }, ...place })
        : navigate({ to: '/a/$tenant/inbox/$view', params: { tenant, view: target.view }, ...place })
    }
    return {
      view,
      conversationId,
      search,
      filter: filterOf(view, search),
      open: (id: string | null, { replace = false, message }: { replace?: boolean; message?: string | undefined } = {}) =>
        void go({ conversationId: id, search: changedSearch(search, { panel: search.panel === 'closed' ? 'closed' : undefined, message }), replace }),
      /** The list that holds this conversation whatever the filters, with it open. */
      showHome: (conversation: Conversation) => {
        const tab = tabOf(conversation)
        void go({ view: 'all', search: tab === 'open' ? {} : { tab } })
      },
      show: (next: View) => void go({ view: next, conversationId: null, search: {} }),
      change: (change: Parameters<typeof changedSearch>[1], { replace = true } = {}) => void go({ search: changedSearch(search, change), replace }),
    }
  }, [tenant, view, conversationId, text, navigate])
}
export type InboxAddress = ReturnType<typeof useInboxAddress>

const filterOf = (view: View, { tab = 'open', q, channel, tag, priority, unread, sort }: InboxSearch): ListFilter => ({
  view,
  tab,
  ...(q && { q }),
  ...(channel && { channel }),
  ...(tag && { tag }),
  ...(priority && { priority }),
  ...(unread && { unread }),
  ...(sort && { sort }),
})
