import { dayOf, monthsLater, nthOfMonth, partsOf } from './calendar.ts'
import type { DaySaid, Draft } from './draft.ts'
import type { MomentContext } from './moment-context.ts'

/** Days since a date without a year for which the one that has passed may be meant rather than next year's. */
const recently = 31

/** The days that may be meant, likeliest first; null when no day was said, empty when there is no such day. */
export const daysMeant = (draft: Draft, today: number, want: MomentContext['want']): number[] | null => {
  if (draft.days.length === 0) return null
  const weekdays = draft.days.filter((day) => day.type === 'weekday')
  const others = draft.days.filter((day) => day.type !== 'weekday')
  const lists = others.map((day) => daysOf(draft, day, today))
  if (lists.some((list) => list.length === 0)) return []
  if (others.length === 0)
    return unionOf(
      draft,
      weekdays.map((day) => daysOf(draft, day, today)),
    )
  const dated = intersectionOf(lists) ?? unionOf(draft, lists)
  if (weekdays.length === 0) return dated
  const fitting = dated.filter((day) => weekdays.some(({ weekday }) => partsOf(day).weekday === weekday))
  if (fitting.length > 0) return settled(draft, fitting)
  const told = draft.times.filter((time) => !time.bare)
  const hourBeside = want !== 'date' && told.length < draft.times.length && told.length === 0
  if (!hourBeside) draft.times = told
  draft.doubts.add('contradiction')
  return [...(hourBeside ? [] : dated), ...weekdays.flatMap((day) => daysOf(draft, day, today))]
}

/** "viernes 5" where the fifth is a Friday: the date, and no hour. */
const settled = (draft: Draft, fitting: number[]): number[] => {
  draft.times = draft.times.filter((time) => !time.bare)
  return fitting
}

const unionOf = (draft: Draft, lists: number[][]): number[] => {
  if (lists.length > 1) draft.doubts.add('alternatives')
  return [...new Set(lists.flat())]
}

const intersectionOf = (lists: number[][]): number[] | null => {
  const [first = [], ...rest] = lists
  const common = first.filter((day) => rest.every((list) => list.includes(day)))
  return common.length > 0 ? common : null
}

const daysOf = (draft: Draft, said: DaySaid, today: number): number[] => {
  switch (said.type) {
    case 'offset':
      return [today + said.days]
    case 'months':
      return [monthsLater(today, said.months)]
    case 'weekday':
      return offeredDays(draft, (day) => said.which === 'plain' && day.weekday === said.weekday) ?? weekdayDays(draft, said, today)
    case 'day':
      return offeredDays(draft, ({ day }) => said.monthsLater === null && day === said.day) ?? monthDays(said.day, said.monthsLater, today)
    case 'month_day':
      return yearlyDays(draft, said, today)
    case 'numeric':
      return numericDays(draft, said, today)
    case 'holiday':
      return holidayDays(draft, said, today)
    case 'of_month':
      return daysOfMonth(draft, said, today)
    case 'days':
      return pickedDays(said.pick, today)
    case 'soonest_offered':
      return soonest(draft, today)
  }
}

/** Who was asked "2 January or 1 January?" means one of these by "the 2nd", whatever the next 2nd is. */
const offeredDays = ({ offered }: Draft, isMeant: (day: ReturnType<typeof partsOf>) => boolean): number[] | null => {
  const found = offered.filter((day) => isMeant(partsOf(day)))
  return found.length > 0 ? [...new Set(found)] : null
}

/** "El próximo": the first after today. Where that is tomorrow, or in English this week, it may be the one after as well. */
const soonest = ({ offered, language }: Draft, today: number): number[] => {
  const ahead = offered.filter((day) => day > today).toSorted((one, other) => one - other)
  const [first] = ahead
  const isNear = first === today + 1 || (language === 'en' && first !== undefined && first < mondayAfter(today))
  return isNear ? ahead : ahead.slice(0, 1)
}

/** The Monday of the next week. */
const mondayAfter = (today: number): number => today + ((8 - partsOf(today).weekday) % 7 || 7)

const weekdayDays = (draft: Draft, { weekday, which, weeks = 1 }: Extract<DaySaid, { type: 'weekday' }>, today: number): number[] => {
  const now = partsOf(today).weekday
  const ahead = (weekday - now + 7) % 7
  const coming = today + (ahead || 7)
  // Weeks begin on Monday; on a Sunday nobody knows which week is the next.
  const nextMonday = mondayAfter(today)
  const inNextWeek = nextMonday + ((weekday + 6) % 7)
  switch (which) {
    case 'plain':
      return ahead === 0 ? [today, today + 7] : [coming]
    case 'coming':
      // Who means tomorrow says so: "el martes que viene" on a Monday may be either.
      return ahead === 1 ? [coming, coming + 7] : [coming]
    case 'next':
      return coming >= nextMonday && draft.language === 'en' ? [coming] : [coming, coming + 7]
    case 'other':
      return [coming, coming + 7]
    case 'next_week':
      return now === 0 ? [inNextWeek, inNextWeek + 7] : [inNextWeek]
    // "Na outra semana" is the next one for some and the one after it for others.
    case 'other_week':
      return [inNextWeek, inNextWeek + 7]
    case 'week_after_next':
      return now === 0 ? [inNextWeek + 7, inNextWeek + 14] : [inNextWeek + 7]
    case 'weeks_after':
      draft.doubts.add('which_day')
      return ahead === 0 ? [today + 7 * weeks, coming + 7 * weeks] : [coming + 7 * weeks]
    case 'in_weeks':
      return [...new Set([inNextWeek + 7 * (weeks - 1), coming + 7 * weeks])]
    case 'so_many':
      draft.doubts.add('which_day')
      return [coming + 7 * (weeks - 1), coming + 7 * weeks]
    case 'after_next':
      draft.doubts.add('which_day')
      return [coming + 7, coming + 14]
    case 'last':
      return [coming - (ahead === 0 ? 14 : 7)]
  }
}

