import { dayNumber, months, takeDates } from './date-words.ts'
import type { DaySaid, Draft, Groups } from './draft.ts'
import { reword, take } from './draft.ts'
import type { Language } from './language.ts'

/** The rules by which days are found in a prepared text, in the order in which they have to be tried. */

const weekdaysEverywhere: [string, number][] = [
  ['lunes', 1],
  ['martes', 2],
  ['miercoles', 3],
  ['jueves', 4],
  ['viernes', 5],
  ['sabado', 6],
  ['domingo', 0],
  ['segunda feira', 1],
  ['terca feira', 2],
  ['quarta feira', 3],
  ['quinta feira', 4],
  ['sexta feira', 5],
  ['monday', 1],
  ['tuesday', 2],
  ['wednesday', 3],
  ['thursday', 4],
  ['friday', 5],
  ['saturday', 6],
  ['sunday', 0],
]
const weekdaysOf: Record<Language, [string, number][]> = {
  es: [
    ['lun', 1],
    ['mie', 3],
    ['mier', 3],
    ['jue', 4],
    ['vie', 5],
    ['vier', 5],
    ['sab', 6],
    ['dom', 0],
  ],
  pt: [
    ['segunda', 1],
    ['terca', 2],
    ['quarta', 3],
    ['quinta', 4],
    ['sexta', 5],
    ['seg', 1],
    ['ter', 2],
    ['qua', 3],
    ['qui', 4],
    ['sex', 5],
    ['sab', 6],
    ['dom', 0],
  ],
  en: [
    ['mon', 1],
    ['tue', 2],
    ['tues', 2],
    ['wed', 3],
    ['weds', 3],
    ['thu', 4],
    ['thur', 4],
    ['thurs', 4],
    ['fri', 5],
    ['sat', 6],
    ['sun', 0],
  ],
}
const weekdayNames = [...weekdaysEverywhere, ...weekdaysOf.pt].map(([name]) => name).join('|')

/** Weekdays and months by name in any language: when one of them is left over, something was not understood. */
export const nameOfDay = new RegExp(
  `(?<= )(?:${[...weekdaysEverywhere.map(([name]) => name), ...[...months.keys()].filter((name) => name.length > 4), 'semana', 'week'].join('|')})(?= )`,
)

const say = (draft: Draft, source: string, day: DaySaid): void => take(draft, source, () => void draft.days.push(day))

export const takeDays = (draft: Draft): void => {
  takePast(draft)
  takeRelative(draft)
  takeNear(draft)
  takeDates(draft)
  takeWeekdays(draft)
  takeLooseDays(draft)
}

const amount = '(?<n>\\d{1,3}|un par de|un par|a couple of|um par de|un|una|um|uma|an|a|media|meia|medio|half an|half a)'
const unit = '(?<unit>minutos?|mins?|minutes?|horas?|hs|hrs|hours?|h|dias?|days?|semanas?|weeks?|mes|meses|months?|anos?|years?)'

const countOf = (words: string): number => {
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
  else if (/^(?:dia|day)/.test(name)) draft.days.push({ type: 'offset', days: count })
  else if (/^(?:sem|week)/.test(name)) draft.days.push({ type: 'offset', days: count * 7 })
  else draft.days.push({ type: 'months', months: /^(?:an|ye)/.test(name) ? count * 12 : count })
}

const takePast = (draft: Draft): void => {
  // "The first Monday of April" is a day that nobody has to be asked about, but none that is looked up here.
  const nth =
    '(?:el |la |a |o |na |no |the |on the )?(?:1|2|3|4|primer|primera|primeira|segundo|segunda|tercer|tercera|terceiro|terceira|cuarto|cuarta|quarto|quarta|ultimo|ultima|last)(?: th)?'
  take(draft, `${nth} (?:${weekdayNames}) (?:de|del|do|of|of the|da) (?:mes|month|${[...months.keys()].join('|')})`, () => void draft.doubts.add('unclear'))
  say(draft, 'antes de ayer|anteayer|antier|anteontem|(?:the )?day before yesterday', { type: 'offset', days: -2 })
  say(draft, 'ayer|ontem|yesterday|anoche|last night', { type: 'offset', days: -1 })
  take(draft, `(?:hace|ha) ${amount} ${unit}`, (groups) => addSpan(draft, groups, -1))
  take(draft, `${amount} ${unit} (?:atras|ago)`, (groups) => addSpan(draft, groups, -1))
  say(draft, '(?:la )?semana (?:pasada|passada)|last week|(?:el )?mes (?:pasado|passado)|last month', { type: 'offset', days: -7 })
}

const from = '(?:dentro de|de aqui a|de aqui en|de aca a|daqui a|daqui|aqui a|en|in|em|within)'

const takeRelative = (draft: Draft): void => {
  const add = (groups: Groups) => addSpan(draft, groups, 1)
  take(
    draft,
    `(?:in )?${amount} (?<unit>dias?|days?|semanas?|weeks?) (?:from|after|despues de|desde|depois de|a partir de) (?:manana|amanha|tomorrow)`,
    (groups) => {
      const days = countOf(groups['n'] ?? 'a') * (/^[sw]/.test(groups['unit'] ?? '') ? 7 : 1)
      return Number.isInteger(days) ? void draft.days.push({ type: 'offset', days: days + 1 }) : false
    },
  )
  take(draft, `${from} (?:una |uma |an |1 )?(?<unit>horas?|hour) (?<half>y media|e meia|and a half)`, add)
  take(draft, `(?:${from} )?${amount} ${unit}(?<half> y media| e meia| and a half)? (?:from now|from today|time)`, add)
  take(draft, `${from} ${amount} ${unit}(?<half> y media| e meia| and a half)?`, add)
  say(draft, 'in a fortnight|in one fortnight|(?:a )?fortnight (?:from )?today', { type: 'offset', days: 14 })
}

