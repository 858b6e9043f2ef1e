/** The contract's `furthestAhead`: 31 days, in seconds. */
export const furthest = 31 * 86_400

const week = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']

/** Which day of the week (0 = Sunday) and how many seconds of it have passed, on a zone's clock. */
const placeInWeek = (timeZone: string, at: number) => {
  const format = new Intl.DateTimeFormat('en-US', { timeZone, weekday: 'short', hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' })
  const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]))
  return { day: week.indexOf(parts.weekday ?? ''), seconds: Number(parts.hour) * 3600 + Number(parts.minute) * 60 + Number(parts.second) }
}

type Moment = { /** 0 = Sunday. */ weekday: number; hour: number }

/**
 * How far ahead a phone's clock has to be to show the next such moment after what it shows now; `now` in ms, the rest in seconds. Where clocks
 * change in between, the hour on the wall counts.
 */
export const aheadUntil = ({ weekday, hour }: Moment, now: number, ahead: number, timeZone: string): number => {
  const shown = now + ahead * 1000
  const { day, seconds } = placeInWeek(timeZone, shown)
  const distance = (((weekday - day + 7) % 7) * 86_400 + hour * 3600 - seconds + 7 * 86_400) % (7 * 86_400) || 7 * 86_400
  const reached = placeInWeek(timeZone, shown + distance * 1000).seconds
  // Half a day at most: a clock that jumped back from midnight is late, not a day early.
  const late = ((hour * 3600 - reached + 43_200 + 86_400) % 86_400) - 43_200
  return ahead + distance + late
}
