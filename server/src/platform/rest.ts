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
  /** Resolves when the rest after the last work is over; at once when nothing has been done yet. */
  over(): Promise<void>
  /** Does the work; how long it took decides how long the rest after it is. */
  work<Result>(work: () => Promise<Result>): Promise<Result>
}

export const createRested = (rests: Rests): Rested => {
  let until = 0
  return {
    over: async () => {
      const early = until - performance.now()
      if (early > 0) await pause(early)
    },
    work: async (work) => {
      const begunAt = performance.now()
      try {
        return await work()
      } finally {
        until = performance.now() + restAfter(performance.now() - begunAt, rests)
      }
    },
  }
}
