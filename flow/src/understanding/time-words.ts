import type { Draft, Groups } from './draft.ts'
import { addDay } from './day-words.ts'
import { reword, take } from './draft.ts'

/** The rules by which times of day are found in what the days left of a prepared text. */

const clock = (name: string): string => `(?<${name}>\\d{1,2})(?:[:.](?<${name}m>\\d{2})(?::\\d{2})?)?(?: (?<${name}s>am|pm|hs|h|hrs?|horas?|oclock))?`
const lasts = '(?:a las |a la |las |la |as |a |at )?'

export const takeTimes = (draft: Draft): void => {
  rewordFractions(draft)
  takeNoon(draft)
  takeRanges(draft)
  takeBeforeHour(draft)
  takeClock(draft)
}

const rewordFractions = (draft: Draft): void => {
  reword(draft, '(?<=\\d )para (?:una|uma)', 'para a 1')
  reword(draft, '(?<=(?:a|as|la|las|para la|para a|pra|mto|past|y|e|o|ou|hasta|ate|da|das) )(?:una|uma)', '1')
  if (draft.parts.length > 0 || draft.days.length > 0) reword(draft, '(?:una|uma)(?: hora)?(?= (?:§|y|e) )', '1')
  reword(draft, '(?:una|uma)(?= (?:am|pm|en punto|em ponto) )', '1')
  if (/^ (?:una|uma) (?:y|e) /.test(draft.text)) reword(draft, '(?<=^ )(?:una|uma)', '1')
  reword(draft, '(?:un )?cuarto (?:para|pa)', '15 para')
  reword(draft, '(?:um )?quarto (?:para|pra)(?= as? )', '15 para')
  reword(draft, '(?:um )?quarto pras', '15 para as')
  reword(draft, 'menos (?:un |um )?(?:cuarto|quarto)', 'menos 15')
  reword(draft, '(?:y|e) (?:un |um )?(?:cuarto|quarto)', 'y 15')
  reword(draft, '(?:y|e) (?:media|meia|medio|meio)(?! (?:dia|noche|noite))', 'y 30')
  reword(draft, '(?:a )?quarter mto|(?:a )?quarter (?:to|of)', '15 mto')
  reword(draft, '(?:a )?quarter (?:past|after)', '15 past')
  reword(draft, 'half past', '30 past')
  // "Half five" is half past in Britain and half to in other places: it is read back.
  take(draft, '(?:at )?half (?<h>[1-9]|1[0-2])(?: (?<suffix>am|pm|ish))?(?! (?:hours?|hrs?|minutes?|days?|weeks?) )', ({ h, suffix }) => {
    addClock(draft, { h, m: '30', suffix })
    draft.doubts.add('approximate')
  })
  reword(draft, '(?<=\\d )(?:minutos|minutes|minuts|min) (?=(?:mto|para|pra|past) )', '')
  reword(draft, '(?<=(?:las|as|at|hs|horas) )(?<h>[01]\\d|2[0-3])(?<m>[0-5]\\d)', '$<h>:$<m>')
  reword(draft, '(?<h>[01]\\d|2[0-3])(?<m>[0-5]\\d)(?= (?:hs|h|hrs|horas|hours))', '$<h>:$<m>')
  takeUnparted(draft)
}

/** "Mañana 1330": only after a day that cannot have its year there. */
const takeUnparted = (draft: Draft): void => {
  if (draft.days.length === 0 || draft.days.some(({ type }) => type !== 'offset' && type !== 'weekday')) return
  take(draft, '(?<=§ )(?<h>[01]\\d|2[0-3])(?<m>[0-5]\\d)', ({ h, m }) => {
    draft.doubts.add('unclear')
    return addClock(draft, { h, m, suffix: undefined, written: true })
  })
}

const noon = '(?:12 del dia|12 do dia|(?:12 )?(?:mediodia|medio dia|meio dia|noon|midday))'
const midnight = '(?:12 )?(?:medianoche|media noche|meia noite|midnight)'

