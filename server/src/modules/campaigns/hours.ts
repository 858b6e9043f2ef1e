import { createHash } from 'node:crypto'
import type { CampaignSettings, HoursAnswer } from '@chasqui/contracts'
import { businessTime, type BusinessTime } from './domain/business-time.ts'
import { hoursKey } from './domain/hours-key.ts'
import { holidayCalendar, holidayName } from './holidays.ts'

const clock = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** Hours and the zone that they are in. */
export type ZonedHours = { hours: CampaignSettings['hours']; zone: string }

/** Short, and the same for the same hours. */
export const keyOfHours = ({ hours, zone }: ZonedHours): string => createHash('sha256').update(hoursKey(hours, zone)).digest('base64url').slice(0, 16)

/** Hours as a clock, with the key by which they are known again. */
export const clockOfHours = (zoned: ZonedHours): { key: string; time: BusinessTime } => ({
  key: keyOfHours(zoned),
  time: businessTime(zoned.hours, zoned.zone, holidayCalendar(zoned.hours.holidays)),
})

/** Whether somebody is there at an instant, by which rule of that day, and when it changes. */
export const answerHours = (hours: CampaignSettings['hours'], timeZone: string, at: Date): HoursAnswer => {
  const time = businessTime(hours, timeZone, holidayCalendar(hours.holidays))
  const { date, weekday, rule, open: intervals } = time.ruleAt(at)
  const open = time.isOpen(at)
  const changes = open ? time.nextClosing(at) : time.nextOpening(at)
  return {
    at: at.toISOString(),
    timeZone,
    open,
    date,
    weekday,
    rule,
    holiday: rule === 'always' ? null : holidayName(hours.holidays, date),
    special: rule === 'special' ? (hours.special.find((day) => day.date === date)?.name ?? null) : null,
    intervals: intervals.map(({ from, to }) => ({ from: clock(from), to: clock(to) })),
    changesAt: changes?.toISOString() ?? null,
  }
}
