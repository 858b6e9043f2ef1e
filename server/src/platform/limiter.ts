import { LRUCache } from 'lru-cache'

/** `limit` calls in `windowMs`, refilled evenly (GCRA): a full burst at once, then one per `windowMs / limit`. */
export type Allowance = { limit: number; windowMs: number }
export type Verdict = {
  allowed: boolean
  /** Calls left right now. */
  remaining: number
  /** Milliseconds until the next call is allowed; 0 when this one was. */
  retryAfterMs: number
  /** Milliseconds until the whole allowance is back. */
  resetMs: number
}
export type Limiter = { take(key: string, allowance: Allowance): Verdict }

export type LimiterOptions = {
  /** Most keys remembered; the least recently used is forgotten, which only ever allows more. */
  keys?: number
  /** Milliseconds of a clock that never jumps. */
  now?: () => number
}

/** Rate limits of this process, in memory. One number per key: the instant at which its allowance is whole again. */
export const createLimiter = ({ keys = 50_000, now = () => performance.now() }: LimiterOptions = {}): Limiter => {
  const wholeAt = new LRUCache<string, number>({ max: keys })
  return {
    take: (key, { limit, windowMs }) => {
      const at = now()
      const interval = windowMs / limit
      const busyUntil = Math.max(wholeAt.get(key) ?? at, at)
      const retryAfterMs = busyUntil + interval - windowMs - at
      // Rounding of many small additions must not cost the last call of the burst.
      if (retryAfterMs > 0.001) return { allowed: false, remaining: 0, retryAfterMs, resetMs: busyUntil - at }
      const next = busyUntil + interval
      wholeAt.set(key, next)
      return { allowed: true, remaining: Math.max(0, Math.floor((windowMs - (next - at)) / interval + 0.001)), retryAfterMs: 0, resetMs: next - at }
    },
  }
}
