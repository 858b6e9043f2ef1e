/** Repeatable random numbers from 0 to 1 (xorshift32), so that a run with faults can be run again. */
export const createRandom = (seed: number): (() => number) => {
  let state = seed >>> 0 || 1
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 4_294_967_296
  }
}

/** In place (Fisher-Yates). */
export const shuffle = <T>(items: T[], random: () => number): T[] => {
  for (let last = items.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1))
    ;[items[last], items[other]] = [items[other]!, items[last]!]
  }
  return items
}
