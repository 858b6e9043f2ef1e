import type { HostedTenant } from '@chasqui/contracts'
import { hostRoutes } from '@chasqui/contracts/http/host'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { call, keyOf } from '#lib/api.ts'
import { nearestLimit } from './nearest-limit.ts'

export type Status = 'all' | HostedTenant['status']
export type Order = 'name' | 'activity' | 'messages' | 'storage' | 'nearest'

/** As many as one request brings. */
const pageSize = 200

const orders: Record<Order, (one: HostedTenant, other: HostedTenant) => number> = {
  name: () => 0,
  activity: (one, other) => (other.usage.lastActivityAt ?? '').localeCompare(one.usage.lastActivityAt ?? ''),
  messages: (one, other) => other.usage.messages - one.usage.messages,
  storage: (one, other) => other.usage.storageBytes - one.usage.storageBytes,
  nearest: (one, other) => nearestLimit(other) - nearestLimit(one),
}

/** The organisations by name, page by page. Another order is made here, so it takes all pages. */
export const useTenants = ({ q, status, order }: { q: string; status: Status; order: Order }) => {
  const query = { limit: pageSize, ...(q && { q }), ...(status !== 'all' && { status }) }
  const { data, ...rest } = useInfiniteQuery({
    queryKey: keyOf(hostRoutes.tenants, { query }),
    queryFn: ({ pageParam, signal }) => call(hostRoutes.tenants, { query: { ...query, ...(pageParam && { cursor: pageParam }) } }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: (before) => before,
  })
  const { hasNextPage, isFetching, isError, fetchNextPage } = rest
  useEffect(() => {
    if (order !== 'name' && hasNextPage && !isFetching && !isError) void fetchNextPage()
  }, [order, hasNextPage, isFetching, isError, fetchNextPage])
  const tenants = data?.pages.flatMap(({ items }) => items).toSorted(orders[order])
  return { tenants, ...rest }
}
