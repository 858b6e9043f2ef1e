import type { PhoneMessage } from '@chasqui/contracts'
import { simulatorRoutes } from '@chasqui/contracts/http/simulator'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { call } from '#lib/api.ts'
import { useConnection } from '#lib/realtime.ts'

export const screenKey = (channelId: string, phone: string) => [simulatorRoutes.screen.id, { channelId, phone }]

/** How often the screen is read while no hints can arrive, in ms. */
const withoutHints = 4000

/** What one phone shows, oldest first, with the pages read so far. Hints say when to read again (use-hints.ts). */
export const useScreen = (channelId: string, phone: string) => {
  const { state } = useConnection()
  const query = useInfiniteQuery({
    queryKey: screenKey(channelId, phone),
    queryFn: ({ pageParam, signal }) =>
      call(simulatorRoutes.screen, { params: { channelId, phone }, query: pageParam === null ? {} : { cursor: pageParam } }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    staleTime: 0,
    refetchInterval: state === 'connected' ? false : withoutHints,
  })
  const messages = useMemo<PhoneMessage[]>(() => (query.data?.pages ?? []).toReversed().flatMap(({ items }) => items), [query.data])
  return { ...query, messages }
}
