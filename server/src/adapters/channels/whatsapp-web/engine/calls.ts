/** Requests over a channel that wait for their answer by number. */
export const createCalls = () => {
  const open = new Map<number, { resolve(result: unknown): void; reject(error: Error): void }>()
  let last = 0
  return {
    /** Sends what `request` makes of a new number; resolves with the answer, rejects when the other side failed or is gone. */
    ask: (request: (call: number) => void): Promise<unknown> =>
      new Promise((resolve, reject) => {
        const call = ++last
        open.set(call, { resolve, reject })
        request(call)
      }),
    answered: (call: number, result: unknown): void => {
      open.get(call)?.resolve(result)
      open.delete(call)
    },
    failed: (call: number, error: string): void => {
      open.get(call)?.reject(new Error(error))
      open.delete(call)
    },
    /** How many wait. */
    open: (): number => open.size,
    /** The other side is gone: nothing that waits is answered any more. */
    abandon: (reason: string): void => {
      for (const { reject } of open.values()) reject(new Error(reason))
      open.clear()
    },
  }
}
export type Calls = ReturnType<typeof createCalls>
