/** Up to so many milliseconds a commit's wait for the disk costs less than another round trip to the database that waits for it apart. */
const short = 1
/** The shortest of the last few counts: a busy processor makes a wait longer, nothing makes it shorter. */
const kept = 3
/** What is older says nothing of the disk as it is now. */
const oldestMilliseconds = 1000

export type DiskTimes = {
  note(milliseconds: number, now: number): void
  /** Whether the disk took little lately. False when nobody looked lately. */
  areShort(now: number): boolean
  /** Whether it is time to look again. */
  areDue(now: number): boolean
}

/** What the disk took for the last commits that waited for it. All times are milliseconds of one clock. */
export const createDiskTimes = (): DiskTimes => {
  let latest: number[] = []
  let notedAt = -Infinity
  return {
    note: (milliseconds, now) => {
      latest = [milliseconds, ...latest].slice(0, kept)
      notedAt = now
    },
    areShort: (now) => now - notedAt < oldestMilliseconds && Math.min(...latest) <= short,
    areDue: (now) => now - notedAt >= oldestMilliseconds / 4,
  }
}
