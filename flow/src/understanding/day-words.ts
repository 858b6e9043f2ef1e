import { dayNumber, months, takeDates } from './date-words.ts'
import type { DaySaid, Draft } from './draft.ts'
import { reword, take } from './draft.ts'
import { takeCountedWeekdays } from './counted-weekdays.ts'
import { takePastSpans, takeSpans } from './span-words.ts'
import { weekdayPiece, weekdaysEverywhere, weekdaysIn } from './weekday-names.ts'

/** The rules by which days are found in a prepared text, in the order in which they have to be tried. */

/** Weekdays and months by name in any language: when one of them is left over, something was not understood. */
export const nameOfDay = new RegExp(`(?<= )(?:${[...weekdaysEverywhere.map(([name]) => name), 'semana', 'week'].join('|')})(?= )`)
export const nameOfMonth = new RegExp(`(?<= )(?:${[...months.keys()].filter((name) => name.length > 4).join('|')})(?= )`)

const say = (draft: Draft, source: string, day: DaySaid): void => take(draft, source, () => void draft.days.push(day))

export const takeDays = (draft: Draft): void => {
  takePast(draft)
  takeCountedWeekdays(draft)
  takeSpans(draft)
  takeNear(draft)
  takeDates(draft)
  takeWeekdays(draft)
  takeLooseDays(draft)
}

const takePast = (draft: Draft): void => {
  say(draft, 'antes de ayer|anteayer|antier|anteontem|(?:the )?day before yesterday', { type: 'offset', days: -2 })
  say(draft, 'ayer|ontem|yesterday|anoche|last night', { type: 'offset', days: -1 })
  takePastSpans(draft)
  say(draft, '(?:la )?semana (?:pasada|passada)|last week|(?:el )?mes (?:pasado|passado)|last month', { type: 'offset', days: -7 })
}

const takeNow = (draft: Draft): void =>
  take(draft, '(?:ahora mismo|ahorita mismo|ahora|ahorita|agora mesmo|agora|right now|now|ya mismo)', () => {
    draft.shift ??= 0
  })

const takeNear = (draft: Draft): void => {
  take(draft, '(?:manana|amanha|tomorrow) (?:o|ou|or|y|e|and) (?:pasado(?: manana)?|depois(?: de amanha)?|the day after)', () => {
    draft.days.push({ type: 'offset', days: 1 }, { type: 'offset', days: 2 })
  })
  say(draft, '(?:tras ?|trans ?)pasado manana|depois de depois de amanha', { type: 'offset', days: 3 })
  say(draft, 'pasado manana|despues de manana|depois de amanha|(?:the )?day after tomorrow', { type: 'offset', days: 2 })
  say(draft, '(?:para |pra )?(?:manana|amanha|tomorrow)(?: mismo| mesmo)?', { type: 'offset', days: 1 })
  say(draft, '(?:para |pra )?(?:hoy|hoje|today|logo mais)(?: mismo| mesmo| dia)?', { type: 'offset', days: 0 })
}

const nextWeek =
  '(?:(?:de |en )?(?:la )?(?:semana que viene|semana que entra|proxima semana|semana proxima|semana siguiente)|(?:da |na )?(?:semana que vem|proxima semana)|(?:of |in )?(?:the )?(?:next|following) week)'
const otherWeek = '(?:(?:de |en )?(?:la )?otra semana|(?:da |na )?outra semana)'
const weekAfterNext =
  '(?:(?:of |in )?(?:the )?week after next|(?:de |en )?(?:la )?(?:semana subsiguiente|(?:semana )?(?:siguiente a|despues de) la (?:proxima|que viene|semana que viene|proxima semana)|semana despues de la (?:proxima|que viene))|(?:da |na )?semana depois d?[ea]? ?(?:proxima|que vem|semana que vem|proxima semana))'

