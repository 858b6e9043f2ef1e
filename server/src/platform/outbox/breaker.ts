/**
 * Circuit breaker of one sender: after `threshold` failures in a row it opens, waits (5 s doubling to 2 min), then lets one probe through.
 * Hand-written because it steers claiming (how many, from when) rather than wrapping a call.
 */
export type BreakerState = 'closed' | 'open' | 'half-open'
export type Breaker = {
  state(): BreakerState
  success(): void
  failure(now: number): void
  /** Milliseconds since the epoch until which nothing may be sent; 0 = now. */
  blockedUntil(now: number): number
  /** True while a single probe decides. */
  probing(): boolean
}

export const createBreaker = (threshold = 5): Breaker => {
  let failures = 0
  let openUntil = 0
  let openings = 0
  let state: BreakerState = 'closed'
  return {
    state: () => state,
    success: () => {
      failures = 0
      openings = 0
      state = 'closed'
    },
    failure: (now) => {
      failures++
      if (state === 'closed' && failures < threshold) return
      openUntil = now + Math.min(120_000, 5000 * 2 ** openings++)
      state = 'open'
    },
    blockedUntil: (now) => {
      if (state !== 'open') return 0
      if (now >= openUntil) {
        state = 'half-open'
        return 0
      }
      return openUntil
    },
    probing: () => state === 'half-open',
  }
}
