import { LRUCache } from 'lru-cache'
import type { HealthPart } from '../http/health.ts'
import { isPast, judge, sliceOf, tightest, type Ask, type Slice, type Verdict } from './sliding-window.ts'

export type MemoryLimiter = {
  /** Counts one call under all of its keys, or under none when one of them has no room. */
  take(asks: readonly Ask[]): Verdict
  /** Takes back a call that was counted a moment ago. */
  giveBack(asks: readonly Ask[]): void
}

export type LimiterOptions = {
  /** Most keys remembered; the least recently used is forgotten, which only ever allows more. */
  keys?: number
  /** Milliseconds of a clock that never jumps. */
  now?: () => number
}

type Slices = Map<number, Slice>

/** Rate limits of this process, in memory: a true sliding window per key. */
export const createLimiter = ({ keys = 50_000, now = () => performance.now() }: LimiterOptions = {}): MemoryLimiter => {
  const known = new LRUCache<string, Slices>({ max: keys })

  const countingSlices = (key: string, at: number, windowMs: number): Slices => {
    const slices: Slices = known.get(key) ?? new Map()
    for (const [number, slice] of slices) if (isPast(slice, at, windowMs)) slices.delete(number)
    return slices
  }

  const count = ({ key, windowMs }: Ask, slices: Slices, at: number): void => {
    const number = sliceOf(at, windowMs)
    slices.set(number, { count: (slices.get(number)?.count ?? 0) + 1, lastAt: at })
    known.set(key, slices)
  }

  return {
    take: (asks) => {
      const at = now()
      const held = asks.map((ask) => ({ ask, slices: countingSlices(ask.key, at, ask.windowMs) }))
      const before = tightest(held.map(({ ask, slices }) => judge([...slices.values()], at, ask)))
      if (!before.allowed) return before
      for (const { ask, slices } of held) count(ask, slices, at)
      return { ...before, remaining: before.remaining - 1, resetMs: Math.max(...asks.map(({ windowMs }) => windowMs)) }
    },
    giveBack: (asks) => {
      for (const { key } of asks) {
        const newest = [...(known.get(key)?.values() ?? [])].at(-1)
        if (newest && newest.count > 0) newest.count--
      }
    },
  }
}

export type Limiter = {
  /** Counts one call under all of its keys, or under none when one of them has no room. Never fails. */
  take(asks: readonly Ask[]): Promise<Verdict>
  /** Where limits are counted now. */
  health(): Promise<HealthPart>
  close(): Promise<void>
}

/** Limits of this process alone. */
export const createLocalLimiter = (): Limiter => {
  const memory = createLimiter()
  return { take: async (asks) => memory.take(asks), health: async () => ({ status: 'ok', kind: 'memory' }), close: async () => {} }
}
