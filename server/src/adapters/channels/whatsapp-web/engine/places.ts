/**
 * A bounded number of places, named by numbers, each with one thing in it at a time. A place that was given back is used again before a clean one, which
 * writes over what still lies there; what nobody writes over is emptied by `sweep`.
 */
export const createPlaces = (names: string[]) => {
  let clean = [...names]
  let used: string[] = []
  const waiting: ((name: string) => void)[] = []
  const give = (name: string, to: (name: string) => void): void => {
    const next = waiting.shift()
    if (next) next(name)
    else to(name)
  }
  return {
    /** Waits while all are taken, in turn. */
    take: (): Promise<string> => {
      const name = used.pop() ?? clean.pop()
      return name === undefined ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(name)
    },
    /** As found: there is something in these. */
    occupy: (names: string[]): void => void (clean = clean.filter((name) => !names.includes(name))),
    /** What is in it is of no use any more, whoever put it there. */
    leave: (name: string): void => give(name, (left) => void used.push(left)),
    /** Empties what was left and is not used again yet. */
    sweep: async (empty: (names: string[]) => Promise<unknown>): Promise<void> => {
      const names = used
      used = []
      if (names.length === 0) return
      await empty(names)
      for (const name of names) give(name, (left) => void clean.push(left))
    },
  }
}
