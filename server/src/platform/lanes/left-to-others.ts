/** What only another node can do is left to the others for so long; after that somebody has to look, for nodes die. */
const leftMilliseconds = 5000

export type LeftToOthers = {
  leave(key: string): void
  /** It can be done here again. */
  takeBack(key: string): void
  /** What is left to others now. */
  keys(): string[]
}

/** Remembers the keys of lanes that another node has to work on. */
export const createLeftToOthers = (): LeftToOthers => {
  const until = new Map<string, number>()
  return {
    leave: (key) => void until.set(key, performance.now() + leftMilliseconds),
    takeBack: (key) => void until.delete(key),
    keys: () => {
      for (const [key, end] of until) if (end <= performance.now()) until.delete(key)
      return [...until.keys()]
    },
  }
}
