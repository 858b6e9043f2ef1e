import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { context, flow, press, talk, textOnly } from '../../test/world.ts'
import type { InputNode } from './nodes.ts'
import type { Context } from './run-state.ts'

/** Answers to an offer of times. The clock shows Monday, 30 November 2026, nine in the morning. */

const now = new Date('2026-11-30T12:00:00.000Z')

type Asked = { locale: string; expect?: InputNode['expect']; first: string; world?: Partial<Context> }
const told = ({ locale, expect = 'datetime', first, world }: Asked, ...answers: (string | ReturnType<typeof press>)[]) =>
  talk(
    flow({ ask: { type: 'input', text: '¿?', expect, saveAs: 'x', next: 'done', retries: 9 }, done: { type: 'message', text: 'Va.', next: null } }),
    [first, ...answers],
    context({ now, locale, ...world }),
  )

/** What is offered after the answer as data; one alone is read back. "!" before what is kept without being read back, "-" where all is asked anew. */
const after = (asked: Asked, answer: string): string => {
  const { state } = told(asked, answer)
  if (state.variables['x'] !== undefined) return `!${String(state.variables['x'])}`
  if (!state.offer) return '-'
  if (state.offer.choices.length === 0) return `${state.offer.base?.date ?? ''} ${state.offer.base?.time ?? state.offer.base?.part ?? ''}`.trim()
  return state.offer.choices.map(({ value }) => String(value).slice(5, 16)).join(' | ')
}

/** "answer → what is left of the offer"; "again" for all of it. */
const check = (asked: Asked, lines: string): void => {
  const whole = told(asked).state.offer!.choices.map(({ value }) => String(value).slice(5, 16))
  for (const line of lines.split('\n').map((each) => each.trim())) {
    const [answer = '', left = ''] = line.split(' → ')
    test(`«${asked.first}», then «${answer}»: ${left}`, () => assert.equal(after(asked, answer), left === 'again' ? whole.join(' | ') : left))
  }
}

describe('an hour that may be twelve off', () => {
  check(
    { locale: 'es-AR', first: 'mañana a las 8' },
    `8 → again
    las 8 → again
    a las 8 → again
    ocho → again
    las ocho → again
    la 8 → again
    el 8 → again
    8️⃣ → again
    mañana → again
    la segunda → 12-01T20:00
    la última → 12-01T20:00
    la 2da → 12-01T20:00
    opción 2 → 12-01T20:00
    la primera → 12-01T08:00
    8 de la noche → 12-01T20:00
    20hs → 12-01T20:00
    20 → 12-01T20:00
    20:00 h → 12-01T20:00
    8pm → 12-01T20:00
    la de la noche → 12-01T20:00
    la de la mañana → 12-01T08:00
    evening → 12-01T20:00
    9 → 12-01T09:00
    a las 7 → 12-01T07:00 | 12-01T19:00
    el jueves a las 3 de la tarde → 12-03T15:00
    no, el jueves → 2026-12-03
    ninguna → -
    no → -`,
  )
  check(
    { locale: 'pt-BR', first: 'amanhã às 8' },
    `8 → again
    às 8 → again
    às oito → again
    a 8 → again
    a segunda → 12-01T20:00
    a primeira → 12-01T08:00
    20h → 12-01T20:00
    da noite → 12-01T20:00
    à noite → 12-01T20:00
    nenhuma → -`,
  )
  check(
    { locale: 'en-US', first: 'tomorrow at 8' },
    `8 → again
    at 8 → again
    eight → again
    the second one → 12-01T20:00
    2nd → 12-01T20:00
    8pm → 12-01T20:00
    evening → 12-01T20:00
    the evening one → 12-01T20:00
    PM → 12-01T20:00
    a.m. please → 12-01T08:00
    none → -`,
  )
})

describe('two hours', () => {
  check(
    { locale: 'es-AR', first: 'mañana 2 o 3 de la tarde' },
    `las 2 → 12-01T14:00
    las 3 → 12-01T15:00
    2 → again
    3 → 12-01T15:00
    la segunda → 12-01T15:00`,
  )
  check(
    { locale: 'es-AR', first: 'mañana a las 2 o a las 3' },
    `las 2 → 12-01T14:00 | 12-01T02:00
    a las 3 → 12-01T15:00 | 12-01T03:00
    3 de la tarde → 12-01T15:00`,
  )
})

describe('noon and midnight', () => {
  check(
    { locale: 'es-AR', first: 'mañana a las 12' },
    `las 12 → again
    12 → again
    del mediodía → 12-01T12:00
    medianoche → 12-02T00:00`,
  )
  check({ locale: 'es-AR', first: 'mañana a las 12hs o a las 0hs' }, 'las 12 → again')
})

describe('two days', () => {
  check(
    { locale: 'es-AR', expect: 'date', first: '2 de enero o 1 de enero' },
    `el 2 → again
    2 → again
    el 1 → again
    el primero → again
    el 1ro → again
    dos → again
    la segunda → 01-01
    2 de enero → 01-02
    el 1 de enero → 01-01
    viernes → 01-01
    el sábado → 01-02`,
  )
  check(
    { locale: 'es-AR', expect: 'date', first: 'el 2/1 o el 3/1' },
    `2 → again
    el 2 → again
    3 → 01-03
    el 2/1 → 01-02`,
  )
  check(
    { locale: 'en-US', first: 'December 18 or December 25 at noon' },
    `the 25th → 12-25T12:00
    25 → 12-25T12:00
    the second → 12-25T12:00
    the next one → 12-18T12:00
    Friday → again`,
  )
  check(
    { locale: 'es-AR', first: 'el lunes a las 10hs' },
    `el próximo → 12-07T10:00
    el que viene → 12-07T10:00
    el segundo → 12-07T10:00
    el 7 → 12-07T10:00
    hoy → 11-30T10:00
    lunes → again`,
  )
})

