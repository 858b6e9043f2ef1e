import type { Flow, FlowDefinition, FlowRun } from '@chasqui/contracts'
import { flowRoutes } from '@chasqui/contracts/http/flows'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { asked, call } from '#lib/api.ts'
import { serverNow } from '#lib/server-clock.ts'
import { type Range, useLifeSearch } from '../search.ts'
import { useSide } from '../versions/use-versions.ts'

export const defaultRange: Range = 30
const hour = 3_600_000

/** Which people count, as the address says. To the hour, so that a look at another panel asks nothing anew. */
export const useSpan = (): { from: string; version?: number } => {
  const { days = defaultRange, version } = useLifeSearch()
  const until = Math.floor(serverNow() / hour) * hour
  return { from: new Date(until - days * 24 * hour).toISOString(), ...(version !== undefined && { version }) }
}

export const useDropOff = (flowId: string) =>
  useQuery({ ...asked(flowRoutes.dropOff, { params: { id: flowId }, query: useSpan() }), placeholderData: keepPreviousData })

/** The flow as the people met it: the version that was asked for, else the published one. */
export const useMet = (flow: Flow): FlowDefinition | undefined => useSide(flow, useLifeSearch().version ?? flow.published?.number ?? 'draft')

export type Behind = 'came' | 'lost'
export const useConversationsBehind = (flowId: string, step: string, what: Behind) => {
  const span = useSpan()
  const query = useInfiniteQuery({
    queryKey: [flowRoutes.dropOffConversations.id, flowId, span, step, what],
    queryFn: ({ pageParam, signal }) =>
      call(
        flowRoutes.dropOffConversations,
        { params: { id: flowId }, query: { ...span, step, what, limit: 20, ...(pageParam && { cursor: pageParam }) } },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
  })
  return { ...query, runs: query.data?.pages.flatMap(({ items }): readonly FlowRun[] => items) ?? [] }
}
