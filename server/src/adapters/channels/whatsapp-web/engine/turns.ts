/**
 * Lets at most so many begin at a time; the others wait in turn, behind those that go `first`. `begin` is called for each, and whatever begins tells by `begun` that it is past its beginning, any number of times.
 */
export const createTurns = <One>(atOnce: number, begin: (one: One) => void) => {
  const beginning = new Set<One>()
  let waiting: One[] = []
  const admit = (): void => {
    while (beginning.size < atOnce && waiting.length > 0) {
      const next = waiting.shift()!
      beginning.add(next)
      begin(next)
    }
  }
  return {
    wait: (one: One, first = false): void => {
      waiting = first ? [one, ...waiting] : [...waiting, one]
      admit()
    },
    begun: (one: One): void => {
      if (beginning.delete(one)) admit()
    },
    /** It does not want to begin any more. */
    leave: (one: One): void => {
      waiting = waiting.filter((other) => other !== one)
      if (beginning.delete(one)) admit()
    },
    counts: () => ({ beginning: beginning.size, waiting: waiting.length }),
  }
}
