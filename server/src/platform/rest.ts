/** Milliseconds from one beginning to the next at least, and of a rest at most. */
export type Rests = { shortest: number; longest: number }

/** A rest lasts so many times as long as the work before it. */
const restPerWork = 2

/**
 * How long to rest, in milliseconds, after work that took `took`. Work that looks again and again for what has come meanwhile costs much the same for one
 * find as for ten: where it is slow, because others need the processors, it looks less often and finds more at once.
 */
export const restAfter = (took: number, { shortest, longest }: Rests): number => Math.max(0, shortest - took, Math.min(longest, took * restPerWork))
