/**
 * Times as people here read them: in the tenant's zone, 12 or 24 h by country. The hour cycle is always passed explicitly, because
 * library defaults are wrong for some countries (12 h for es-AR).
 */
export type Place = { locale: string; timeZone: string; country: string | null }

const twelveHourCountries = new Set(['MX', 'CO', 'PE', 'VE', 'US', 'GT', 'HN', 'SV', 'NI', 'CR', 'PA', 'BZ', 'DO', 'PR', 'CA', 'AU', 'PH'])
export const hourCycle = (country: string | null): 'h12' | 'h23' => (country !== null && twelveHourCountries.has(country) ? 'h12' : 'h23')

const formatters = new Map<string, Intl.DateTimeFormat>()
const formatter = (place: Place, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
  const key = JSON.stringify([place, options])
  const known = formatters.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat(place.locale, { timeZone: place.timeZone, hourCycle: hourCycle(place.country), ...options })
  formatters.set(key, made)
  return made
}

const instant = (at: string | number | Date) => new Date(at)

/** Days since 1970-01-01 on the tenant's calendar. */
const dayNumber = (place: Place, at: Date): number => {
  const parts = Object.fromEntries(
    formatter({ ...place, locale: 'en-CA' }, { year: 'numeric', month: '2-digit', day: '2-digit' })
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  )
  return Math.round(Date.UTC(Number(parts.year), Number(parts.month) - 1, Number(parts.day)) / 86_400_000)
}
export const daysAgo = (place: Place, at: string | number | Date, now: number): number => dayNumber(place, new Date(now)) - dayNumber(place, instant(at))

/** `14:03` or `2:03 p. m.` */
export const clock = (place: Place, at: string | number | Date) =>
  formatter(place, { hour: hourCycle(place.country) === 'h12' ? 'numeric' : '2-digit', minute: '2-digit' }).format(instant(at))

/** `12 mar`, in another year `12/3/2025`. */
export const shortDate = (place: Place, at: string | number | Date, now: number) => {
  const yearOf = (when: Date | number) => formatter(place, { year: 'numeric' }).format(when)
  const sameYear = yearOf(instant(at)) === yearOf(now)
  return formatter(place, sameYear ? { day: 'numeric', month: 'short' } : { day: 'numeric', month: 'numeric', year: 'numeric' }).format(instant(at))
}

/** `jueves, 12 de marzo` */
export const longDay = (place: Place, at: string | number | Date) => formatter(place, { weekday: 'long', day: 'numeric', month: 'long' }).format(instant(at))

/** `lunes` */
export const weekday = (place: Place, at: string | number | Date) => formatter(place, { weekday: 'long' }).format(instant(at))

/** The hour on the tenant's clock, 0-23. */
export const hourOf = (place: Place, at: string | number | Date) =>
  Number(formatter({ ...place, locale: 'en-GB', country: null }, { hour: '2-digit' }).format(instant(at)))

/** Everything, for a tooltip: `jueves, 12 de marzo de 2026, 14:03:20`. */
export const fullTime = (place: Place, at: string | number | Date) => formatter(place, { dateStyle: 'full', timeStyle: 'medium' }).format(instant(at))

/** For lists: minutes within the hour, the clock today, the weekday this week, then the date. */
export const listTime = (place: Place, at: string | number | Date, now: number): string => {
  const minutes = Math.floor((now - instant(at).getTime()) / 60_000)
  const days = daysAgo(place, at, now)
  if (minutes >= 0 && minutes < 60)
    return new Intl.NumberFormat(place.locale, { style: 'unit', unit: 'minute', unitDisplay: 'short' }).format(Math.max(1, minutes))
  if (days === 0) return clock(place, at)
  return days > 0 && days < 7 ? formatter(place, { weekday: 'short' }).format(instant(at)) : shortDate(place, at, now)
}

/** For the marks between the days of a thread: today, yesterday, the weekday this week, then the date. */
export const dayMark = (place: Place, at: string | number | Date, now: number): string => {
  const days = daysAgo(place, at, now)
  if (days === 0 || days === 1) return new Intl.RelativeTimeFormat(place.locale, { numeric: 'auto' }).format(-days, 'day')
  return days > 1 && days < 7
    ? formatter(place, { weekday: 'long' }).format(instant(at))
    : formatter(place, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' }).format(instant(at))
}

/** SI symbols, which are the same in the languages of the app. */
const units = [
  ['d', 86_400],
  ['h', 3600],
  ['min', 60],
  ['s', 1],
] as const

/** `1 min 12 s`, `23 h 59 min`, `2 d 3 h`: the two largest units of a duration in seconds. */
export const duration = (value: number): string => {
  let rest = Math.max(0, Math.round(value))
  const parts: string[] = []
  for (const [symbol, size] of units) {
    const count = Math.floor(rest / size)
    rest -= count * size
    if (parts.length === 1 && count === 0) break
    if (count > 0) parts.push(`${count}\u00a0${symbol}`)
    if (parts.length === 2) break
  }
  return parts.join(' ') || '0\u00a0s'
}

/** `0,8 s`: a short wait with one decimal below ten. */
export const seconds = (locale: string, value: number) => `${new Intl.NumberFormat(locale, { maximumFractionDigits: value < 10 ? 1 : 0 }).format(value)}\u00a0s`

/** A countdown with seconds, `1:40`, and `+3:12` once it is late. */
export const countdown = (seconds: number): string => {
  const left = Math.abs(Math.round(seconds))
  const hours = Math.floor(left / 3600)
  const minutes = Math.floor((left % 3600) / 60)
  const tail = String(left % 60).padStart(2, '0')
  const text = hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${tail}` : `${minutes}:${tail}`
  return seconds < 0 ? `+${text}` : text
}
