import type { Draft, Groups } from './draft.ts'
import { take } from './draft.ts'

/** The rules by which dates in numbers or with their month are found in a prepared text. */

/** Months by name, in any of the languages. */
export const months = new Map(
  [
    'enero ene janeiro jan january',
    'febrero feb fevereiro fev february',
    'marzo mar marco march',
    'abril abr april apr',
    'mayo may maio mai',
    'junio jun junho june',
    'julio jul julho july',
    'agosto ago august aug',
    'septiembre setiembre setembro set sep sept september',
    'octubre oct outubro out october',
    'noviembre nov novembro november',
    'diciembre dic dezembro dez december dec',
  ].flatMap((names, at) => names.split(' ').map((name): [string, number] => [name, at + 1])),
)
const month = `(?<month>${[...months.keys()].toSorted((one, other) => other.length - one.length).join('|')})`
export const dayNumber = '(?<day>\\d{1,2})(?: th)?'
const yearNumber = '(?<year>(?:19|20|21)\\d{2})'
/** "Del 85": no hour is said like that. */
const yearAfter = `(?:(?: de| del| do| of)? ${yearNumber}| (?:del? |do |of )?(?<nextYear>ano que viene|proximo ano|ano proximo|ano que vem|next year)| (?:del|do) (?<short>\\d{2})| de (?<short2>3[2-9]|[4-9]\\d))?`

const yearOf = (year: string | undefined): number | null =>
  year === undefined ? null : year.length === 2 ? Number(year) + (Number(year) < 70 ? 2000 : 1900) : Number(year)

export const takeDates = (draft: Draft): void => {
  take(draft, '(?<year>\\d{4})[-/.](?<month>\\d{1,2})[-/.](?<day>\\d{1,2})', ({ year, month: number, day }) => {
    draft.days.push({ type: 'month_day', day: Number(day), month: Number(number), year: Number(year) })
  })
  // Who is asked for a day of birth may write it in one piece.
  if (draft.past) take(draft, '(?<one>\\d{2})(?<two>\\d{2})(?<year>(?:19|20)\\d{2})', (groups) => addUnparted(draft, groups))
  const article = '(?:(?:el dia|o dia|no dia|ao dia|dia|el|the|on the|on|para el|para o dia|no) )?'
  take(draft, `${article}(?<one>\\d{1,2})(?<sign>[-/.])(?<two>\\d{1,2})(?:\\k<sign>(?<year>\\d{4}|\\d{2}))?`, (groups) => addNumeric(draft, groups))
  take(
    draft,
    `${article}(?<!(?:at|las|la|as) )(?<one>\\d{1,2}) (?:del|do) (?<two>\\d{1,2})(?! de ${month.replace('?<month>', '?:')})${yearAfter}`,
    ({ one, two, year, short, short2 }) => {
      if (Number(one) < 1 || Number(one) > 31 || Number(two) < 1 || Number(two) > 12) return false
      draft.days.push({ type: 'month_day', day: Number(one), month: Number(two), year: yearOf(year ?? short ?? short2) })
      return undefined
    },
  )
  const addNamed = ({ day, month: name, ...said }: Groups): void | false => {
    if (Number(day) < 1 || Number(day) > 31) return false
    const year = yearOf(said['year'] ?? said['short'] ?? said['short2'])
    draft.days.push({ type: 'month_day', day: Number(day), month: months.get(name!)!, year, isNextYear: said['nextYear'] !== undefined })
  }
  // "En agosto, el 15".
  take(draft, `(?:en|para|em|in|for) ${month} (?:el dia|el|o dia|no dia|dia|the|on the) ${dayNumber}`, addNamed)
  // "El 17 o 18 de abril": both are in April.
  const addBoth = ({ other, ...groups }: Groups): void | false =>
    Number(groups['day']) < 1 || Number(groups['day']) > 31 || addNamed({ ...groups, day: other }) === false ? false : addNamed(groups)
  take(
    draft,
    `(?:del|desde el|do|de|from the|from|entre el|between the) (?:dia )?(?<other>\\d{1,2})(?: th)? (?:al|a|hasta el|ao|ate o|to the|to|through the|through|y el|e o|and the) (?:dia )?${dayNumber} (?:de |of )?${month}${yearAfter}`,
    (groups) => {
      draft.doubts.add('range')
      return addBoth(groups)
    },
  )
  const others = '(?<other>\\d{1,2})(?: th)? (?:o|u|ou|or|y|e|and) (?:el |o |dia |the )?'
  take(draft, `${article}(?<!(?:at|las|la|as) )${others}${dayNumber} (?:de |del |do |of )?${month}${yearAfter}`, addBoth)
  take(draft, `${article}(?<!(?:at|las|la|as) )${dayNumber} (?:de |del |do |of |day of |dia de )?(?:mes de )?${month}${yearAfter}`, addNamed)
  take(draft, `(?:on )?${month} (?:the )?(?<other>\\d{1,2})(?: th)? (?:or|and) (?:the )?${dayNumber}(?! (?:am|pm|oclock) )`, addBoth)
  // "Mar 16" is a Tuesday in Spanish.
  const before = draft.language === 'es' ? `(?!mar )${month}` : month
  take(draft, `(?:on |el )?${before} (?:the )?${dayNumber}(?:(?: of)? ${yearNumber})?`, addNamed)
  const inMonth = (monthsLater: number) => (groups: Groups) => void draft.days.push({ type: 'day', day: Number(groups['day']), monthsLater })
  take(
    draft,
    `${article}${dayNumber} (?:(?:de|del) (?:el )?(?:mes que viene|proximo mes|mes proximo|otro mes)|do (?:mes que vem|proximo mes)|of next month|next month)`,
    inMonth(1),
  )
  take(
    draft,
    `(?:en |no |in |el |o )?(?:mes que viene|proximo mes|mes proximo|mes que vem|next month) (?:el dia|el|o dia|no dia|dia|on the|the) ${dayNumber}`,
    inMonth(1),
  )
  take(draft, `${article}${dayNumber} (?:de este mes|del corriente|deste mes|of this month|this month)`, inMonth(0))
}

const addUnparted = (draft: Draft, { one, two, year }: Groups): void => {
  draft.days.push({ type: 'numeric', one: Number(one), two: Number(two), year: yearOf(year) })
  draft.doubts.add('unclear')
}

/** An hour told apart from "18.12", which is a day beside it unless it is one end of a span or another hour to choose. */
const hourBeside = / (?:(?:a las|las|as|at) \d{1,2}|\d{1,2}:\d\d|\d{1,2} (?:hs?|horas?|am|pm))(?![.\d])/
const severalHours = / (?:das|de|desde|entre|from|between|ate|hasta|to|o|u|ou|or|y|e|and) /

/** "25.12" is a day and "17.30" a time; "10.12" may be either and is left to the times where no other hour is told. */
const addNumeric = (draft: Draft, { one, two, sign, year }: Groups): void | false => {
  const [first, second] = [Number(one), Number(two)]
  if (year === undefined && sign === '.') {
    if (second < 1 || second > 12) return false
    const besideHour = hourBeside.test(draft.text) && !severalHours.test(draft.text)
    if (first <= 24 && !besideHour) return false
    if (first <= 24) draft.doubts.add('unclear')
  }
  if (year === undefined && sign === '-') draft.doubts.add('range')
  draft.days.push({ type: 'numeric', one: first, two: second, year: yearOf(year) })
}
