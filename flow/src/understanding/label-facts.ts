import { editDistance } from './edit-distance.ts'
import type { Language } from './language.ts'
import { ordinalWord } from './number-words.ts'
import { withDigits } from './spelled-number.ts'

/** What tells one row of a menu from another beside its words. `hour` is on the clock of 24 hours if `sure`, else it may be twelve more. */
export type Facts = {
  numbers: number[]
  ordinals: number[]
  weekdays: number[]
  hours: { hour: number; minute: number; sure: boolean }[]
  days: { day: number; month: number }[]
  ranges: { from: number; to: number }[]
  /** The words that are none of these. */
  rest: string[]
}

const weekdayWords = [
  'domingo dom sunday sun',
  'lunes lun monday mon',
  'martes mar tuesday tue tues',
  'miercoles mie mier wednesday wed weds',
  'jueves jue thursday thu thur thurs',
  'viernes vie vier friday fri',
  'sabado sab saturday sat',
].map((words) => words.split(' '))
const longWeekdayWords = weekdayWords.flat().filter((name) => name.length > 4)

/** "Wensday", "miercole": a weekday with one slip, or two in a long one; null for other words, and for weekdays themselves. */
export const misspeltWeekday = (word: string): string | null => {
  if (word.length < 5 || longWeekdayWords.includes(word)) return null
  const near = longWeekdayWords.filter((name) => name[0] === word[0] && editDistance(word, name, 2) <= (name.length >= 8 ? 2 : 1))
  return near.length === 1 ? near[0]! : null
}

/** They are places too, so that they are days in Portuguese only. */
const portugueseWeekdays = ['domingo dom', 'segunda seg', 'terca ter', 'quarta qua', 'quinta qui', 'sexta sex', 'sabado sab'].map((words) => words.split(' '))
const months = [
  'enero|ene|janeiro|jan|january',
  'febrero|feb|fevereiro|fev|february',
  'marzo|marco|mar|march',
  'abril|abr|april|apr',
  'mayo|maio|mai|may',
  'junio|jun|junho|june',
  'julio|jul|julho|july',
  'agosto|ago|august|aug',
  'septiembre|setiembre|sep|sept|setembro|set|september',
  'octubre|oct|outubro|out|october',
  'noviembre|nov|novembro|november',
  'diciembre|dic|dezembro|dez|december|dec',
]
const monthNamed = (word: string): number => months.findIndex((names) => names.split('|').includes(word)) + 1

/** "Una cuota", "menos de un mes"; "hablar con una persona" counts nobody. */
const countOfOne =
  /(?<=^(?:en |em |de |con |com |in )?|(?:menos|mas|mais) de |(?:less|more) than |under |over )(?:una?|uma?|one|a) (?=(?:cuota|parcela|vez|pago|persona|pessoa|person|noche|noite|night|dia|day|semana|week|mes|month|ano|year|hora|hour|instalment|installment)(?: |$))/g

const plain = (text: string): string =>
  ` ${text
    .slice(0, 200)
    .replaceAll('🔟', '10')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}\u20e3'’]/gu, '')
    .replace(/(?<=\d)[.,](?=\d{3}(?!\d))/g, '')
    .replace(/(?<=\d)\s?x(?=\s(?!\d|favor|fa\s)|$)/g, ' vezes')
    .replace(/(?<=[a-z]{2}(?<! at)|\$ ?\d+) ones?(?=\s*$)/, '')
    .replace(countOfOne, '1 ')
    .replace(/(?:(?<![a-z])(?:r|us|u\$)\$|\$|€|£) ?(?=\d)/g, '')
    .replace(/ (?:a la|as?|la|las) (?:una|uma)(?=\s*$| (?:y|e|de|da|a) )/g, ' a la 1')
    .replace(/[a-z]+(?: [a-z]+)*/g, (words) => withDigits(words))} `

