/** `limit` calls in any stretch of `windowMs`, wherever it begins. */
export type Allowance = { limit: number; windowMs: number }
/** What one caller, address or organisation may do, under the key it is counted by. */
export type Ask = Allowance & { key: string }

export type Verdict = {
  allowed: boolean
  /** Of several allowances the tightest is told. */
  limit: number
  /** Calls left right now. */
  remaining: number
  /** Milliseconds until the next call is allowed; 0 when this one was. */
  retryAfterMs: number
  /** Milliseconds until the whole allowance is back. */
  resetMs: number
}

/** Calls of one slice of the window; they count until the last of them is a whole window old. */
export type Slice = { count: number; lastAt: number }

/** The window is counted in so many slices: a key costs a few dozen numbers at most, whatever its limit, and no window ever sees more than the limit. */
const slicesPerWindow = 60

export const sliceOf = (at: number, windowMs: number): number => Math.floor((at * slicesPerWindow) / windowMs)

export const isPast = ({ lastAt }: Slice, at: number, windowMs: number): boolean => lastAt <= at - windowMs

/** What a key has used and when room comes back. `slices` are those that count, oldest first. */
export const judge = (slices: readonly Slice[], at: number, { limit, windowMs }: Allowance): Verdict => {
  const used = slices.reduce((sum, { count }) => sum + count, 0)
  const newest = slices.at(-1)
  const resetMs = newest ? Math.max(0, newest.lastAt + windowMs - at) : 0
  if (used < limit) return { allowed: true, limit, remaining: limit - used, retryAfterMs: 0, resetMs }
  let left = used
  const freed = slices.find(({ count }) => (left -= count) < limit)
  return { allowed: false, limit, remaining: 0, retryAfterMs: freed ? freed.lastAt + windowMs - at : windowMs, resetMs }
}

/** Of the verdicts on one call the one that matters: the longest wait, else the fewest calls left. */
export const tightest = (verdicts: readonly Verdict[]): Verdict =>
  verdicts.reduce((most, verdict) => {
    if (most.allowed !== verdict.allowed) return most.allowed ? verdict : most
    return (verdict.allowed ? verdict.remaining < most.remaining : verdict.retryAfterMs > most.retryAfterMs) ? verdict : most
  })
