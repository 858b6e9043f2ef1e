/**
 * Lets pieces of work with the same key run one after the other. Sign-ins of one account take turns, so that a burst of parallel guesses
 * meets the lock-out exactly as single ones would.
 */
export const createTurns = () => {
  const last = new Map<string, Promise<unknown>>()
  return async <Result>(key: string, work: () => Promise<Result>): Promise<Result> => {
    const mine = (last.get(key) ?? Promise.resolve()).then(work, work)
    last.set(key, mine)
    try {
      return await mine
    } finally {
      if (last.get(key) === mine) last.delete(key)
    }
  }
}
