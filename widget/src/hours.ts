import type { WebchatLook } from '@chasqui/contracts'
import type { Language } from './language.ts'
import type { Words } from './words.ts'

const dayMs = 86_400_000

/** At, until: Spanish and Portuguese say the hour with its article, and one o'clock is one. */
const joints: Record<Language, { at(hour: number): string; until(hour: number): string }> = {
  es: { at: (hour) => (hour === 1 ? 'a la' : 'a las'), until: (hour) => (hour === 1 ? 'la' : 'las') },
  'pt-BR': { at: (hour) => (hour === 1 ? 'à' : 'às'), until: (hour) => (hour === 1 ? 'a' : 'as') },
  en: { at: () => 'at', until: () => '' },
}

const sameDay = (one: Date, other: Date): boolean => one.toDateString() === other.toDateString()

/**
 * An instant in the visitor's own time, as it is said after “answers” (`ends` false) or after “until”: the hour today, else the day with it, beyond six days
 * the date.
 */
const said = (at: Date, now: Date, language: Language, ends: boolean): string => {
  const format = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(language, options).format(at)
  const hour = format({ hour: 'numeric', minute: '2-digit', ...(language !== 'en' && { hourCycle: 'h23' as const }) })
  const isToday = sameDay(at, now)
  const isTomorrow = sameDay(at, new Date(now.getTime() + dayMs))
  const isFar = at.getTime() - now.getTime() > 6 * dayMs
  const day = isToday
    ? ''
    : isTomorrow
      ? new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(1, 'day')
      : format(isFar ? { weekday: 'long', day: 'numeric', month: 'long' } : { weekday: 'long' })
  const article = language === 'es' && day !== '' && !isTomorrow ? 'el ' : language === 'en' && day !== '' && !isTomorrow ? 'on ' : ''
  const joint = joints[language][ends && isToday ? 'until' : 'at'](at.getHours())
  return [`${article}${day}`.trim(), joint, hour].filter(Boolean).join(' ')
}

/** Minutes up to an hour, then hours; rounded up, so that nobody waits longer than they were told. */
const lasting = (seconds: number, language: Language): string => {
  const minutes = Math.max(1, Math.ceil(seconds / 60))
  const format = (value: number, unit: 'minute' | 'hour' | 'day') => new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(value)
  if (minutes <= 60) return format(minutes, 'minute')
  return minutes <= 48 * 60 ? format(Math.ceil(minutes / 60), 'hour') : format(Math.ceil(minutes / 1440), 'day')
}

export const hoursText = ({ closed, changesAt }: WebchatLook, words: Words, language: Language, now: Date): string => {
  const at = changesAt == null ? null : new Date(changesAt)
  if (!at || at <= now) return ''
  // Beyond a day it says nothing that matters now.
  if (!closed) return at.getTime() - now.getTime() > dayMs ? '' : words.until(said(at, now, language, true))
  return words.opens(said(at, now, language, false))
}

/** Only while people are there: else it would promise what nobody can hold. */
export const replyText = ({ closed, replySeconds }: WebchatLook, words: Words, language: Language): string =>
  closed || replySeconds == null ? '' : words.replies(lasting(replySeconds, language))
