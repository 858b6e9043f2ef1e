import type { Flow, FlowDefinition } from '@chasqui/contracts'
import { flowRoutes } from '@chasqui/contracts/http/flows'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { asked, call } from '#lib/api.ts'
import type { Side } from '../search.ts'

/** Published versions, newest first. They are read again with everything that happens to the flow. */
export const useVersions = (flowId: string) => {
  const query = useInfiniteQuery({
    queryKey: [flowRoutes.versions.id, flowId],
    queryFn: ({ pageParam, signal }) =>
      call(flowRoutes.versions, { params: { id: flowId }, query: { limit: 25, ...(pageParam && { cursor: pageParam }) } }, { signal }),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
  })
  return { ...query, versions: query.data?.pages.flatMap(({ items }) => items) ?? [] }
}

/** The definition of one side of a comparison; undefined until it is there. A version never changes. */
export const useSide = (flow: Flow, side: Side | undefined): FlowDefinition | undefined => {
  const { data } = useQuery({
    ...asked(flowRoutes.version, { params: { id: flow.id, version: side === undefined || side === 'draft' ? 1 : side } }),
    enabled: typeof side === 'number',
    staleTime: Infinity,
  })
  return side === 'draft' ? flow.definition : side === undefined ? undefined : data?.definition
}

export const useDiff = (flow: Flow, from: number | undefined, to: Side) => {
  const input = { params: { id: flow.id }, query: { ...(from !== undefined && { from }), to } }
  return useQuery({
    queryKey: [flowRoutes.diff.id, input, flow.revision],
    queryFn: ({ signal }) => call(flowRoutes.diff, input, { signal }),
    enabled: from !== undefined,
    placeholderData: keepPreviousData,
  })
}
