/** Minutes of a day's wall clock, from 0 to 1440. */
export type Minutes = number
/** From an instant up to, without, another: milliseconds since the epoch. */
export type Span = readonly [from: number, to: number]

/** A time zone of the IANA data as arithmetic. Days are counted from 1970-01-01 on the wall calendar. */
export type Zone = {
  dayAt(instant: number): number
  minutesAt(instant: number): Minutes
  /**
   * The instants of a day at which its wall clock shows a time from `from` up to, without, `to`. Hours that a change of the clock leaves out are in
   * none; those that it repeats are in twice.
   */
  spans(day: number, from: Minutes, to: Minutes): Span[]
}

export const minuteMs = 60_000
export const dayMs = 86_400_000
const chunkMs = 366 * dayMs
/** Zones that change their clock twice do so weeks apart. */
const sampleMs = 5 * dayMs
const farthestMs = 16 * 60 * minuteMs

/** From `from` on the wall clock is ahead of UTC by `offset`, until the next one. */
type Stretch = { from: number; offset: number }

const offsetIn = (zone: string): ((instant: number) => number) => {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' })
  return (instant) => {
    const name = format.formatToParts(instant).find(({ type }) => type === 'timeZoneName')?.value ?? ''
    const [, sign, hours = '0', minutes = '0', seconds = '0'] = /^GMT([+-])(\d\d):(\d\d)(?::(\d\d))?$/.exec(name) ?? []
    return (sign === '-' ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000
  }
}

/** The first instant after `before` with another offset, to the second; there is one up to `after`. */
const changeBetween = (offsetAt: (instant: number) => number, before: number, after: number): number => {
  const offset = offsetAt(before)
  let [low, high] = [before, after]
  while (high - low > 1000) {
    const middle = low + Math.floor((high - low) / 2000) * 1000
    if (offsetAt(middle) === offset) low = middle
    else high = middle
  }
  return high
}

const stretchesOf = (offsetAt: (instant: number) => number, start: number): Stretch[] => {
  const stretches = [{ from: start, offset: offsetAt(start) }]
  for (let at = start; at < start + chunkMs; at += sampleMs) {
    const next = Math.min(at + sampleMs, start + chunkMs)
    const offset = offsetAt(next)
    if (offset !== stretches.at(-1)!.offset) stretches.push({ from: changeBetween(offsetAt, at, next), offset })
  }
  return stretches
}

const makeZone = (name: string): Zone => {
  const offsetAt = offsetIn(name)
  const known = new Map<number, Stretch[]>()
  const chunk = (index: number): Stretch[] => {
    const stretches = known.get(index) ?? stretchesOf(offsetAt, index * chunkMs)
    known.set(index, stretches)
    return stretches
  }
  const around = (from: number, to: number): Stretch[] => {
    const [first, last] = [Math.floor(from / chunkMs), Math.floor(to / chunkMs)]
    return first === last ? chunk(first) : [...chunk(first), ...chunk(last)]
  }
  const wall = (instant: number) => instant + around(instant, instant).findLast(({ from }) => from <= instant)!.offset
  return {
    dayAt: (instant) => Math.floor(wall(instant) / dayMs),
    minutesAt: (instant) => Math.floor((wall(instant) % dayMs) / minuteMs),
    spans: (day, from, to) => {
      const [opens, closes] = [day * dayMs + from * minuteMs, day * dayMs + to * minuteMs]
      const stretches = around(opens - farthestMs, closes + farthestMs)
      return stretches.flatMap((stretch, index): Span[] => {
        const span = [Math.max(opens - stretch.offset, stretch.from), Math.min(closes - stretch.offset, stretches[index + 1]?.from ?? Infinity)] as const
        return span[0] < span[1] ? [span] : []
      })
    },
  }
}

const zones = new Map<string, Zone>()

/** The zone of this name, which has to be one. What is found out of it is kept. */
export const zoneNamed = (name: string): Zone => {
  const zone = zones.get(name) ?? makeZone(name)
  zones.set(name, zone)
  return zone
}