const takeWeekdays = (draft: Draft): void => {
  const names = weekdaysIn(draft.language)
  const article = `(?:(?:el dia|para el|para la|pra|para|el|la|o|a|on|na${draft.language === 'es' ? '' : '|no'}|dia|em uma|numa) )?`
  const name = weekdayPiece(draft.language)
  const add = (source: string, which: Extract<DaySaid, { type: 'weekday' }>['which']) =>
    take(draft, source, (groups) => void draft.days.push({ type: 'weekday', weekday: names.get((groups['name'] ?? groups['name2'])!)!, which }))
  add(`${article}${name} (?:pasado|passado|passada|anterior)|(?:el |la |o |a )?(?:last|ultimo|ultima) ${weekdayPiece(draft.language, 'name2')}`, 'last')
  for (const [weeks, which] of [
    [weekAfterNext, 'week_after_next'],
    [otherWeek, draft.language === 'pt' ? 'other_week' : 'next_week'],
    [nextWeek, 'next_week'],
  ] as const)
    for (const week of [`${article}${name} ${weeks}`, `${weeks} (?:el |on |na |no |a |o )?${name}`]) add(week, which)
  add(`(?:de |del |desde )?(?:este |el |la |proximo )?${name}(?: que viene)? (?:al otro|a la otra)`, 'weeks_after')
  add(`(?:the |on the )?${name} after next`, 'after_next')
  add(`${article}(?:otro|otra|outro|outra|other) ${name}`, 'other')
  add(`${article}(?:next) ${name}`, 'next')
  add(`${article}${name} (?:que viene|que vem|que entra|proximo|proxima|siguiente|seguinte)`, 'coming')
  add(`${article}(?:proximo|proxima|coming|this coming|siguiente) ${name}(?: que viene| que vem)?`, 'coming')
  add(`(?:este|esta|ese|essa|nesta|neste|this)(?: mismo| mesma| mesmo)? ${name}(?: agora)?`, 'plain')
  // "Viernes 4 o viernes 11 a las 16": with an hour beside them, both numbers are days.
  take(
    draft,
    `${article}${name} (?<day>\\d{1,2}) (?:o|u|ou|or|y|e|and) ${article}${weekdayPiece(draft.language, 'name2')} (?<day2>\\d{1,2})(?= (?:a las|a la|as|at) \\d)`,
    ({ name: said, name2, day, day2 }) => {
      if (addDay(draft, day) === false || addDay(draft, day2) === false) return false
      for (const each of [said, name2]) draft.days.push({ type: 'weekday', weekday: names.get(each!)!, which: 'plain' })
      return undefined
    },
  )
  // "Viernes 19 15hs": the nineteenth at three; where that is no Friday, it is asked about.
  take(draft, `${article}${name} (?<day>1[3-9]|2\\d|3[01])(?= (?:[01]?\\d|2[0-4])(?:[:.]\\d\\d)? (?:hs|h|hrs?|horas?|am|pm) )`, ({ name: said, day }) => {
    draft.days.push({ type: 'weekday', weekday: names.get(said!)!, which: 'plain' }, { type: 'day', day: Number(day), monthsLater: null })
  })
  add(`${article}${name}`, 'plain')
}

const takeLooseDays = (draft: Draft): void => {
  const pick = (source: string, days: Extract<DaySaid, { type: 'days' }>['pick']) =>
    take(draft, source, () => {
      draft.days.push({ type: 'days', pick: days })
      draft.doubts.add('range')
    })
  const weekend = '(?:fin de semana|finde|fim de semana|weekend)'
  pick(`(?:on )?(?:the )?${weekend} after next`, 'weekend_after_next')
  pick(
    `(?:el |o |no )?${weekend} (?:que viene|que vem|que entra|proximo|siguiente|seguinte)|(?:el |o |no |the |on the )?(?:next|proximo|siguiente) ${weekend}`,
    'next_weekend',
  )
  pick(`(?:el |este |o |neste |no |this |the |on the )?${weekend}`, 'weekend')
  pick(weekAfterNext, 'week_after_next')
  pick(otherWeek, draft.language === 'pt' ? 'week_after_next' : 'next_week')
  pick(nextWeek, 'next_week')
  pick(
    '(?:en |durante |na |nesta |during )?(?:esta|essa|nesta|nessa|this) (?:misma |mesma |same )?(?:semana|week)|(?:de |d)esta semana|of this week',
    'this_week',
  )
  pick('(?:a |al |el |no |at |by )?(?:the )?(?:fin de mes|fines de mes|final de mes|fim do mes|final do mes|fim de mes|end of (?:the )?month)', 'month_end')
  if (draft.days.length === 0)
    take(draft, 'pasado', () => {
      draft.days.push({ type: 'offset', days: 2 })
      draft.doubts.add('unclear')
    })
  if (draft.days.length === 0 && draft.shift === null) takeNow(draft)
  take(
    draft,
    `(?:del|do|from the|entre el|between the|desde el) (?:dia )?(?<other>\\d{1,2}) (?:al|hasta el|ao|ate o|to the|y el|e o|and the) (?:dia )?${dayNumber}`,
    ({ other, day }) => {
      draft.doubts.add('range')
      return addDay(draft, other) === false ? false : addDay(draft, day)
    },
  )
  const noTime = '(?! (?::|\\.|hs|h|hrs|horas|am|pm|oclock|y \\d|e \\d|§ ?hs))'
  take(
    draft,
    `(?:el dia|dia|no dia|para el|el|on the|the) (?<other>\\d{1,2}) (?:o|u|ou|or) (?:el |dia |the )?${dayNumber}${noTime}(?! (?:de|del|of) )`,
    ({ other, day }) => (addDay(draft, other) === false ? false : addDay(draft, day)),
  )
  take(
    draft,
    `(?:el dia|o dia|no dia|ao dia|do dia|dia|para el|el|(?<=§ |hs |am |pm )del|on the|the|al|el proximo|proximo|proximo dia|o proximo dia|este|este dia|neste dia|this|next) ${dayNumber}${noTime}`,
    ({ day }) => addDay(draft, day),
  )
  take(draft, '(?<day>\\d{1,2}) th', ({ day }) => addDay(draft, day))
  reword(draft, 'th', '')
  if (draft.days.length === 0 && draft.offered.length > 0)
    say(draft, '(?:el|la|o|a|the) (?:mas )?(?:proximo|proxima|que viene|que vem|cercano|cercana|soonest)|(?:the )?(?:next|coming)', { type: 'soonest_offered' })
}

/** A day of the month by its number alone; false for a number that no month has. */
export const addDay = (draft: Draft, day: string | undefined): void | false => {
  const number = Number(day)
  if (!(number >= 1 && number <= 31)) return false
  draft.days.push({ type: 'day', day: number, monthsLater: null })
}
