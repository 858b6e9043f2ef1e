import type { Answer } from '@chasqui/contracts'
import { conversationRoutes } from '@chasqui/contracts/http/conversations'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { call, keyOf } from './api.ts'
import { useCan } from './session.ts'

type FoundPage = Answer<typeof conversationRoutes.search>
export type FoundMessage = FoundPage['items'][number]

/** Fewer letters are in nearly every message. */
const fewestLetters = 3

/**
 * The newest messages that hold the words, at most `limit` of them, shown as they are found: the server looks for a bounded time and then answers with
 * what it has, so that this asks on until there are enough or no older ones. `isLooking` through older ones until then.
 */
export const useFoundMessages = (words: string, limit: number): { found: readonly FoundMessage[]; isLooking: boolean } => {
  const wanted = useCan('conversations.read') && words.length >= fewestLetters
  const query = { q: words, limit }
  const { data, isFetching, isError, hasNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: [...keyOf(conversationRoutes.search, { query }), 'pages'],
    queryFn: ({ pageParam, signal }): Promise<FoundPage> =>
      call(conversationRoutes.search, { query: { ...query, ...(pageParam && { cursor: pageParam }) } }, { signal }),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    enabled: wanted,
    placeholderData: keepPreviousData,
  })
  const found = wanted ? (data?.pages ?? []).flatMap((page) => page.items).slice(0, limit) : []
  const goesOn = wanted && hasNextPage && !isError && found.length < limit
  useEffect(() => {
    if (goesOn && !isFetching) void fetchNextPage()
  }, [goesOn, isFetching, fetchNextPage])
  return { found, isLooking: goesOn }
}
