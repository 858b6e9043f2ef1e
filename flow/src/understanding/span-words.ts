import type { Draft, Groups } from './draft.ts'
import { take } from './draft.ts'

/** The rules by which spans from today are found in a prepared text: "in two weeks", "hace tres días", "de hoy en ocho". */

export const amount = '(?<n>\\d{1,3}|un par de|un par|a couple of|um par de|un|una|um|uma|an|a|media|meia|medio|half an|half a)'
const unit = '(?<unit>minutos?|mins?|minutes?|horas?|hs|hrs|hours?|h|dias?|days?|semanas?|weeks?|mes|meses|months?|anos?|years?)'
export const from = '(?:dentro de|de aqui a|de aqui en|de aca a|de aca en|daqui a|daqui|aqui a|en|in|em|within)'

export const countOf = (words: string): number => {
  if (/^\d+$/.test(words)) return Number(words)
  if (/par|couple/.test(words)) return 2
  return /^(?:medi|mei|half)/.test(words) ? 0.5 : 1
}

/** So many units from now; false where no such span is said ("half a day"). */
const addSpan = (draft: Draft, { n, unit: name = '', half }: Groups, direction: 1 | -1): void | false => {
  const count = (countOf(n ?? 'a') + (half === undefined ? 0 : 0.5)) * direction
  if (/^m(?:in|ins|inut)/.test(name)) draft.shift = (draft.shift ?? 0) + count
  else if (name.startsWith('h')) draft.shift = (draft.shift ?? 0) + count * 60
  else if (!Number.isInteger(count)) return false
  else if (/^(?:dia|day)/.test(name)) addDays(draft, count)
  else if (/^(?:sem|week)/.test(name)) draft.days.push({ type: 'offset', days: count * 7 })
  else draft.days.push({ type: 'months', months: /^(?:an|ye)/.test(name) ? count * 12 : count })
}

/** "En ocho días" is a week in many countries and eight days in others. */
const addDays = (draft: Draft, days: number): void => {
  if (days === 8 && draft.language !== 'en') draft.days.push({ type: 'offset', days: 7 })
  draft.days.push({ type: 'offset', days })
}

export const takePastSpans = (draft: Draft): void => {
  const add = (groups: Groups) => addSpan(draft, groups, -1)
  take(draft, `(?:hace|ha) ${amount} ${unit}`, add)
  take(draft, `${amount} ${unit} (?:atras|ago)`, add)
}

const mayBeSpan = / (?:(?:en|a|em) \d{1,2}|dias?|days?|semanas?|weeks?) /

/** Days that a span may begin at, and how far they are from today. */
const starts: [string, number, RegExp][] = [
  ['hoy|hoje|today', 0, / (?:hoy|hoje|today) /],
  ['manana|amanha|tomorrow', 1, / (?:manana|amanha|tomorrow) /],
]

export const takeSpans = (draft: Draft): void => {
  if (mayBeSpan.test(draft.text)) for (const [day, first, isSaid] of starts) if (isSaid.test(draft.text)) takeSpansFrom(draft, day, first)
  const add = (groups: Groups) => addSpan(draft, groups, 1)
  take(draft, `${from} (?:una |uma |an |1 )?(?<unit>horas?|hour) (?<half>y media|e meia|and a half)`, add)
  take(draft, `(?:${from} )?${amount} ${unit}(?<half> y media| e meia| and a half)? (?:from now|from today|time)`, add)
  take(draft, `${from} ${amount} ${unit}(?<half> y media| e meia| and a half)?`, add)
}

/** "De hoy en ocho" counts both of its ends; "a week tomorrow" and "tomorrow week" are the same day. */
const takeSpansFrom = (draft: Draft, day: string, first: number): void => {
  take(draft, `(?:(?:de|a) (?:${day}) (?:en|a|em)|(?:${day}) en) (?<n>8|15)(?: dias)?`, ({ n }) => {
    draft.days.push({ type: 'offset', days: first + (n === '8' ? 7 : 14) })
  })
  const add = ({ n, unit: name = 'week' }: Groups): void | false => {
    const days = countOf(n ?? 'a') * (/^[sw]/.test(name) ? 7 : 1)
    return Number.isInteger(days) ? void draft.days.push({ type: 'offset', days: first + days }) : false
  }
  take(draft, `(?:de|a) (?:${day}) (?:en|a|em) ${amount} (?<unit>dias?|semanas?)`, add)
  take(draft, `(?:in )?${amount} (?<unit>dias?|days?|semanas?|weeks?) (?:from|after|despues de|desde|depois de|a partir de) (?:${day})`, add)
  take(draft, `${amount} weeks? (?:${day})|(?:${day}) (?:(?<n2>2) weeks|week)`, ({ n, n2 }) => add({ n: n ?? n2 }))
}
