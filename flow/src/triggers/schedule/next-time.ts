import { instantOfLocal, zoneOffset } from '@chasqui/contracts/zoned-time'
import type { FlowTrigger } from '../../definition.ts'

type When = Pick<Extract<FlowTrigger, { type: 'schedule' }>, 'time' | 'days' | 'dates'>

const day = 86_400_000
/** A day of the week comes within a week; the day that the zone's clock shows may be a day off at its edges. */
const daysAhead = 9

/** When a schedule falls due next after an instant (ms), by the zone's clock; null: never again. Where the clock skips the time, at the time that it shows then. */
export const nextTime = ({ time, days, dates }: When, after: number, timeZone: string): number | null => {
  const [hours, minutes] = time.split(':').map(Number) as [number, number]
  const at = (midnight: number): number => instantOfLocal(midnight + (hours * 60 + minutes) * 60_000, timeZone)
  const today = Math.floor((after + zoneOffset(after, timeZone)) / day) * day
  const midnights =
    dates.length > 0
      ? dates.toSorted().map((date) => Date.parse(`${date}T00:00:00Z`))
      : Array.from({ length: daysAhead }, (_, ahead) => today + ahead * day).filter((midnight) => days.length === 0 || days.includes(weekday(midnight)))
  return midnights.map(at).find((instant) => instant > after) ?? null
}

/** 1 is Monday. */
const weekday = (midnight: number): number => new Date(midnight).getUTCDay() || 7