const clockOf = (hour: number, half: string): number => (half.startsWith('p') ? (hour % 12) + 12 : half.startsWith('a') ? hour % 12 : hour)
const isMorning = /^(?:manana|manha|madrugada|morning)$/

/** The numbers, hours and days in a label or in what is said of one. */
export const factsIn = (text: string, language: Language): Facts => {
  const facts: Facts = { numbers: [], ordinals: [], weekdays: [], hours: [], days: [], ranges: [], rest: [] }
  let left = plain(text)
  const take = (pattern: RegExp, keep: (groups: Record<string, string | undefined>) => void): void => {
    for (const { groups } of left.matchAll(pattern)) keep({ ...groups })
    left = left.replace(pattern, ' ')
  }
  takeDays(take, facts, language)
  takeHourRanges(take, facts)
  takeHours(take, facts)
  takeRanges(take, facts)
  // "6a" is Friday as well as the sixth.
  if (language === 'pt')
    take(/(?<!\d)(?<number>[2-6])a(?=\W)/g, ({ number }) => {
      facts.weekdays.push(Number(number) - 1)
      facts.ordinals.push(Number(number))
    })
  take(/(?<!\d)(?<number>\d{1,9})(?!\d)(?:ra|da|ta|st|nd|rd|th|er|ero|era)(?=\W)/g, ({ number }) => facts.ordinals.push(Number(number)))
  take(/(?<number>\d{1,9}(?:[.,]\d{1,2})?)(?=\D)/g, ({ number = '' }) => facts.numbers.push(Number(number.replace(',', '.'))))
  for (const word of left.split(/[^\p{L}\d]+/u).filter(Boolean)) keepWord(word, facts, language)
  return facts
}

type Take = (pattern: RegExp, keep: (groups: Record<string, string | undefined>) => void) => void

const monthNames = months.join('|')
const dayOfMonth = new RegExp(`(?<!\\d)(?<day>\\d{1,2})(?:st|nd|rd|th)?(?: de| of)? (?<month>${monthNames})(?=\\W)`, 'g')
const monthBeforeDay = new RegExp(`(?<=\\W)(?<month>${monthNames}) (?<day>\\d{1,2})(?:st|nd|rd|th)?(?=\\s)`, 'g')

const takeDays = (take: Take, { days }: Facts, language: Language): void => {
  take(/(?<![\d/])(?<one>\d{1,2})[/](?<other>\d{1,2})(?:[/]\d{2,4})?(?![\d/])/g, ({ one, other }) => {
    const [first, second] = [Number(one), Number(other)]
    const monthFirst = second > 12 || (language === 'en' && first <= 12)
    days.push(monthFirst ? { day: second, month: first } : { day: first, month: second })
  })
  take(dayOfMonth, ({ day, month = '' }) => days.push({ day: Number(day), month: monthNamed(month) }))
  // "Mar 22" is a Tuesday in Spanish.
  take(monthBeforeDay, ({ day, month = '' }) => days.push({ day: Number(day), month: month === 'mar' && language === 'es' ? 0 : monthNamed(month) }))
}

const partOfDay = '(?: (?:de la|por la|a la|da|de|a|in the|at) (?<part>tarde|tardinha|noche|noite|manana|manha|madrugada|afternoon|evening|morning|night))'
const halfOfDay = '(?<half>[ap]\\.?m\\.?)'
const hourForms = [
  `(?<!\\d)(?<hour>\\d{1,2})(?::|h)(?<minute>\\d{2})(?!\\d)\\s?(?:hs?|hrs?|horas?)?\\s?${halfOfDay}?${partOfDay}?(?=\\W)`,
  `(?<!\\d)(?<hour>\\d{1,2})\\s?(?:hs|hrs?|h|horas?|oclock)(?: (?:y|e) (?<minutes>media|cuarto|meia))?${partOfDay}?(?=\\W)`,
  `(?<!\\d)(?<hour>\\d{1,2}) (?:y|e) (?<minutes>media|cuarto|meia|quarto)${partOfDay}?(?=\\W)`,
  `(?<= )(?<minutes>half|quarter) past (?<hour>\\d{1,2})(?!\\d)\\s?${halfOfDay}?${partOfDay}?(?=\\W)`,
  `(?<!\\d)(?<hour>\\d{1,2})\\s?${halfOfDay}(?=\\W)`,
  `(?<!\\d)(?<hour>\\d{1,2})${partOfDay}(?=\\W)`,
  `(?<= )(?:a las?|las|as|at) (?<hour>\\d{1,2})(?: (?:y|e) (?<minutes>medi[oa]|cuarto|meia))?(?![\\d:])`,
].map((form) => new RegExp(form, 'g'))

