import { morningAfter, zoneOffset } from '@chasqui/contracts/zoned-time'

/** When a conversation comes back, on the tenant's clock. Instants are ISO text in UTC. */
export type SnoozeTimes = { later: string; tomorrow: string; monday: string; reply: string }

const hour = 3_600_000
const day = 24 * hour
/** "Until they reply" is far enough; any message of the customer ends it. */
const farAway = 365 * day

/** Whether a snooze lasts until the customer writes. */
export const isUntilReply = (until: string, now: number): boolean => Date.parse(until) - now > farAway / 2

export const snoozeTimes = (now: number, timeZone: string): SnoozeTimes => {
  const weekday = new Date(now + zoneOffset(now, timeZone)).getUTCDay()
  const morning = (days: number) => new Date(morningAfter(days, now, timeZone)).toISOString()
  return {
    later: new Date(now + 3 * hour).toISOString(),
    tomorrow: morning(1),
    monday: morning((8 - weekday) % 7 || 7),
    reply: new Date(now + farAway).toISOString(),
  }
}
