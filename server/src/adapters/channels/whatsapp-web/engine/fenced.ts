import type { KeyAccess } from './stored-keys.ts'

/** What a line asks of the product: its keys, and to store what it heard. */
export type Asked = KeyAccess & { hear(payload: unknown): Promise<unknown> }

/**
 * One line's way to what is kept for it. The first failure ends the line for good, before whoever asked is told: one that could not keep what it used must send nothing
 * any more, above all no acknowledgement. Once over, nothing is written, however late the library tries: the next line may have used the keys meanwhile.
 */
export const fenced = ({ load, store, hear }: Asked, failed: () => void) => {
  const running = new Set<Promise<unknown>>()
  let over = false
  const behindFence =
    <Given extends unknown[]>(act: (...given: Given) => Promise<unknown>) =>
    async (...given: Given): Promise<unknown> => {
      if (over) throw new Error('the line is over')
      try {
        return await act(...given)
      } catch (error) {
        const first = !over
        over = true
        if (first) failed()
        throw error
      }
    }
  return {
    load: behindFence(load),
    store: behindFence((values: Parameters<typeof store>[0]) => {
      const work = store(values)
      running.add(work)
      return work.finally(() => running.delete(work))
    }),
    hear: behindFence(hear),
    /** Resolves when no write of this line is on its way any more. */
    end: async (): Promise<void> => {
      over = true
      await Promise.allSettled(running)
    },
  }
}
