/** Milliseconds. */
export type Times = { p50: number; p95: number; p99: number; max: number }

const at = (sorted: ArrayLike<number>, share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN

/** What share of the samples stayed below; the list need not be sorted. */
export const timesOf = (samples: Iterable<number>): Times => {
  const sorted = Float64Array.from(samples).sort()
  return { p50: at(sorted, 0.5), p95: at(sorted, 0.95), p99: at(sorted, 0.99), max: at(sorted, 1) }
}

export const median = (values: number[]): number => timesOf(values).p50
