import type { Holiday } from '@chasqui/contracts'
import type { HolidayCalendar } from './domain/business-time.ts'
import data from './holidays.json' with { type: 'json' }

type Country = { names: string[][]; days: Record<string, number> }
const countries = data.countries as Record<string, Country>

/** The name of a public holiday of a country, by date. */
export const holidayName = (country: string | null, date: string): Holiday['name'] | null => {
  const known = country === null ? undefined : countries[country]
  const name = known?.names[known.days[date] ?? -1]
  return name ? { es: name[0]!, 'pt-BR': name[1]!, en: name[2]! } : null
}

/** The public holidays of a country as opening hours ask for them; null for a country that is not known. */
export const holidayCalendar = (country: string | null): HolidayCalendar | null => {
  const known = country === null ? undefined : countries[country]
  return known ? { has: (date) => known.days[date] !== undefined, lastDate: `${data.to}-12-31` } : null
}

/** The public holidays of a year, in order. */
export const holidaysOf = (country: string, year: number): Holiday[] =>
  Object.keys(countries[country]?.days ?? {})
    .filter((date) => date.startsWith(`${year}-`))
    .map((date) => ({ date, name: holidayName(country, date)! }))
