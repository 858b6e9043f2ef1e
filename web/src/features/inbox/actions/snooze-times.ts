/** When a conversation comes back, on the tenant's clock. Instants are ISO text in UTC. */
export type SnoozeTimes = { later: string; tomorrow: string; monday: string; reply: string }

const hour = 3_600_000
const day = 24 * hour
/** Hour of the working day at which what was put off comes back. */
const morning = 9
/** "Until they reply" is far enough; any message of the customer ends it. */
const farAway = 365 * day

/** ms by which the zone's clock is ahead of UTC at an instant. */
const offsetAt = (at: number, timeZone: string): number => {
  const parts = Object.fromEntries(
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
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  )
  const local = Date.UTC(parts.year ?? 0, (parts.month ?? 1) - 1, parts.day, parts.hour, parts.minute, parts.second)
  return local - Math.floor(at / 1000) * 1000
}

/** The instant at which the zone's clock shows `local` (ms as if it were UTC). Asked twice, because the offset may change on the way. */
const instantOf = (local: number, timeZone: string): number => {
  const guess = local - offsetAt(local, timeZone)
  return local - offsetAt(guess, timeZone)
}

/** `2026-03-12T09:30` of a date field, read on the tenant's clock. Null when it is not a date. */
export const instantOfField = (value: string, timeZone: string): string | null => {
  const local = Date.parse(`${value}Z`)
  return Number.isNaN(local) ? null : new Date(instantOf(local, timeZone)).toISOString()
}

/** The same the other way round, for the field's first value. */
export const fieldOf = (at: number, timeZone: string): string => new Date(at + offsetAt(at, timeZone)).toISOString().slice(0, 16)

export const snoozeTimes = (now: number, timeZone: string): SnoozeTimes => {
  const local = now + offsetAt(now, timeZone)
  const midnight = Math.floor(local / day) * day
  const weekday = new Date(local).getUTCDay()
  const morningAfter = (days: number) => new Date(instantOf(midnight + days * day + morning * hour, timeZone)).toISOString()
  return {
    later: new Date(now + 3 * hour).toISOString(),
    tomorrow: morningAfter(1),
    monday: morningAfter((8 - weekday) % 7 || 7),
    reply: new Date(now + farAway).toISOString(),
  }
}
