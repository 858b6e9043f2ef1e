import type { Conversation, Page } from '@chasqui/contracts'
import { conversationRoutes } from '@chasqui/contracts/http/conversations'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { call } from '#lib/api.ts'
import { queryClient } from '#lib/query-client.ts'
import { merged, type Rows, rowsKey, rowsOf } from './conversation-cache.ts'
import { type ListFilter, queryOf } from './list-filter.ts'
import { noteFresh } from './news.ts'

/** Rows per page of the list. */
const pageSize = 50

const readPage = async (filter: ListFilter, cursor: string | undefined, signal?: AbortSignal): Promise<Page<Conversation>> => {
  const query = { ...queryOf(filter), limit: pageSize, ...(cursor && { cursor }) }
  const page = await call(conversationRoutes.list, { query }, signal ? { signal } : {})
  return { ...page, items: page.items.map(merged) }
}

/** The rows of a list, page after page; `items` never holds a conversation twice. Until it is known what the address means, nothing is asked. */
export const useConversationList = (filter: ListFilter, isKnown: boolean) => {
  const query = useInfiniteQuery<Page<Conversation>, Error, Rows, ReturnType<typeof rowsKey>, string | undefined>({
    queryKey: rowsKey(filter),
    queryFn: ({ pageParam, signal }) => readPage(filter, pageParam, signal),
    enabled: isKnown,
    initialPageParam: undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  })
  const items = useMemo(() => rowsOf(query.data), [query.data])
  return { ...query, items }
}

/** Puts the list in order again, newest on top, in one step and without a gap on screen. Throws `ApiProblem`. */
export const renewList = async (filter: ListFilter) => {
  await queryClient.cancelQueries({ queryKey: rowsKey(filter), exact: true })
  const page = await readPage(filter, undefined)
  queryClient.setQueryData<Rows>(rowsKey(filter), { pages: [page], pageParams: [undefined] })
}

/** Asks the server what is new in a list that only it can judge; what is stands behind the bar, or in the list when it was empty. */
export const lookForNews = async (filter: ListFilter) => {
  const { items } = await readPage(filter, undefined).catch(() => ({ items: [] }))
  const key = rowsKey(filter)
  const known = rowsOf(queryClient.getQueryData<Rows>(key))
  if (known.length === 0 && items.length > 0) await queryClient.invalidateQueries({ queryKey: key, exact: true })
  else for (const { id } of items) if (known.every((row) => row.id !== id)) noteFresh(JSON.stringify(key), id, true)
}
