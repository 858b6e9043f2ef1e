import type { OpenInterval } from '@chasqui/contracts'

/** A day's time in minutes, from 0 to 1440 (`24:00`). */
const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))
const clockOf = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

export const slotMinutes = 30
export const slotsInDay = 48
const most = 8

const joined = (intervals: [number, number][]): OpenInterval[] => {
  const all: [number, number][] = []
  for (const [from, to] of intervals.filter(([from, to]) => from < to).toSorted(([one], [other]) => one - other)) {
    const last = all.at(-1)
    if (last && last[1] >= from) last[1] = Math.max(last[1], to)
    else all.push([from, to])
  }
  return all.map(([from, to]) => ({ from: clockOf(from), to: clockOf(to) }))
}

const minutesIn = (intervals: readonly OpenInterval[]): [number, number][] => intervals.map(({ from, to }) => [minutesOf(from), minutesOf(to)])

/** Opens or closes the half hours from `first` to `last`. What would be more intervals than a day may have is left as it was. */
export const paint = (intervals: readonly OpenInterval[], [one, other]: readonly [number, number], open: boolean): OpenInterval[] => {
  const [from, to] = [Math.min(one, other) * slotMinutes, (Math.max(one, other) + 1) * slotMinutes]
  const rest = minutesIn(intervals).flatMap(([begin, end]): [number, number][] => [
    [begin, Math.min(end, from)],
    [Math.max(begin, to), end],
  ])
  const painted = joined(open ? [...minutesIn(intervals), [from, to]] : rest)
  return painted.length > most ? [...intervals] : painted
}

export type Slot = 'open' | 'partly' | 'closed'

/** How much of a half hour is open. */
export const slotAt = (intervals: readonly OpenInterval[], slot: number): Slot => {
  const [from, to] = [slot * slotMinutes, (slot + 1) * slotMinutes]
  const minutes = minutesIn(intervals).reduce((sum, [begin, end]) => sum + Math.max(0, Math.min(end, to) - Math.max(begin, from)), 0)
  return minutes === 0 ? 'closed' : minutes === slotMinutes ? 'open' : 'partly'
}

/** One more interval where there is room: after the last one, an hour later, else before the first. Null when the day is full. */
export const withOneMore = (intervals: readonly OpenInterval[]): OpenInterval[] | null => {
  if (intervals.length >= most) return null
  const end = Math.max(0, ...minutesIn(intervals).map(([, to]) => to))
  if (intervals.length === 0) return [{ from: '09:00', to: '18:00' }]
  if (end < 1440) {
    const from = Math.min(end + 60, 1440 - slotMinutes)
    return [...intervals, { from: clockOf(Math.max(from, end)), to: clockOf(Math.min(from + 240, 1440)) }]
  }
  const begin = Math.min(...minutesIn(intervals).map(([from]) => from))
  return begin === 0 ? null : [{ from: clockOf(Math.max(0, begin - 240)), to: clockOf(Math.max(slotMinutes, begin - 60)) }, ...intervals]
}

/** What is wrong with a day's intervals; null: nothing. */
export const troubleIn = (intervals: readonly OpenInterval[]): 'backwards' | 'overlap' | null => {
  const minutes = minutesIn(intervals)
  if (minutes.some(([from, to]) => from >= to)) return 'backwards'
  return minutes.some(([from], index) => index > 0 && minutes[index - 1]![1] > from) ? 'overlap' : null
}

/** Times to choose from: every quarter of an hour, and the one that is set. */
export const clockChoices = (set: string): string[] => {
  const quarters = Array.from({ length: 97 }, (_, quarter) => clockOf(quarter * 15))
  return quarters.includes(set) ? quarters : [...quarters, set].toSorted()
}