/** A day of the month by its number: this month's if it lies ahead, else the next month that has it. Today's number may be today or a month from now. */
const monthDays = (day: number, later: number | null, today: number): number[] => {
  const { year, month, day: date } = partsOf(today)
  const inMonth = (months: number): number | null => {
    const first = partsOf(monthsLater(dayOf(year, month, 1)!, months))
    return dayOf(first.year, first.month, day)
  }
  if (later !== null) return [inMonth(later)].filter((found) => found !== null)
  const found = [0, 1, 2].map(inMonth).filter((each) => each !== null && each >= today) as number[]
  return found.slice(0, day === date ? 2 : 1)
}

/** That day of its month, this year's or next year's; of "the month", this month's if it lies ahead. */
const daysOfMonth = (draft: Draft, { nth, weekday, month, year, isNext }: Extract<DaySaid, { type: 'of_month' }>, today: number): number[] => {
  const now = partsOf(today)
  const inMonth = (first: number): number[] => {
    const told = { year: partsOf(first).year, month: partsOf(first).month }
    const found = nthOfMonth({ ...told, weekday, nth })
    return partsOf(found).month === told.month ? [found] : []
  }
  const monthBegin = monthsLater(today - now.day + 1, isNext ? 1 : 0)
  if (month === null)
    return [monthBegin, ...(isNext ? [] : [monthsLater(monthBegin, 1)])]
      .flatMap(inMonth)
      .filter((day) => day >= today)
      .slice(0, 1)
  const years = year === null ? [now.year, now.year + 1] : [year]
  const found = years.flatMap((each) => inMonth(dayOf(each, month, 1)!))
  const ahead = found.filter((day) => day >= today || year !== null).slice(0, 1)
  if (ahead[0] !== found[0]) draft.doubts.add('year')
  return ahead
}

const yearlyDays = (draft: Draft, { day, month, year: told, isNextYear }: Extract<DaySaid, { type: 'month_day' }>, today: number): number[] => {
  const thisYear = partsOf(today).year
  const year = isNextYear ? thisYear + 1 : told
  if (year !== null) return [dayOf(year, month, day)].filter((found) => found !== null)
  // 29 February waits for its year.
  const found = Array.from({ length: 9 }, (_, years) => dayOf(thisYear + years, month, day)).filter((each) => each !== null)
  const ahead = found.find((each) => each >= today)
  if (ahead === undefined) return []
  const before = [0, 1, 2, 3, 4].map((years) => dayOf(thisYear - years, month, day)).find((each) => each !== null && each <= today)
  if (draft.past && before) return before === ahead ? [ahead] : [before, ahead]
  const isRecent = found[0]! < today && today - found[0]! <= recently
  if (isRecent || ahead - today > 366) draft.doubts.add('year')
  return [ahead]
}

/** Those of the holiday that comes next. */
const holidayDays = (draft: Draft, { holiday, shift }: Extract<DaySaid, { type: 'holiday' }>, today: number): number[] => {
  const { year } = partsOf(today)
  const found = [year - 1, year, year + 1].map((each) => holiday(each).map((day) => day + shift))
  const ahead = found.find((days) => days.every((day) => day >= today)) ?? []
  if (ahead.length > 1) draft.doubts.add('which_day')
  return ahead
}

/** Turned round only to ask, when it fits no other way. */
const numericDays = (draft: Draft, { one, two, year }: Extract<DaySaid, { type: 'numeric' }>, today: number): number[] => {
  const inOrder = (day: number, month: number) => yearlyDays(draft, { type: 'month_day', day, month, year }, today)
  const [dayFirst, monthFirst] = [one <= 31 && two <= 12 ? inOrder(one, two) : [], two <= 31 && one <= 12 ? inOrder(two, one) : []]
  if (draft.order === 'either') return [...new Set([...monthFirst, ...dayFirst])]
  if (draft.order === 'month_first' && monthFirst.length > 0) return monthFirst
  if (dayFirst.length === 0 && monthFirst.length > 0) draft.doubts.add('day_or_month')
  return dayFirst.length > 0 ? dayFirst : monthFirst
}

const pickedDays = (pick: Extract<DaySaid, { type: 'days' }>['pick'], today: number): number[] => {
  const { weekday, day } = partsOf(today)
  const monday = mondayAfter(today)
  const saturday = today + ((6 - weekday + 7) % 7)
  const weekends = (...weeks: number[]): number[] => weeks.flatMap((week) => [saturday + week * 7, saturday + week * 7 + 1])
  switch (pick) {
    case 'month_end':
      return [monthsLater(today - day + 1, 1) - 1]
    case 'this_week':
      return Array.from({ length: Math.max(6 - weekday, 2) }, (_, days) => today + days)
    case 'next_week':
      return [0, 1, 2, 3, 4].map((days) => monday + days)
    case 'week_after_next':
      return [7, 8, 9, 10, 11].map((days) => monday + days)
    case 'weekend':
      return weekends(0)
    // On a Tuesday some mean the weekend of this week and some that of the next.
    case 'next_weekend':
      return weekday === 0 ? weekends(0) : weekday === 6 ? weekends(1) : weekends(0, 1)
    case 'weekend_after_next':
      return weekday === 0 ? weekends(1) : weekday === 6 ? weekends(2) : weekends(1, 2)
  }
}
