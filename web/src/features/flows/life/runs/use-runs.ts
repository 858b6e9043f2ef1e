import type { FlowRun, FlowRunState } from '@chasqui/contracts'
import { flowRoutes } from '@chasqui/contracts/http/flows'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { call } from '#lib/api.ts'

/** Which runs are listed, and the one whose path is open, as they stand in the address. */
export type RunsSearch = { state?: FlowRunState; step?: string; version?: number; text?: string; run?: string }

const from = '/a/$tenant/flows/$flowId/runs'

export const useRunsSearch = () => {
  const search: RunsSearch = useSearch({ from })
  const navigate = useNavigate({ from })
  const go = (change: { [Key in keyof RunsSearch]?: RunsSearch[Key] | undefined }, { replace = false } = {}) =>
    void navigate({
      to: '.',
      replace,
      search: (before: RunsSearch) =>
        Object.fromEntries(Object.entries({ ...before, ...change }).filter(([, value]) => value !== undefined && value !== '')) as RunsSearch,
    })
  return { search, go }
}

/** Runs within reach, newest first. */
export const useRuns = (flowId: string, { run: _, ...filters }: RunsSearch) => {
  const query = useInfiniteQuery({
    queryKey: [flowRoutes.runs.id, flowId, filters],
    queryFn: ({ pageParam, signal }) =>
      call(flowRoutes.runs, { params: { id: flowId }, query: { ...filters, limit: 30, ...(pageParam && { cursor: pageParam }) } }, { signal }),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
  })
  return { ...query, runs: query.data?.pages.flatMap(({ items }): readonly FlowRun[] => items) ?? [] }
}
