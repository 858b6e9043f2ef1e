import type { OutboxState } from '@chasqui/contracts'
import { operationRoutes } from '@chasqui/contracts/http/operations'
import { useInfiniteQuery } from '@tanstack/react-query'
import { call } from '#lib/api.ts'
import { lookAgainEvery } from '../health.tsx'

/** In the order in which they are passed through; what went wrong at the end. */
export const states: readonly OutboxState[] = ['pending', 'scheduled', 'retry', 'processing', 'sent', 'failed', 'uncertain', 'cancelled']

/** So many pages are read again by themselves; whoever goes further back looks at what changes no more. */
const livePages = 3

/** What a channel sends, the newest first, page by page. */
export const useOutbox = (channelId: string, state: OutboxState | undefined) =>
  useInfiniteQuery({
    queryKey: [operationRoutes.queue.id, 'pages', channelId, state ?? ''],
    queryFn: ({ pageParam, signal }) =>
      call(operationRoutes.queue, { query: { channelId, limit: 30, ...(state && { state }), ...(pageParam && { cursor: pageParam }) } }, { signal }),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
    refetchInterval: ({ state: { data } }) => (data && data.pages.length > livePages ? false : lookAgainEvery),
  })
