import type { Draft } from './draft.ts'
import { take } from './draft.ts'
import type { DayPart } from './moment.ts'

/** Parts of the day. They are looked for before the days, because "a la mañana" is none. */
export const takeParts = (draft: Draft): void => {
  const say = (source: string, part: DayPart, today = false): void =>
    take(draft, source, () => {
      draft.parts.push(part)
      if (today) draft.days.push({ type: 'offset', days: 0 })
    })
  say('esta madrugada|nesta madrugada', 'early', true)
  say('esta manana|this morning|esta manha|nesta manha', 'morning', true)
  say('esta tarde|this afternoon|nesta tarde|esta tardecita', 'afternoon', true)
  say('(?:para|pra|for) (?:la |el |o |a )?(?:cena|cenar|jantar|dinner|supper)|pro jantar', 'night')
  say('(?:para|pra|for) (?:el |o )?(?:desayuno|desayunar|breakfast)|(?:pro|para o|no) cafe da manha', 'morning')
  say('esta noche|esta noite|nesta noite|tonight|this evening|esta nochecita', 'night', true)
  say('(?:de|por|en|a) la madrugada|(?:da|de|na|pela) madrugada|in the early hours|madrugada', 'early')
  say('despues del? (?:mediodia|medio dia)|depois do meio dia|after (?:noon|midday)', 'afternoon')
  say('antes del? (?:mediodia|medio dia)|antes do meio dia|before (?:noon|midday)', 'morning')
  say('despues del? (?:almuerzo|almorzar)|despues de comer|depois d[oe] (?:almoco|almocar)|after lunch', 'afternoon')
  say('antes del? (?:almuerzo|almorzar)|antes d[oe] (?:almoco|almocar)|before lunch', 'morning')
  const morning = '(?:de|por|en|a|durante) la (?:manana|mananita)|(?:da|de|na|pela|na parte da|no periodo da|a) manha|in the morning|in the am'
  say(
    `(?:${morning}) temprano|${morning}|(?:a|la) primera hora|bien temprano|temprano|tempranito|bem cedo|cedinho|cedo|early|(?:first|1 th) thing(?: in the morning)?`,
    'morning',
  )
  if (draft.language !== 'es') say('manha|morning', 'morning')
  say(
    '(?<!y )(?:a |en la )?media manana|(?:no )?meio da manha|mid ?morning|(?:en |a )?la manana(?= del? (?:lunes|martes|miercoles|jueves|viernes|sabado|domingo|\\d))',
    'morning',
  )
  take(draft, 'manana manana', () => {
    draft.days.push({ type: 'offset', days: 1 })
    draft.parts.push('morning')
  })
  say(
    '(?<=\\d )(?:del|de|do|al) (?:mediodia|medio dia|meio dia)|hacia el mediodia|(?:a|en) la hora del almuerzo|na hora do almoco|around lunchtime|at lunchtime',
    'midday',
  )
  const afternoon = '(?:de|por|en|a|durante|para) la (?:tarde|tardecita)|(?:a|da|de|na|pela|na parte da|no periodo da) (?:tarde|tardinha)|in the afternoon'
  say(`${afternoon}|(?<!mas |muy |mais |muito )(?:tarde|afternoon|tardecita)`, 'afternoon')
  say(
    '(?:de|por|en|a|durante|para) la (?:noche|nochecita)|(?:a|da|de|na|pela|na parte da) (?:noite|noitinha)|in the evening|in the night|at night|(?<!media |meia )(?:noche|noite|evening|night)',
    'night',
  )
}

/** The minutes of the day in which a part ends, from midnight. */
export const endOf: Record<DayPart, number> = { early: 6 * 60, morning: 12 * 60, midday: 15 * 60, afternoon: 20 * 60, night: 24 * 60 }

/** The times that an hour of a twelve-hour clock can be in a part of the day, in minutes from its midnight; empty when they do not go together. */
export const withinPart = (minutes: number, part: DayPart): number[] => {
  const hour = Math.floor(minutes / 60)
  if (hour > 12 || hour === 0) return hours[part](hour) ? [minutes] : []
  const half = hour === 12 ? 0 : hour
  if (part === 'early') return half <= 6 ? [minutes - hour * 60 + half * 60] : []
  if (part === 'morning') return [minutes]
  if (part === 'midday') return hour === 12 || hour === 11 ? [minutes] : half <= 3 ? [minutes + 720] : []
  if (part === 'afternoon') return hour === 12 ? [minutes] : hour <= 8 ? [minutes + 720] : []
  // "Ten to six in the evening".
  return hour === 12 ? [minutes + 720] : minutes >= 330 ? [minutes + 720] : []
}

/** Whether a time of the 24-hour clock lies in a part of the day, taken generously. */
export const isWithinPart = (minutes: number, part: DayPart): boolean => hours[part](Math.floor(minutes / 60))

/** Whether an hour of the 24-hour clock lies in a part of the day, taken generously. */
const hours: Record<DayPart, (hour: number) => boolean> = {
  early: (hour) => hour <= 6,
  morning: (hour) => hour >= 1 && hour <= 12,
  midday: (hour) => hour >= 11 && hour <= 15,
  afternoon: (hour) => hour >= 12 && hour <= 20,
  night: (hour) => hour >= 17 || hour === 0,
}
