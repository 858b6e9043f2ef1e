import { dayFromIso, instantAt, minutesFrom, zonedIso } from './calendar.ts'
import type { Language } from './language.ts'

export type DayPart = 'early' | 'morning' | 'midday' | 'afternoon' | 'night'

/** A day, a time of day, or both, on the clock of the business; `part` where only a part of the day was said. At least one is there. */
export type Moment = { date: string | null; time: string | null; part: DayPart | null }

/** What all of them have in common, and what is certain therefore. */
export const sharedOf = (moments: readonly Moment[]): Moment => {
  const [first, ...others] = moments
  const common = <Key extends keyof Moment>(key: Key): Moment[Key] | null => (first && others.every((other) => other[key] === first[key]) ? first[key] : null)
  return { date: common('date'), time: common('time'), part: common('part') }
}

/** Why a moment is offered instead of taken. */
export type Doubt =
  | 'half_of_day'
  | 'which_day'
  | 'day_or_month'
  | 'year'
  | 'range'
  | 'approximate'
  | 'alternatives'
  | 'clock_change'
  | 'contradiction'
  | 'unclear'

/** What was made of an answer about a time. What is unsure is never `understood`; `candidates` are what may have been meant, likeliest first. */
export type MomentReading =
  | { outcome: 'understood'; value: Moment }
  | { outcome: 'ambiguous'; reason: Doubt; candidates: Moment[] }
  | { outcome: 'past'; value: Moment }
  | { outcome: 'not_understood' }

const names: Record<Language, { days: string[]; months: string[]; parts: Record<DayPart, string> }> = {
  es: {
    days: ['domingo', 'lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado'],
    months: ['enero', 'febrero', 'marzo', 'abril', 'mayo', 'junio', 'julio', 'agosto', 'septiembre', 'octubre', 'noviembre', 'diciembre'],
    parts: { early: 'de madrugada', morning: 'por la mañana', midday: 'hacia el mediodía', afternoon: 'por la tarde', night: 'por la noche' },
  },
  pt: {
    days: ['domingo', 'segunda-feira', 'terça-feira', 'quarta-feira', 'quinta-feira', 'sexta-feira', 'sábado'],
    months: ['janeiro', 'fevereiro', 'março', 'abril', 'maio', 'junho', 'julho', 'agosto', 'setembro', 'outubro', 'novembro', 'dezembro'],
    parts: { early: 'de madrugada', morning: 'de manhã', midday: 'na hora do almoço', afternoon: 'à tarde', night: 'à noite' },
  },
  en: {
    days: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
    months: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
    parts: { early: 'in the early hours', morning: 'in the morning', midday: 'around lunchtime', afternoon: 'in the afternoon', night: 'in the evening' },
  },
}

const dateWords = (date: string, language: Language): string => {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number]
  const weekday = names[language].days[new Date(dayFromIso(date) * 86_400_000).getUTCDay()]!
  const name = names[language].months[month - 1]!
  if (language === 'en') return `${weekday}, ${name} ${day}, ${year}`
  return language === 'pt' ? `${weekday}, ${day} de ${name} de ${year}` : `${weekday} ${day} de ${name} de ${year}`
}

const timeWords = (time: string, language: Language): string => {
  if (language === 'pt') return time
  if (language === 'es') return `${time} h`
  const hour = Number(time.slice(0, 2))
  return `${hour % 12 || 12}:${time.slice(3)} ${hour < 12 ? 'AM' : 'PM'}`
}

const before: Record<Language, string> = { es: ' a las ', pt: ' às ', en: ' at ' }

/** The words by which a moment is confirmed: the whole date with its weekday and year, the time in full. They are understood as the same moment again. */
export const readBack = ({ date, time, part }: Moment, language: Language): string => {
  const day = date === null ? '' : dateWords(date, language)
  if (time !== null) return day === '' ? timeWords(time, language) : `${day}${before[language]}${timeWords(time, language)}`
  return [day, part === null ? '' : names[language].parts[part]].filter(Boolean).join(' ')
}

/** A moment in the few letters of a button: "mié 04/03 17:00 h". Without its year, so only for choosing among days that are near. */
export const shortWords = ({ date, time, part }: Moment, language: Language): string => {
  const [, month = '', number = ''] = date?.split('-') ?? []
  const day = date === null ? '' : names[language].days[new Date(dayFromIso(date) * 86_400_000).getUTCDay()]!.slice(0, 3)
  const dated =
    date === null ? '' : language === 'en' ? `${day} ${names.en.months[Number(month) - 1]!.slice(0, 3)} ${Number(number)}` : `${day} ${number}/${month}`
  return [dated, time === null ? (part === null ? '' : names[language].parts[part]) : timeWords(time, language)].filter(Boolean).join(' ')
}

/** A moment as data: "2026-03-03", "17:00" or, with both, "2026-03-03T17:00:00-03:00". */
export const momentAsData = ({ date, time }: Moment, timeZone: string): string => {
  if (date === null || time === null) return date ?? time ?? ''
  const instant = instantAt(dayFromIso(date), minutesFrom(time), timeZone)
  return instant === null ? `${date}T${time}:00` : zonedIso(instant, timeZone)
}
