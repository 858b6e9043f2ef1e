import type { CampaignSettings, HoursAnswer } from '@chasqui/contracts'
import { businessTime } from './domain/business-time.ts'
import { holidayCalendar, holidayName } from './holidays.ts'

const clock = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

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