const takeNoon = (draft: Draft): void => {
  const add = (minutes: number) => (groups: Groups) => {
    const at = minutes + Number(groups['m'] ?? 0) - Number(groups['less'] ?? 0)
    draft.times.push({ minutes: at, sure: true, meridiem: null })
  }
  const near = (source: string, minutes: number): void => {
    take(draft, `(?:at )?(?:(?<m>\\d{1,2}) past|(?<less>\\d{1,2}) (?:mto|para|para el|para o|pro|para la|para a|pra)) ${source}`, add(minutes))
    take(draft, `(?:al |a |a la )?${source} menos (?<less>\\d{1,2})`, add(minutes))
  }
  near(noon, 720)
  near(midnight, 1440)
  take(draft, `${lasts}12 (?:y|e) (?<m>\\d{1,2})(?: (?:del|do|de)? ?(?:mediodia|medio dia|meio dia| dia))`, add(720))
  take(draft, `(?:al |a |ao |de |del |at |el |em ponto )?${noon}(?: (?:y|e) (?<m>\\d{1,2}))?(?: en punto| em ponto)?`, add(720))
  take(draft, `(?:a la |a |de |at |by )?${midnight}(?: (?:y|e) (?<m>\\d{1,2}))?(?: en punto| em ponto)?`, add(1440))
}

/** Both ends of "de 3 a 5"; a half of the day that only the second names counts for the first too. */
const takeRanges = (draft: Draft): void => {
  const end = (groups: Groups): void | false => {
    const second = groups['bs']
    const first = groups['as'] ?? (second === 'am' || second === 'pm' ? second : undefined)
    const added = [addClock(draft, { h: groups['a'], m: groups['am'], suffix: first }), addClock(draft, { h: groups['b'], m: groups['bm'], suffix: second })]
    if (added.includes(false)) return false
    draft.doubts.add('range')
  }
  take(
    draft,
    `(?:entre|between|de|das|from|desde)(?: las| la| as)? ${clock('a')}(?: y| e| and| a| as| to| ate| hasta)(?: as)?(?: a las| las| la)? ${clock('b')}`,
    end,
  )
  take(draft, `${lasts}${clock('a')} (?:to|hasta|hasta las|ate|ate as|a) ${clock('b')}`, end)
  take(draft, `${lasts}${clock('a')} (?:o|ou|or|u)(?: a)? ?(?:las |as |at )?${clock('b')}`, (groups) => {
    const first = groups['as'] ?? groups['bs']
    const added = [
      addClock(draft, { h: groups['a'], m: groups['am'], suffix: first }),
      addClock(draft, { h: groups['b'], m: groups['bm'], suffix: groups['bs'] }),
    ]
    if (added.includes(false)) return false
    draft.doubts.add('alternatives')
    return undefined
  })
}

const suffix = '(?: (?<suffix>am|pm|hs|h|hrs?|horas?|hours|oclock))?(?: (?<point>en punto|em ponto|sharp))?'

/** "15 para las 5", "10 past 3", "5 menos 15". */
const takeBeforeHour = (draft: Draft): void => {
  const add =
    (minutes: (told: number) => number) =>
    (groups: Groups): void | false => {
      const hour = Number(groups['h'])
      const told = Number(groups['n'])
      if (hour < 1 || hour > 24 || told < 1 || told > 59) return false
      const total = hour * 60 + minutes(told)
      const at = total < 60 ? total + 720 : total
      return addClock(draft, {
        h: String(Math.floor(at / 60)),
        m: String(at % 60).padStart(2, '0'),
        suffix: groups['suffix'] === 'oclock' ? undefined : groups['suffix'],
      })
    }
  take(
    draft,
    `(?:a las |as |at |a )?(?:faltan |falta |faltando |siendo )?(?<n>\\d{1,2}) (?:mto|para las|para la|para as|para a|pra as|pras|pra) (?<h>\\d{1,2})${suffix}`,
    (groups) => (groups['n'] !== undefined && Number(groups['n']) % 5 === 0 && Number(groups['n']) <= 30 ? add((told) => -told)(groups) : false),
  )
  take(
    draft,
    `(?:at )?(?<n>\\d{1,2}) past (?<h>\\d{1,2})${suffix}`,
    add((told) => told),
  )
  take(
    draft,
    `${lasts}(?<h>\\d{1,2}) menos (?<n>\\d{1,2})${suffix}`,
    add((told) => -told),
  )
}

const lead =
  '(?:(?<lead>a eso de las|a eso de la|tipo las|tipo|como a las|por volta das|por volta da|la|las|as|a|at|pelas|pela|das|da|pras|umas|unas|around|about|by|after|before|sobre las|sobre|cerca de las|para|desde|ate|hasta|until|from|depois das|depois da|antes das|antes da) )?'
const vague = /tipo|eso de|como|volta|pelas|pela|umas|unas|around|about|sobre|cerca/
const open = /^(?:by|after|before|desde|ate|hasta|until|from|depois|antes)/

