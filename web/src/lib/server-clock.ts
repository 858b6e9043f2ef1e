/**
 * The server's clock, because laptops lie about the time: every "5 min ago" and every countdown counts from here.
 * The HTTP date has a resolution of 1 s, so differences under 2 s are taken for none.
 */
let ahead = 0

export const learnServerTime = (date: string | null, now = Date.now()) => {
  const said = date ? Date.parse(date) : Number.NaN
  if (Number.isNaN(said)) return
  const difference = said + 500 - now
  ahead = Math.abs(difference) < 2000 ? 0 : difference
}

/** Milliseconds by which the server's clock is ahead of this device's; below zero it is behind. */
export const clockDifference = () => ahead

/** Milliseconds since 1970 by the server's clock. */
export const serverNow = () => Date.now() + ahead
