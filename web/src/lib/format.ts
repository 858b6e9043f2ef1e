import { useMemo } from 'react'
import { number, percent, signedPercent, fileSize } from './format/number.ts'
import { phone } from './format/phone.ts'
import * as time from './format/time.ts'
import { localeOf } from './i18n/languages.ts'
import { shownLanguage, text, useTexts } from './i18n/texts.ts'
import { useStore } from './store.ts'
import { session } from './session.ts'
import { useNow } from './now.ts'
import { serverNow } from './server-clock.ts'

/**
 * Everything formatted for the person and the tenant at hand.
 *   const format = useFormat()
 *   format.clock(message.createdAt)  format.listTime(at)  format.dayMark(at)  format.fullTime(at)
 *   format.duration(72) → «1 min 12 s»  format.phone('+549…')  format.number(1234)  format.percent(0.61)
 * `listTime` and `dayMark` follow the clock: components that call `useFormat({ ticking: true })` re-render every 30 s.
 */
export const useFormat = ({ ticking = false }: { ticking?: boolean } = {}) => {
  useTexts()
  const language = shownLanguage()
  const tenant = useStore(session, (state) => (state.status === 'signed-in' ? state.tenant : null))
  const now = useNow(ticking ? 30_000 : null)
  return useMemo(
    () => formatsFor(language, tenant?.country ?? null, tenant?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone, now),
    [language, tenant, now],
  )
}

const formatsFor = (language: ReturnType<typeof shownLanguage>, country: string | null, timeZone: string, now: number | null) => {
  const locale = localeOf(language, country)
  const place: time.Place = { locale, timeZone, country }
  const current = () => now ?? serverNow()
  type At = string | number | Date
  return {
    place,
    /** Whole seconds since then. */
    secondsSince: (at: At) => Math.max(0, Math.floor((current() - new Date(at).getTime()) / 1000)),
    clock: (at: At) => time.clock(place, at),
    listTime: (at: At) => time.listTime(place, at, current()),
    dayMark: (at: At) => time.dayMark(place, at, current()),
    daysAgo: (at: At) => time.daysAgo(place, at, current()),
    shortDate: (at: At) => time.shortDate(place, at, current()),
    /** `12 mar 14:03`: when something happened or ends, where the day matters. */
    moment: (at: At) => `${time.shortDate(place, at, current())} ${time.clock(place, at)}`,
    longDay: (at: At) => time.longDay(place, at),
    fullTime: (at: At) => time.fullTime(place, at),
    hour: () => time.hourOf(place, current()),
    weekday: (at: At) => time.weekday(place, at),
    /** `0,8 s`, for short waits. */
    seconds: (value: number) => time.seconds(locale, value),
    duration: time.duration,
    countdown: time.countdown,
    number: (value: number, digits?: number) => number(locale, value, digits),
    percent: (share: number, digits?: number) => percent(locale, share, digits),
    signedPercent: (share: number) => signedPercent(locale, share),
    fileSize: (bytes: number) => fileSize(locale, bytes),
    phone: (value: string) => phone(value, country),
    /** Someone known by number only is called by it, as numbers are written here. Visitors of a site may have neither. */
    name: (value: string) => (value.startsWith('+') ? phone(value, country) : value || text('nameless')),
  }
}
export type Format = ReturnType<typeof formatsFor>