describe('Portuguese weekdays, which are counted', () => {
  check(
    { locale: 'pt-BR', first: 'segunda ou terça às 15h' },
    `segunda → 11-30T15:00 | 12-07T15:00
    terça → 12-01T15:00
    terça-feira → 12-01T15:00
    quarta → again`,
  )
  check(
    { locale: 'pt-BR', first: 'terça ou quarta às 15h' },
    `segunda → again
    terça → 12-01T15:00
    quarta → 12-02T15:00
    a segunda opção → 12-02T15:00`,
  )
  check(
    { locale: 'pt-BR', first: 'segunda às 15h' },
    `segunda → again
    a próxima → 12-07T15:00
    hoje → 11-30T15:00`,
  )
  check(
    { locale: 'pt-BR', expect: 'date', first: 'semana que vem' },
    `segunda → 12-07
    quarta → 12-09
    quinta → 12-10
    sexta → 12-11
    a primeira → 12-07`,
  )
  check({ locale: 'es-AR', expect: 'date', first: 'la semana que viene' }, 'la quinta → 12-11')
})

describe('what is certain stays', () => {
  check(
    { locale: 'es-AR', first: 'mañana 17hs' },
    `mejor a las 6 → 12-01T18:00
    mejor a las 8 → 12-01T08:00 | 12-01T20:00
    a las 18hs → 12-01T18:00
    sí, a las 18hs → 12-01T18:00
    mejor el jueves → 12-03T17:00
    no, el jueves → 12-03T17:00
    mejor por la mañana → 2026-12-01 morning
    no → -
    sí → !2026-12-01T17:00:00-03:00`,
  )
  check(
    { locale: 'es-AR', first: 'mañana o pasado' },
    `por la tarde → 12-01 | 12-02
    pasado → 2026-12-02
    mañana a las 17hs → 12-01T17:00`,
  )
})

describe('an hour that was taken for one of the day', () => {
  check(
    { locale: 'es-AR', first: 'mañana a las 10' },
    `sí → !2026-12-01T10:00:00-03:00
    a las 10 → 12-01T10:00
    no, de la noche → 12-01T22:00
    de la noche → 12-01T22:00
    a las 10 de la noche → 12-01T22:00
    no, a las 22 → 12-01T22:00
    no → -`,
  )
  check(
    { locale: 'es-AR', first: 'mañana a las 5' },
    `sí → !2026-12-01T17:00:00-03:00
    a las 5 → 12-01T17:00
    5 → 12-01T17:00
    de la tarde → 12-01T17:00
    no, de la mañana → 12-01T05:00
    de la madrugada → 12-01T05:00
    a las 5 de la mañana → 12-01T05:00
    no, a las 6 → 12-01T18:00
    mejor por la mañana → 2026-12-01 morning
    mejor el jueves → 12-03T17:00
    no → -`,
  )
  check(
    { locale: 'pt-BR', first: 'amanhã às 2' },
    `da tarde → 12-01T14:00
    não, da manhã → 12-01T02:00
    da madrugada → 12-01T02:00`,
  )
  check(
    { locale: 'en-US', first: 'tomorrow at 2' },
    `PM → 12-01T14:00
    a.m. please → 12-01T02:00
    the afternoon one → 12-01T14:00
    2am → 12-01T02:00`,
  )
})

describe('numbers that are shown', () => {
  const world = { abilities: textOnly }
  check(
    { locale: 'es-AR', first: 'mañana a las 7', world },
    `2 → !2026-12-01T19:00:00-03:00
    la segunda → 12-01T19:00
    3 → -`,
  )
  check({ locale: 'es-AR', first: 'mañana 8 o 2', world }, `las 2 → 12-01T14:00 | 12-01T02:00`)
})

test('what is pressed is kept at once', () => {
  const asked = { locale: 'es-AR', first: 'mañana a las 8' }
  const { id } = told(asked).state.offer!.choices[1]!
  assert.equal(told(asked, press(id, '20:00 h')).state.variables['x'], '2026-12-01T20:00:00-03:00')
})

test('what was written is read back in full, and reading it back is no failed try', () => {
  const { said, state } = told({ locale: 'es-AR', first: 'mañana a las 8' }, 'la segunda')
  assert.deepEqual(said, ['¿Es correcto: martes 1 de diciembre de 2026 a las 20:00 h?'])
  assert.equal(state.attempts, 0)
  assert.equal(told({ locale: 'es-AR', first: 'mañana a las 8' }, 'la segunda', 'sí').state.variables['x'], '2026-12-01T20:00:00-03:00')
})

test('who chooses a day is asked for its hour, and has failed no try', () => {
  const { said, state } = told({ locale: 'es-AR', first: 'el 4 o el 11' }, 'el 11')
  assert.deepEqual(said, ['Viernes 11 de diciembre de 2026. ¿A qué hora?'])
  assert.equal(state.attempts, 0)
})

test('a number on offer is not its place', () => {
  const { state } = told({ locale: 'es-AR', expect: 'number', first: '1,000', world: { abilities: textOnly } }, '1')
  assert.deepEqual(
    state.offer?.choices.map(({ value }) => value),
    [1000, 1],
  )
})
