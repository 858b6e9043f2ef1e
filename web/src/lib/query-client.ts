import { type InvalidateOptions, type InvalidateQueryFilters, type Query, QueryClient, type QueryKey } from '@tanstack/react-query'
import { mayPass } from './api-problem.ts'

/**
 * News can overtake a first read: `invalidateQueries` does not begin it anew, a change finds nothing to change, and what the server had
 * answered before would be shown as true. So it is read once more when it has come.
 */
class LiveQueryClient extends QueryClient {
  readonly #overtaken = new Set<Query>()

  override invalidateQueries<Key extends QueryKey = QueryKey>(filters?: InvalidateQueryFilters<Key>, options?: InvalidateOptions): Promise<void> {
    const firstReads = this.getQueryCache()
      .findAll({ ...filters, fetchStatus: 'fetching' } as InvalidateQueryFilters)
      .filter((query) => query.state.data === undefined)
    const rest = super.invalidateQueries(filters, options)
    return Promise.all([rest, ...firstReads.map((query) => this.#readOnceMore(query, filters?.refetchType))]).then(() => undefined)
  }

  /** Changes what is known under a key, if something is. */
  changeKnown<Data>(queryKey: QueryKey, change: (known: Data) => Data): void {
    const changed = this.setQueryData<Data>(queryKey, (known) => known && change(known))
    const query = changed === undefined ? this.getQueryCache().find({ queryKey, exact: true, fetchStatus: 'fetching' }) : undefined
    if (query) void this.#readOnceMore(query, 'active')
  }

  async #readOnceMore(query: Query, refetchType: InvalidateQueryFilters['refetchType']): Promise<void> {
    if (this.#overtaken.has(query)) return
    this.#overtaken.add(query)
    // While it is on its way this is the same read and not another.
    const arrived = await query.fetch().then(
      () => true,
      () => false,
    )
    this.#overtaken.delete(query)
    if (arrived) await this.invalidateQueries({ queryKey: query.queryKey, exact: true, ...(refetchType && { refetchType }) })
  }
}

/**
 * One cache for the whole app. Live events keep it true, so nothing is refetched on focus; what does not pass (4xx) is not repeated.
 * Emptied when the tenant changes or somebody signs out.
 */
export const queryClient = new LiveQueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      gcTime: 15 * 60_000,
      refetchOnWindowFocus: false,
      networkMode: 'always',
      retry: (count, error) => count < 2 && mayPass(error),
      retryDelay: (count) => Math.min(8000, 800 * 2 ** count),
    },
    mutations: { networkMode: 'always', retry: false },
  },
})
