import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { freshRun, heard, step } from '../index.ts'
import { fold } from '../understanding/fold.ts'
import { context, flow, talk, text } from '../../test/world.ts'
import type { FlowLimits } from './limits.ts'
import { usualLimits } from './limits.ts'
import type { Heard, Pace, StopReason } from './pace.ts'
import { afterTurn, beforeTurn, freshPace } from './pace.ts'

const second = 1000
const hour = 3600 * second
type Event = { at: number; heard: Heard; messages?: number }
/** Why and at which event a flow stops that hears this; null when it never does. */
const stopped = (events: Event[], limits: FlowLimits = usualLimits): { why: StopReason; event: number } | null => {
  let pace: Pace = freshPace(0)
  for (const [event, { at, heard, messages = 1 }] of events.entries()) {
    const { pace: next, stop } = beforeTurn(pace, heard, limits, at)
    if (stop) return { why: stop, event }
    pace = afterTurn(next, messages)
  }
  return null
}
const typed = (words: string): Heard => ({ text: words, pressed: false })
const every = (seconds: number, texts: string[], times: number): Event[] =>
  Array.from({ length: times }, (_, at) => ({ at: at * seconds * second, heard: typed(texts[at % texts.length]!) }))

describe('another bot', () => {
  const loops: [string, Event[]][] = [
    ['one that always says the same', every(2, ['Hola, gracias por comunicarte. En breve te responderemos.'], 20)],
    [
      'one that says nearly the same',
      Array.from({ length: 20 }, (_, at) => ({ at: at * 5 * second, heard: typed(`No entendí tu mensaje, ticket ${at + 100}. Elegí una opción.`) })),
    ],
    ['one with a menu of three sentences', every(2, ['Bienvenido a la tienda virtual', 'Elija una opción del menú', 'No comprendo su respuesta'], 60)],
    ['one that answers a word at once', every(1, ['ok'], 60)],
    [
      'one that says ever new things far too fast',
      Array.from({ length: 60 }, (_, at) => ({ at: at * second, heard: typed(`${at * 7919} ${'abcdefgh'.slice(at % 8)}${at}`) })),
    ],
  ]
  for (const [what, events] of loops) test(`${what} is noticed`, () => assert.equal(stopped(events)?.why, 'bot_loop'))

  const people: [string, Event[]][] = [
    [
      'somebody who answers ten questions',
      every(6, ['hola', 'turno', 'Ana Pérez', 'ana@ejemplo.com', 'mañana a las 5', 'sí', 'no', '1', 'gracias', 'chau'], 10),
    ],
    ['somebody who walks through menus by numbers', every(8, ['1', '2', '1', '3', '0'], 22)],
    ['somebody who asks for the same three times', every(10, ['¿A qué hora abren mañana?'], 3)],
    [
      'somebody who presses the same button all the time',
      Array.from({ length: 20 }, (_, at) => ({ at: at * 5 * second, heard: { text: 'Ver más productos de esta lista', pressed: true } })),
    ],
    ['somebody who says the same once an hour', every(3600, ['Hola, ¿está listo mi pedido?'], 15)],
    ['a delay that goes on by itself', Array.from({ length: 20 }, (_, at) => ({ at: at * second, heard: null }))],
  ]
  for (const [what, events] of people) test(`${what} is none`, () => assert.equal(stopped(events), null))

  test('is not looked for where the tenant does not want it', () => assert.equal(stopped(loops[0]![1], { ...usualLimits, botLoops: false }), null))

  test('never gets further than some turns, whatever few sentences it has and however fast it is', () => {
    const sentences = fc.array(
      fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' ', 'ñ'), minLength: 15, maxLength: 90 }).filter((words) => fold(words).length >= 15),
      {
        minLength: 1,
        maxLength: 4,
      },
    )
    fc.assert(
      fc.property(sentences, fc.integer({ min: 1, max: 8 }), (texts, seconds) => {
        const found = stopped(every(seconds, texts, 60))
        assert.ok(found && found.event <= 25, JSON.stringify(found))
      }),
    )
  })
})

describe('a budget', () => {
  const limits = { turnsPerHour: 5, turnsPerDay: 8, messagesPerHour: 12, messagesPerDay: 20, botLoops: false }

  test('ends what would go on for ever: by turns and by messages, in an hour and in a day', () => {
    const turns = (minutes: number, messages = 1) => Array.from({ length: 100 }, (_, at): Event => ({ at: at * minutes * 60 * second, heard: null, messages }))
    assert.deepEqual(stopped(turns(1), limits), { why: 'budget', event: 5 })
    assert.deepEqual(stopped(turns(1, 4), limits), { why: 'budget', event: 3 })
    assert.deepEqual(stopped(turns(30), limits), { why: 'budget', event: 8 })
    assert.deepEqual(stopped(turns(61, 5), limits), { why: 'budget', event: 4 })
    assert.equal(stopped(turns(24 * 60), limits), null)
  })

  test('is never overrun within a window, and begins anew after each stop', () => {
    const events = fc.array(fc.record({ after: fc.integer({ min: 0, max: hour }), messages: fc.integer({ min: 0, max: 5 }) }), { maxLength: 80 })
    fc.assert(
      fc.property(events, (list) => {
        let [pace, now] = [freshPace(0), 0]
        for (const { after, messages } of list) {
          now += after
          const { pace: next, stop } = beforeTurn(pace, null, limits, now)
          if (stop) assert.deepEqual([next.hour.turns, next.day.messages], [0, 0])
          pace = stop ? next : afterTurn(next, messages)
          assert.ok(pace.hour.turns <= limits.turnsPerHour && pace.day.turns <= limits.turnsPerDay)
          assert.ok(pace.hour.messages < limits.messagesPerHour + 5 && pace.day.messages < limits.messagesPerDay + 5)
          assert.deepEqual(JSON.parse(JSON.stringify(pace)), pace)
        }
      }),
    )
  })

  test('counts on when the clock is set back', () => {
    const { pace } = beforeTurn(freshPace(10 * hour), typed('hola'), limits, 10 * hour)
    assert.equal(beforeTurn(afterTurn(pace, 1), typed('hola'), limits, 0).stop, null)
  })
})

describe('a flow that is stopped', () => {
  const definition = flow({ ask: { type: 'input', text: '¿Nombre?', expect: 'text', saveAs: 'name', next: 'ask' } })
  const { state } = talk(definition, [])

  test('is silent towards another bot, and leaves a note', () => {
    const { effects, state: after } = step(definition, state, { type: 'stopped', why: 'bot_loop' }, context())
    assert.deepEqual(
      effects.map(({ type }) => type),
      ['transfer', 'ended'],
    )
    assert.equal(after.outcome, 'transferred')
  })

  test('tells a person whose budget is used up that somebody goes on', () => {
    const { effects } = step(definition, state, { type: 'stopped', why: 'budget' }, context())
    assert.deepEqual(
      effects.map(({ type }) => type),
      ['say', 'transfer', 'ended'],
    )
  })

  test('stops before it begins, too, and once', () => {
    const { state: after } = step(definition, freshRun(), { type: 'stopped', why: 'bot_loop' }, context())
    assert.equal(after.status, 'finished')
    for (const happening of [{ type: 'stopped', why: 'budget' } as const, { type: 'message', message: heard(text('hola')) } as const])
      assert.deepEqual(step(definition, after, happening, context()).effects, [])
  })
})