const takeClock = (draft: Draft): void => {
  const joined =
    '(?: (?:y|e|con|com) (?<joined>\\d{1,2})(?! (?:personas|pessoas|people))(?: minutos)?| (?<bare>[0-5]\\d)(?! (?:y|e) \\d\\d )(?!(?<= (?:0?[1-9]|1[0-2]) \\d\\d) (?:hs|h|hrs?|horas?) )(?!(?<=§ \\d{1,2} (?:0\\d|1[0-2])) (?:am|pm|§) ))?'
  const loose = '(?: (?<loose>ish(?: (?:am|pm))?|y pico|e pouco|y algo|mas o menos|mais ou menos|aprox|aproximadamente|more or less))?'
  take(draft, `${lead}(?<h>\\d{1,2})(?:[:.](?<m>\\d{2})(?::\\d{2})?)?${joined}${suffix}${loose}`, (groups) => {
    const minutes = groups['m'] ?? minutesJoined(groups)
    if (minutes === null) return false
    const { h, lead: before = '', suffix: after } = groups
    const alone = before === '' && minutes === undefined && (after ?? groups['point'] ?? groups['loose']) === undefined
    const bare = alone && (draft.parts.length === 0 || isBesidePart(draft, h))
    const besideTime = alone && (draft.text.match(/\d+/g)?.length ?? 0) > 1
    if ((bare || besideTime) && draft.days.length > 0 && draft.days.every((day) => day.type === 'weekday') && Number(h) >= 1 && draft.doubts.size === 0)
      return addBare(draft, h)
    if (bare && draft.days.length === 0 && !standsAlone(draft)) return false
    if (addClock(draft, { h, m: minutes, suffix: after ?? groups['loose']?.slice(4), written: groups['m'] !== undefined }) === false) return false
    if (bare && Number(h) > 12) draft.doubts.add('unclear')
    if (vague.test(before) || groups['loose'] !== undefined) draft.doubts.add('approximate')
    if (open.test(before)) draft.doubts.add('range')
    return undefined
  })
}

/** "Lunes 12 por la tarde" is perhaps the twelfth, "lunes 12 de la tarde" is not. */
const isBesidePart = ({ said }: Draft, number: string | undefined): boolean =>
  new RegExp(` ${number} (?:pero |mas |but )?(?:(?:por|en|a|durante) la|pela|na|a) (?:manana|tarde|noche|manha|noite)`).test(said)

/** Whether nothing else is said but a number: "tengo 2 hijos" is no time. */
const standsAlone = ({ text }: Draft): boolean =>
  /^ (?:(?:para|if|possible|se|si|der|puder|puede|posible|possivel|mejor|melhor|better|prefiero|prefiro|quiero|quero|ok|por|favor|please|gracias|obrigado|obrigada|thanks|es|e|seria|o|ou|or|y|puede|pode|ser|hora|\d+|§) )+$/.test(
    text,
  )

/** "viernes 5": the fifth or five o'clock; the calendar tells which is possible. */
const addBare = (draft: Draft, number: string | undefined): void | false => {
  if (addDay(draft, number) === false) return false
  if (Number(number) <= 24 && addClock(draft, { h: number, m: undefined, suffix: undefined }) !== false) draft.times.at(-1)!.bare = true
}

/** Minutes after "y"; null where it can be no minute ("3 y 4" are two hours). */
const minutesJoined = ({ joined, bare }: Groups): string | undefined | null => {
  if (joined !== undefined) return joined.length === 2 || joined === '5' ? joined.padStart(2, '0') : null
  return bare
}

/** "19/10/2026 10:00", "19/10 10:00": who writes the day in numbers writes the time by a clock of twenty-four hours; in English only with the year. */
const isDated = ({ days, language }: Draft): boolean =>
  days.some((day) => (day.type === 'numeric' && (language !== 'en' || day.year !== null)) || (day.type === 'month_day' && day.year !== null))

type Told = { h: string | undefined; m: string | undefined; suffix: string | undefined; /** As "10:30". */ written?: boolean }

/** Adds a time as it was told; false for one that no clock shows. */
const addClock = (draft: Draft, { h = '', m, suffix: after, written = false }: Told): void | false => {
  const hour = Number(h)
  const minute = Number(m ?? 0)
  if (h === '' || hour > 24 || minute > 59 || (hour === 24 && minute > 0)) return false
  const meridiem = after === 'am' || after === 'pm' ? after : null
  if (meridiem && hour > 12 && meridiem === 'am') return false
  const written24 = hour === 0 || hour > 12 || (h.length === 2 && h.startsWith('0'))
  const hourSign = after !== undefined && after.startsWith('h')
  const habit = hourSign || ((draft.language === 'pt' || (written && isDated(draft))) && m !== undefined && m.length === 2)
  draft.times.push({ minutes: hour * 60 + minute, sure: written24 || (habit && hour >= 7) || (written && hour === 12), meridiem })
}
