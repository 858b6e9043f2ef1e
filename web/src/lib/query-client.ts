import { QueryClient } from '@tanstack/react-query'
import { mayPass } from './api-problem.ts'

/**
 * One cache for the whole app. Live events keep it true, so nothing is refetched on focus; what does not pass (4xx) is not repeated.
 * Emptied when the tenant changes or somebody signs out.
 */
export const queryClient = new QueryClient({
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