const takeHours = (take: Take, { hours, numbers }: Facts): void => {
  for (const form of hourForms)
    take(form, ({ hour = '', minute, minutes, half, part }) => {
      const told = part === undefined ? half : isMorning.test(part) ? 'a' : 'p'
      const onClock = clockOf(Number(hour), told ?? '')
      const sure = told !== undefined || onClock > 12 || hour.startsWith('0')
      // "48 horas" is no time of day.
      if (onClock >= 24) numbers.push(onClock)
      else hours.push({ hour: onClock, minute: minutes === undefined ? Number(minute ?? 0) : /^[cq]/.test(minutes) ? 15 : 30, sure })
    })
}

/** "14 a 16 hs", "9-12h". */
const takeHourRanges = (take: Take, { ranges }: Facts): void =>
  take(
    /(?<![\d:.,])(?<from>\d{1,2})\s?(?:h|hs)?\s?(?:[-–—]|(?:a|to|ate|as|hasta|y|e|and) )\s?(?:las )?(?<to>\d{1,2})\s?(?:hs|hrs?|h|horas?)(?=\W)/g,
    ({ from, to }) => ranges.push({ from: Number(from), to: Number(to) }),
  )

const takeRanges = (take: Take, { ranges }: Facts): void => {
  take(/(?<!\d)(?<from>\d{1,4})\s?(?:[-–—]| (?:a|to|ate|hasta|y|e|and) )\s?(?<to>\d{1,4})(?!\d)/g, ({ from, to }) =>
    ranges.push({ from: Number(from), to: Number(to) }),
  )
  take(/(?:(?<=\s)(?:menos de|(?:por )?debajo de|abaixo de|menor(?:es)? de|menor(?:es)? que|under|less than|below)|<) ?(?<to>\d{1,4})(?!\d)/g, ({ to }) =>
    ranges.push({ from: 0, to: Number(to) - 1 }),
  )
  take(/(?<=\s)(?:hasta|ate|up to) (?<to>\d{1,4})(?!\d)/g, ({ to }) => ranges.push({ from: 0, to: Number(to) }))
  take(
    /(?:(?<=\s)(?:mas de|mais de|acima de|(?:por )?encima de|arriba de|mayor(?:es)? de|maior(?:es)? de|over|more than|above)|>) ?(?<from>\d{1,4})(?!\d)/g,
    ({ from }) => ranges.push({ from: Number(from) + 1, to: Infinity }),
  )
  take(/(?<!\d)(?<from>\d{1,4})(?: ?\+| (?:o|ou|or|y|e|and) (?:mas|mais|more|over|up)(?=\W))/g, ({ from }) => ranges.push({ from: Number(from), to: Infinity }))
}

const keepWord = (word: string, facts: Facts, language: Language): void => {
  const weekday = [weekdayWords, language === 'pt' ? portugueseWeekdays : []]
    .map((days) => days.findIndex((names) => names.includes(word) || (word.length > 5 && names.includes(word.replace(/s$/, '')))))
    .find((at) => at >= 0)
  const ordinal = ordinalWord(word)
  if (weekday !== undefined) facts.weekdays.push(weekday)
  if (ordinal !== null) facts.ordinals.push(ordinal)
  if (weekday === undefined && ordinal === null) facts.rest.push(word)
}
