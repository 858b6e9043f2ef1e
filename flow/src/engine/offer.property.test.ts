import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { context, flow, rich, talk, text, textOnly, turn } from '../../test/world.ts'
import { clockTime, dayFromIso, isoDate, partsOf, wallAt } from '../understanding/calendar.ts'
import { heard } from './heard.ts'
import type { Choice } from './run-state.ts'

/** Whatever is offered and however short the answer: nothing is taken for one time that, read in another way, is another. */

const now = new Date('2026-11-30T12:00:00.000Z')
const timeZone = 'America/Argentina/Buenos_Aires'
const definition = flow({
  ask: { type: 'input', text: '¿?', expect: 'datetime', saveAs: 'x', next: 'done', retries: 9 },
  done: { type: 'message', text: 'Va.', next: null },
})

const dates = fc.integer({ min: 1, max: 45 }).map((days) => isoDate(wallAt(now.getTime(), timeZone).day + days))
const times = fc.integer({ min: 0, max: 47 }).map((halves) => clockTime(halves * 30))
const distinct = { minLength: 2, maxLength: 5 }
/** Several hours of a day, an hour on several days, or anything. */
const offers = fc
  .oneof(
    fc.tuple(dates, fc.uniqueArray(times, distinct)).map(([date, each]) => each.map((time) => ({ date, time }))),
    fc.tuple(fc.uniqueArray(dates, distinct), times).map(([each, time]) => each.map((date) => ({ date, time }))),
    fc.uniqueArray(fc.record({ date: dates, time: times }), { ...distinct, selector: ({ date, time }) => date + time }),
  )
  .map((moments) =>
    moments.map(({ date, time }, at): Choice => ({
      id: `offer.1.${at + 1}`,
      text: `${date} ${time}`,
      value: `${date}T${time}`,
      moment: { date, time, part: null },
    })),
  )

type Counted = { locale: string; bare: string[]; hours: string[]; days: string[] }
const counted: Counted[] = [
  { locale: 'es-AR', bare: ['#', 'la #', '#.', 'quiero la #'], hours: ['las #', 'a las #', 'a las # por favor'], days: ['el día #', 'para el día #'] },
  { locale: 'pt-BR', bare: ['#', 'a #', '#)'], hours: ['às #', 'as #'], days: ['dia #', 'no dia #'] },
  { locale: 'en-US', bare: ['#', 'the #', '#!'], hours: ['at #'], days: ['on the #th'] },
]

const answered = (choices: Choice[], words: string, locale: string, abilities = rich) => {
  const world = context({ now, timeZone, locale, abilities })
  const { state } = talk(definition, [], world)
  return turn(definition, { ...state, offer: { choices } }, { type: 'message', message: heard(text(words)) }, world).state
}
/** The offered choice that the answer was taken for, to be read back. */
const readBack = (choices: Choice[], words: string, locale: string, abilities = rich): Choice | undefined => {
  const { offer, variables } = answered(choices, words, locale, abilities)
  assert.equal(variables['x'], undefined, 'kept without being read back')
  const [only, ...others] = offer?.choices ?? []
  return others.length > 0 ? undefined : choices.find(({ moment }) => moment!.date === only?.moment?.date && moment!.time === only?.moment?.time)
}

const differ = (choices: Choice[], key: 'date' | 'time'): boolean => new Set(choices.map(({ moment }) => moment![key])).size > 1
const onDay = (choices: Choice[], day: number): Choice[] => choices.filter(({ moment }) => partsOf(dayFromIso(moment!.date!)).day === day)
const atHour = (choices: Choice[], hour: number): Choice[] =>
  choices.filter(({ moment }) => {
    const shown = Number(moment!.time!.slice(0, 2))
    return hour === shown || (hour <= 12 && hour % 12 === shown % 12)
  })

const numbers = fc.integer({ min: 1, max: 31 })

test('a number that is a place and an hour or day of another time is asked about again', () =>
  fc.assert(
    fc.property(offers, fc.constantFrom(...counted), numbers, fc.nat(), (choices, { locale, bare }, number, way) => {
      const words = bare[way % bare.length]!.replace('#', String(number))
      const taken = readBack(choices, words, locale)
      if (!taken) return
      const own = [...(differ(choices, 'date') ? onDay(choices, number) : []), ...(differ(choices, 'time') ? atHour(choices, number) : [])]
      const place = choices[number - 1]
      assert.ok(place === undefined || place === taken, `${words} is place ${number}`)
      assert.ok(
        own.every((choice) => choice === taken),
        `${words} is ${own.map(({ text: each }) => each).join(', ')}`,
      )
    }),
    { numRuns: 2000 },
  ))

test('an hour is never a place, and taken only where one time alone has it', () =>
  fc.assert(
    fc.property(offers, fc.constantFrom(...counted), fc.integer({ min: 1, max: 23 }), fc.nat(), (choices, { locale, hours }, hour, way) => {
      const taken = readBack(choices, hours[way % hours.length]!.replace('#', String(hour)), locale)
      if (!taken || !differ(choices, 'time')) return
      const exact = atHour(choices, hour).filter(({ moment }) => moment!.time!.endsWith(':00'))
      assert.deepEqual(exact, [taken])
    }),
    { numRuns: 1000 },
  ))

test('a day is never a place, and taken only where one time alone has it', () =>
  fc.assert(
    fc.property(offers, fc.constantFrom(...counted), numbers, fc.nat(), (choices, { locale, days }, day, way) => {
      const taken = readBack(choices, days[way % days.length]!.replace('#', String(day)), locale)
      if (taken && differ(choices, 'date')) assert.deepEqual(onDay(choices, day), [taken])
    }),
    { numRuns: 1000 },
  ))

test('a Portuguese weekday is taken only where one time alone is on it', () =>
  fc.assert(
    fc.property(
      offers,
      fc.constantFrom<[string, number]>(['segunda', 1], ['terça', 2], ['quarta', 3], ['quinta', 4], ['sexta', 5]),
      (choices, [words, weekday]) => {
        const taken = readBack(choices, words, 'pt-BR')
        if (!taken || !differ(choices, 'date')) return
        assert.deepEqual(
          choices.filter(({ moment }) => partsOf(dayFromIso(moment!.date!)).weekday === weekday),
          [taken],
        )
      },
    ),
    { numRuns: 1000 },
  ))

test('only a number that was shown and that nobody has as its own is kept at once', () =>
  fc.assert(
    fc.property(offers, numbers, (choices, number) => {
      const { variables, offer } = answered(choices, String(number), 'es-AR', textOnly)
      if (variables['x'] === undefined) return
      assert.equal(offer, undefined)
      assert.equal(variables['x'], choices[number - 1]?.value)
      assert.deepEqual([...onDay(choices, number), ...atHour(choices, number)], [])
    }),
    { numRuns: 1000 },
  ))
