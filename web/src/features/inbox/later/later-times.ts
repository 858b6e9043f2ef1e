import { morningAfter, zoneOffset } from '@chasqui/contracts/zoned-time'

const hour = 3_600_000

/** When something is usually said later, on the tenant's clock, as ISO text in UTC. Only what is still to come. */
export const laterTimes = (now: number, timeZone: string): { name: 'hour' | 'evening' | 'tomorrow' | 'monday'; at: string }[] => {
  const weekday = new Date(now + zoneOffset(now, timeZone)).getUTCDay()
  const morning = (days: number) => morningAfter(days, now, timeZone)
  // Nine hours after today's morning: when people are home.
  const evening = morning(0) + 9 * hour
  const toMonday = (8 - weekday) % 7 || 7
  return [
    { name: 'hour' as const, at: now + hour },
    ...(evening - now > 2 * hour ? [{ name: 'evening' as const, at: evening }] : []),
    { name: 'tomorrow' as const, at: morning(1) },
    ...(toMonday > 1 ? [{ name: 'monday' as const, at: morning(toMonday) }] : []),
  ].map(({ name, at }) => ({ name, at: new Date(at).toISOString() }))
}
