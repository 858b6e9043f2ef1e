import type { Draft, TimeSaid } from './draft.ts'
import type { MomentContext } from './moment-context.ts'
import type { Moment } from './moment.ts'
import { withinPart } from './part-words.ts'

/** The hours of the day that a business is likelier to mean come first. */
const daytimeFirst = (one: number, other: number): number => Number(isNightly(one)) - Number(isNightly(other))
const isNightly = (minutes: number): boolean => minutes < 7 * 60 || minutes >= 21 * 60

/** The times that may be meant, in minutes of the day, likeliest first; null when none was said. "Al mediodía, a las 12" is one time said twice. */
export const timesMeant = (draft: Draft, part: Moment['part'], context: MomentContext): number[] | null => {
  if (draft.times.length === 0) return null
  const each = draft.times.map((time) => timesOf(draft, time, part, context).toSorted(daytimeFirst))
  const agreed = each.length > 1 && draft.doubts.size === 0 ? each.reduce((both, times) => both.filter((minutes) => times.includes(minutes))) : []
  if (agreed.length > 0) return agreed
  if (each.length > 1 && draft.doubts.size === 0) draft.doubts.add('alternatives')
  return each.flat()
}

const timesOf = (draft: Draft, { minutes, sure, meridiem }: TimeSaid, part: Moment['part'], { hours }: MomentContext): number[] => {
  const hour = Math.floor(minutes / 60)
  if (meridiem) {
    const half = hour > 12 ? minutes : minutes - (hour === 12 ? 720 : 0) + (meridiem === 'pm' ? 720 : 0)
    if (part !== null && !withinPart(half % 1440, part).includes(half % 1440)) draft.doubts.add('contradiction')
    return [half]
  }
  if (part !== null && minutes <= 1440) {
    const fitting = minutes === 1440 && part === 'night' ? [1440] : withinPart(minutes, part)
    if (fitting.length > 0) {
      // Noon or midnight: "12 de la mañana" is said for both.
      if (part === 'morning' && hour === 12) draft.doubts.add('contradiction')
      return fitting
    }
    draft.doubts.add('contradiction')
    return minutes > 720 || minutes < 60 ? [minutes] : [minutes, minutes + 720]
  }
  if (sure || hour === 0 || hour > 12) return [minutes]
  const both = [minutes, minutes + 720]
  const within = hours ? both.filter((each) => each >= hours.from && each <= hours.to) : []
  return within.length === 1 ? within : both
}
