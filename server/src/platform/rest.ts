import { setTimeout as pause } from 'node:timers/promises'

/** A pause of so many milliseconds that keeps no process alive. */
export const lightPause = (milliseconds: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, milliseconds).unref())

/** Milliseconds from one beginning to the next at least, and of a rest at most. */
export type Rests = { shortest: number; longest: number }

/** A rest lasts so many times as long as the work before it. */
const restPerWork = 2

/**
 * How long to rest, in milliseconds, after work that took `took`. Work that looks again and again for what has come meanwhile costs much the same for one
 * find as for ten: where it is slow, because others need the processors, it looks less often and finds more at once.
 */
export const restAfter = (took: number, { shortest, longest }: Rests): number => Math.max(0, shortest - took, Math.min(longest, took * restPerWork))

/** Work that is done again and again, and the rests between. */
export type Rested = {
  /** Resolves when the last work has had its rest; at once when nothing has been done yet. */
  over(rests: Rests): Promise<void>
  /** Does the work; how long it took decides how long the rest after it is. */
  work<Result>(work: () => Promise<Result>): Promise<Result>
}

export const createRested = (): Rested => {
  let last: { took: number; endedAt: number } | null = null
  return {
    over: async (rests) => {
      const early = last ? last.endedAt + restAfter(last.took, rests) - performance.now() : 0
      if (early > 0) await pause(early)
    },
    work: async (work) => {
      const begunAt = performance.now()
      try {
        return await work()
      } finally {
        const endedAt = performance.now()
        last = { took: endedAt - begunAt, endedAt }
      }
    },
  }
}
