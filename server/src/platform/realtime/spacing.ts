import { lightPause, restAfter, type Rests } from '../rest.ts'

export type Spacing = { ask(key: string): void; stop(): void }

/**
 * Does work for a key at once when it is asked for, and once more when it is asked for meanwhile: after a rest. What is asked for in between is done together.
 * `work` has to tell its failures itself; `now` is a clock in milliseconds that never goes back.
 */
export const createSpacing = (rests: Rests, work: (key: string) => Promise<void>, now: () => number = () => performance.now()): Spacing => {
  /** Keys that are worked on or rest, and whether they have been asked for since. */
  const busy = new Map<string, boolean>()
  let stopped = false
  const run = async (key: string): Promise<void> => {
    do {
      busy.set(key, false)
      const startedAt = now()
      await work(key).catch(() => {})
      await lightPause(restAfter(now() - startedAt, rests))
    } while (busy.get(key) === true && !stopped)
    busy.delete(key)
  }
  return {
    ask: (key) => {
      if (busy.has(key)) busy.set(key, true)
      else if (!stopped) void run(key)
    },
    stop: () => void (stopped = true),
  }
}
