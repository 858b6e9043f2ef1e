import { createLocalLimiter, type Limiter } from '#platform/limits/limiter'
import type { Log } from '#platform/log'
import type { Metrics } from '#platform/metrics'

/** Counts calls, shared with other nodes where Redis is. */
export const openLimiter = async ({ redisUrl, log, metrics }: { redisUrl: string | null; log: Log; metrics: Metrics }): Promise<Limiter> => {
  if (!redisUrl) return createLocalLimiter()
  const { createSharedLimiter } = await import('#platform/limits/shared-limiter')
  return createSharedLimiter({ url: redisUrl, log, shared: (yes) => metrics.limitsShared.set(yes ? 1 : 0) })
}
