const hour = 3_600_000
const day = 24 * hour
/** Hour of the working day at which what was put off comes back. */
const morning = 9

const formats = new Map<string, Intl.DateTimeFormat>()

/** Making one takes far longer than using it. */
const formatOf = (timeZone: string): Intl.DateTimeFormat => {
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
  formats.set(timeZone, format)
  return format
}

/** Offsets that were looked up, by zone and quarter of an hour: since 1972 clocks change only between those. */
const known = new Map<string, number>()
const quarter = hour / 4
const first = Date.UTC(1972, 0)
const mostKnown = 2000

/** ms by which the zone's clock is ahead of UTC at an instant. */
export const zoneOffset = (at: number, timeZone: string): number => {
  if (at < first) return lookUpOffset(at, timeZone)
  const key = `${timeZone} ${Math.floor(at / quarter)}`
  const offset = known.get(key) ?? lookUpOffset(at, timeZone)
  if (known.size >= mostKnown) known.clear()
  known.set(key, offset)
  return offset
}

const lookUpOffset = (at: number, timeZone: string): number => {
  const parts = Object.fromEntries(
    formatOf(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  )
  const local = Date.UTC(parts.year ?? 0, (parts.month ?? 1) - 1, parts.day, parts.hour, parts.minute, parts.second)
  return local - Math.floor(at / 1000) * 1000
}

/** The instant at which the zone's clock shows `local` (ms as if it were UTC). Asked twice, because the offset may change on the way. */
export const instantOfLocal = (local: number, timeZone: string): number => {
  const guess = local - zoneOffset(local, timeZone)
  return local - zoneOffset(guess, timeZone)
}

/** Nine in the morning, so many days after the day of `now` on the zone's clock. */
export const morningAfter = (days: number, now: number, timeZone: string): number => {
  const midnight = Math.floor((now + zoneOffset(now, timeZone)) / day) * day
  return instantOfLocal(midnight + days * day + morning * hour, timeZone)
}
