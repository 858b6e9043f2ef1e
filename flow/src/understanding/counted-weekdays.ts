import { months } from './date-words.ts'
import type { DaySaid, Draft, Groups } from './draft.ts'
import { reword, take } from './draft.ts'
import { amount, countOf, from } from './span-words.ts'
import { weekdayPiece, weekdaysIn } from './weekday-names.ts'

/** Weekdays that are counted: "two weeks from Friday", "dentro de dos viernes", "la última sexta do mês". They are looked for before plain spans and days. */
export const takeCountedWeekdays = (draft: Draft): void => {
  reword(draft, '(?:a |1 )?fortnight', '2 weeks')
  if (namesMonth.test(draft.text)) takeOfMonth(draft)
  if (!mayCount.test(draft.text)) return
  takeAfter(draft)
  takeInWeeks(draft)
  takeSoMany(draft)
}

/** Words without which nothing is counted: most answers are done with at a glance. */
const mayCount = / (?:weeks?|semanas?|dentro|daqui|aqui|aca|en|em|in|within|otr[oa]|outr[oa]|sigue|siguiente|seguinte|following|next|other|after|despues) /

const article = '(?:(?:para |pra )?(?:el|la|los|o|a|as|na|no|en el|the|on|on the|for|for the) )?'
const ordinals: [RegExp, number][] = [
  [/^(?:1|prim)/, 1],
  [/^(?:2|seg)/, 2],
  [/^(?:3|ter)/, 3],
  [/^(?:4|cua|qua)/, 4],
  [/^(?:5|qui)/, 5],
  [/^(?:ultim|last)/, -1],
]
const ordinal =
  '(?<nth>[1-5](?: (?:th|ra|da|ta|do|a|o))?|primer[oa]?|primeir[oa]|segund[oa]|tercer[oa]?|terceir[oa]|cuart[oa]|quart[oa]|quint[oa]|ultim[oa]|last)'
const monthName = [...months.keys()].toSorted((one, other) => other.length - one.length).join('|')
const ofMonth = `(?:de|del|do|da|of|of the|in|in the|em|en|for)(?: (?:el|la|o|mes de|this|este|deste))? (?:(?<month>${monthName})(?: (?:de |del |do )?(?<year>20\\d{2}))?|(?<later>mes que viene|mes que vem|proximo mes|mes proximo|next month)|(?:mes|month))`

const namesMonth = new RegExp(` (?:mes|month|${monthName}) `)

/** "El primer lunes de abril", "the last day of the month". */
const takeOfMonth = (draft: Draft): void =>
  take(draft, `${article}${ordinal} (?:${weekdayPiece(draft.language)}|dia|day) ${ofMonth}`, ({ nth = '', name, month, year, later }) => {
    draft.days.push({
      type: 'of_month',
      nth: ordinals.find(([pattern]) => pattern.test(nth))![1],
      weekday: name === undefined ? null : weekdaysIn(draft.language).get(name)!,
      month: month === undefined ? null : months.get(month)!,
      year: year === undefined ? null : Number(year),
      isNext: later !== undefined,
    })
  })

type Weekday = Extract<DaySaid, { type: 'weekday' }>

const addWeekday = (draft: Draft, { name, n }: Groups, which: Weekday['which'], weeks = countOf(n ?? 'a')): void | false => {
  if (!Number.isInteger(weeks) || weeks < 1) return false
  draft.days.push({ type: 'weekday', weekday: weekdaysIn(draft.language).get(name!)!, which, weeks })
}

/** "Two weeks from Friday", "el martes en ocho", "ese viernes no, el otro". */
const takeAfter = (draft: Draft): void => {
  const name = weekdayPiece(draft.language)
  take(
    draft,
    `(?<!(?:in|within|en|em|dentro de|daqui a) )${article}${amount} (?:weeks?|semanas?) (?:on|from|after|following|despues del?|a partir del?|depois d[eao]|a partir d[aeo])(?: (?:this|the|el|este|la|esta|essa))?(?<next> next)? ${name}`,
    (groups) => {
      // "Next Friday" is either of two in English, and so is what is counted from it.
      if (groups['next'] !== undefined && addWeekday(draft, groups, 'weeks_after', countOf(groups['n'] ?? 'a') + 1) === false) return false
      return addWeekday(draft, groups, 'weeks_after')
    },
  )
  take(draft, `(?<!in )${amount} weeks ${name}|(?:on )?${weekdayPiece(draft.language, 'name2')} (?:(?<n2>2) weeks|week)`, ({ n, n2, name: one, name2 }) =>
    addWeekday(draft, { name: one ?? name2, n: n ?? n2 }, 'weeks_after'),
  )
  take(draft, `(?:de |del |desde )?(?:este |esta |el |la |a |na )?${name}(?: feira)? en (?<n>8|15)(?: dias)?`, (groups) =>
    addWeekday(draft, groups, 'weeks_after', groups['n'] === '8' ? 1 : 2),
  )
  const other =
    '(?:otro|otra|que sigue|siguiente|outro|outra|seguinte|following|(?:following|next|other) (?:one|1)|(?:one|1) after(?: that)?|que viene despues)'
  const pointed = '(?:el |la |este |esta |a |na |essa |nesta |neste |desta |this |the |on )?'
  const instead = `(?:sino |pero |mas |but )?(?:el|la|a|o|na|no|the) ${other}`
  for (const refused of [`(?:no|not|nao) ${pointed}${name} ${instead}`, `${pointed}${name} (?:no|nao|not) ${instead}`])
    take(draft, refused, (groups) => addWeekday(draft, groups, 'weeks_after'))
}

/** "Tuesday in two weeks" is that Tuesday's week for some and counted from Tuesday for others. */
const takeInWeeks = (draft: Draft): void => {
  const name = weekdayPiece(draft.language)
  const span = `${from} ${amount} (?:weeks?|semanas?)(?: time)?`
  take(draft, `${span} ${article}${name}`, (groups) => addWeekday(draft, groups, 'in_weeks'))
  take(draft, `${article}${name} ${span}`, (groups) => addWeekday(draft, groups, 'in_weeks'))
}

/** "Dentro de dos viernes": the second one from today, and for some the one after it. */
const takeSoMany = (draft: Draft): void =>
  take(draft, `${from} (?<n>[1-9]|un par de|um par de|a couple of) ${weekdayPiece(draft.language)}s?`, (groups) => addWeekday(draft, groups, 'so_many'))
