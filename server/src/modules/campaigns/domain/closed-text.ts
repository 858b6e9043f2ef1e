/** How the place for the next opening is written in a text. */
export const openingPlace = '{{opens}}'

type When = { now: Date; opens: Date | null; zone: string; locale: string }

/** When somebody is there again, as people say it: the time today, else the weekday with it, else the date. */
const said = ({ now, opens, zone, locale }: When & { opens: Date }): string => {
  const format = (options: Intl.DateTimeFormatOptions, at = opens) => new Intl.DateTimeFormat(locale, { timeZone: zone, ...options }).format(at)
  const time = format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  const day = (at: Date) => format({ year: 'numeric', month: '2-digit', day: '2-digit' }, at)
  if (day(opens) === day(now)) return time
  const within = opens.getTime() - now.getTime() < 6 * 86_400_000
  return `${format(within ? { weekday: 'long' } : { weekday: 'long', day: 'numeric', month: 'long' })} ${time}`
}

/** Puts the next opening into a text; where none is known, nothing. */
export const withOpening = (text: string, when: When): string => {
  if (!text.includes(openingPlace)) return text
  return text
    .replaceAll(openingPlace, when.opens ? said({ ...when, opens: when.opens }) : '')
    .replaceAll('  ', ' ')
    .trim()
}
