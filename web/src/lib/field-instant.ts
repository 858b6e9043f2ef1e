import { instantOfLocal, zoneOffset } from '@chasqui/contracts/zoned-time'

/** `2026-03-12T09:30` of a date field, read on the tenant's clock, as ISO text in UTC. Null when it is not a date. */
export const instantOfField = (value: string, timeZone: string): string | null => {
  const local = Date.parse(`${value}Z`)
  return Number.isNaN(local) ? null : new Date(instantOfLocal(local, timeZone)).toISOString()
}

/** The same the other way round, for the field's first value. */
export const fieldOf = (at: number, timeZone: string): string => new Date(at + zoneOffset(at, timeZone)).toISOString().slice(0, 16)