const takeNow = (draft: Draft): void =>
  take(draft, '(?:ahora mismo|ahorita mismo|ahora|ahorita|agora mesmo|agora|right now|now|ya mismo)', () => {
    draft.shift ??= 0
  })

const takeNear = (draft: Draft): void => {
  take(draft, '(?:manana|amanha|tomorrow) (?:o|ou|or|y|e|and) (?:pasado(?: manana)?|depois(?: de amanha)?|the day after)', () => {
    draft.days.push({ type: 'offset', days: 1 }, { type: 'offset', days: 2 })
  })
  for (const [today, first] of [
    ['hoy', 0],
    ['hoje', 0],
    ['manana', 1],
    ['amanha', 1],
  ] as const) {
    say(draft, `(?:de|a) ${today} (?:en|a|em) 8(?: dias)?`, { type: 'offset', days: first + 7 })
    say(draft, `(?:de|a) ${today} (?:en|a|em) 15(?: dias)?`, { type: 'offset', days: first + 14 })
  }
  say(draft, '(?:tras ?|trans ?)pasado manana|depois de depois de amanha', { type: 'offset', days: 3 })
  say(draft, 'pasado manana|despues de manana|depois de amanha|(?:the )?day after tomorrow', { type: 'offset', days: 2 })
  say(draft, '(?:para |pra )?(?:manana|amanha|tomorrow)(?: mismo| mesmo)?', { type: 'offset', days: 1 })
  say(draft, '(?:para |pra )?(?:hoy|hoje|today|logo mais)(?: mismo| mesmo| dia)?', { type: 'offset', days: 0 })
}

const nextWeek =
  '(?:(?:de |en )?(?:la )?(?:semana que viene|semana que entra|proxima semana|otra semana|semana proxima|semana siguiente)|(?:da |na )?(?:semana que vem|proxima semana|outra semana)|(?:of |in )?(?:the )?(?:next|following) week)'

const takeWeekdays = (draft: Draft): void => {
  const names = new Map([...weekdaysEverywhere, ...weekdaysOf[draft.language]])
  const article = `(?:(?:el dia|para el|para la|pra|para|el|la|o|a|on|na${draft.language === 'es' ? '' : '|no'}|dia|em uma|numa) )?`
  const name = `(?<name>${[...names.keys()].toSorted((one, other) => other.length - one.length).join('|')})`
  const add = (source: string, which: Extract<DaySaid, { type: 'weekday' }>['which']) =>
    take(draft, source, (groups) => void draft.days.push({ type: 'weekday', weekday: names.get((groups['name'] ?? groups['name2'])!)!, which }))
  add(`${article}${name} (?:pasado|passado|passada|anterior)|(?:el |la |o |a )?(?:last|ultimo|ultima) ${name.replace('?<name>', '?<name2>')}`, 'last')
  for (const week of [`${article}${name} ${nextWeek}`, `${nextWeek} (?:el |on |na |no |a |o )?${name}`]) add(week, 'next_week')
  add(
    `(?:de |del |desde )?(?:este |el |la |proximo )?${name}(?: que viene)? (?:al otro|a la otra)|(?:${article}|de este |este )${name.replace('?<name>', '?<name2>')} en (?:8|ocho)(?: dias)?`,
    'week_after',
  )
  add(`(?:the |on the )?${name} after next`, 'after_next')
  add(`${article}a week (?:on|from) ${name}`, 'week_after')
  add(`${article}${name} week`, 'week_after')
  add(`${article}(?:otro|otra|outro|outra|other) ${name}`, 'other')
  add(`${article}(?:next) ${name}`, 'next')
  add(`${article}${name} (?:que viene|que vem|que entra|proximo|proxima|siguiente|seguinte)`, 'coming')
  add(`${article}(?:proximo|proxima|coming|this coming|siguiente) ${name}(?: que viene| que vem)?`, 'coming')
  add(`(?:este|esta|ese|essa|nesta|neste|this)(?: mismo| mesma| mesmo)? ${name}(?: agora)?`, 'plain')
  // "Viernes 4 o viernes 11 a las 16": with an hour beside them, both numbers are days.
  take(
    draft,
    `${article}${name} (?<day>\\d{1,2}) (?:o|u|ou|or|y|e|and) ${article}${name.replace('?<name>', '?<name2>')} (?<day2>\\d{1,2})(?= (?:a las|a la|as|at) \\d)`,
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
  const noTime = '(?! (?::|\\.|hs|h|hrs|horas|am|pm|oclock|y \\d|e \\d|§ ?hs))'
  take(
    draft,
    `(?:el dia|dia|no dia|para el|el|on the|the) (?<other>\\d{1,2}) (?:o|u|ou|or) (?:el |dia |the )?${dayNumber}${noTime}(?! (?:de|del|of) )`,
    ({ other, day }) => (addDay(draft, other) === false ? false : addDay(draft, day)),
  )
  take(
    draft,
    `(?:el dia|o dia|no dia|ao dia|dia|para el|el|on the|the|al|el proximo|proximo|proximo dia|o proximo dia|este|este dia|neste dia|this|next) ${dayNumber}${noTime}`,
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
