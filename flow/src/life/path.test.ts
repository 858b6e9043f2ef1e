import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { context, flow, press, text, turn, type Talk } from '../../test/world.ts'
import type { FlowDefinition } from '../definition.ts'
import { freshRun, heard, type Happening } from '../index.ts'
import { knownAt } from './known-at.ts'
import { pathOf, type PathRow } from './path.ts'

const now = new Date('2026-03-02T12:00:00Z')
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000)
const definition = flow(
  {
    hello: { type: 'message', text: 'Hola', next: 'menu' },
    menu: {
      type: 'menu',
      text: '¿Qué?',
      saveAs: 'wish',
      retries: 1,
      timeout: { seconds: 60, next: null },
      options: [
        { id: 'book', label: 'Turno', next: 'name' },
        { id: 'move', label: 'Cambiar turno', next: 'name' },
        { id: 'bye', label: 'Nada', next: null },
      ],
    },
    name: { type: 'input', text: '¿Nombre?', expect: 'text', saveAs: 'name', next: 'done', timeout: { seconds: 60, next: 'done' } },
    done: { type: 'close' },
    person: { type: 'transfer_to_agent' },
  },
  { always: { human: ['persona'], stop: ['chau'], restart: ['menú'], humanNode: 'person' } },
)

/** The same, with something to say to whoever does not tell their name. */
const unheard = flow({
  ...definition.nodes,
  name: { ...definition.nodes['name']!, timeout: { seconds: 60, next: 'words' } } as FlowDefinition['nodes'][string],
  words: { type: 'message', text: '¿Seguís ahí?', next: null },
})

type Told = { rows: PathRow[]; talk: Talk }
const happens = (before: Talk['state'], happening: Happening, since: Date | null = ago(30), flow_: FlowDefinition = definition): Told => {
  const talk = turn(flow_, before, happening)
  return { talk, rows: pathOf({ definition: flow_, before, after: talk.state, trace: talk.trace, since, now }) }
}
const says = (words: string): Happening => ({ type: 'message', message: heard(text(words)) })
const begun = () => happens(freshRun(), { type: 'start', message: heard(text('hola')) }, null)
const brief = ({ step, cause, fromStep, way, lostAs, outcome }: PathRow) =>
  [step, cause, ...(fromStep === null ? [] : [`${fromStep} by ${way}`]), ...[lostAs, outcome].filter((part) => part !== null)].join(' ')

describe('the path of a run', () => {
  test('tells where it began and what it passed', () => {
    assert.deepEqual(begun().rows.map(brief), ['hello start', 'menu went_on hello by next'])
  })

  test('tells what was answered, how long that took, and by which option it went on, also where several lead to the same step', () => {
    const { rows } = happens(begun().talk.state, { type: 'message', message: heard(press('move', 'Cambiar turno')) })
    assert.deepEqual(rows.map(brief), ['menu answered', 'name went_on menu by option.move'])
    assert.deepEqual([rows[0]!.answer, rows[0]!.set, rows[1]!.waitedMs], ['Cambiar turno', { wish: 'Cambiar turno', 'wish.id': 'move' }, 30_000])
    assert.deepEqual(happens(begun().talk.state, says('1')).rows.map(brief), ['menu answered', 'name went_on menu by option.book'])
    assert.deepEqual(happens(begun().talk.state, says('nada')).rows.map(brief), ['menu answered', 'menu ended menu by option.bye finished'])
  })

  test('tells as what somebody was lost', () => {
    const asked = begun().talk.state
    const lost = (happening: Happening, at = asked) => happens(at, happening).rows.map(brief).at(-1)
    assert.equal(lost({ type: 'due', token: asked.wait!.token }), 'menu ended menu by timeout silent silent')
    assert.equal(lost(says('chau')), 'menu ended menu by word stopped stopped')
    const named = happens(asked, says('1')).talk.state
    const unreached = turn(unheard, { ...named }, { type: 'due', token: named.wait!.token }, context({ isUnreachable: true }))
    const rows = pathOf({ definition: unheard, before: named, after: unreached.state, trace: unreached.trace, since: ago(30), now })
    assert.deepEqual(rows.map(brief), ['name timeout', 'words went_on name by timeout', 'words ended words by null unreachable unreachable'])
    const puzzled = happens(asked, says('xyzzy'))
    assert.deepEqual(puzzled.rows.map(brief), ['menu invalid'])
    assert.equal(lost(says('xyzzy'), puzzled.talk.state), 'menu ended menu by invalid not_understood transferred')
    assert.deepEqual(happens(asked, says('persona')).rows.map(brief), [
      'menu word',
      'person went_on menu by word asked_person',
      'person ended person by null transferred',
    ])
  })

  test('an end as it was drawn, a time-out that leads on and a way back to the start are no loss', () => {
    const named = happens(begun().talk.state, says('1')).talk.state
    assert.deepEqual(happens(named, { type: 'due', token: named.wait!.token }).rows.map(brief), [
      'name timeout',
      'done went_on name by timeout',
      'done ended done by null closed',
    ])
    assert.deepEqual(happens(named, says('menú')).rows.map(brief), ['name word', 'hello went_on name by word', 'menu went_on hello by next'])
  })

  test('what breaks is told at its step', () => {
    const broken = flow({ a: { type: 'message', text: 'A', next: 'b' }, b: { type: 'message', text: 'B', next: 'a' } })
    const rows = happens(freshRun(), { type: 'start' }, null, broken).rows.map(brief)
    assert.deepEqual([rows[0], rows.at(-1)], ['a start', 'b ended b by error broke transferred'])
  })

  test('who asks for a person before anything was said is lost at no step', () => {
    const { rows } = happens(freshRun(), { type: 'start', message: heard(text('persona')) }, null)
    assert.deepEqual(rows.map(brief).at(-1), 'person ended person by null transferred')
  })

  test('nothing happened, nothing is told', () => {
    const asked = begun().talk.state
    assert.deepEqual(happens(asked, { type: 'due', token: 99 }).rows, [])
  })

  test('what a run is given from the first stands at its beginning', () => {
    const rows = happens({ ...freshRun(), variables: { name: 'Ana' } }, { type: 'start' }, null).rows
    assert.deepEqual(rows[0]!.set, { name: 'Ana' })
  })
})

test('what was known at a step is what was kept before the run last came there', () => {
  const entry = (step: string, cause: string, set_values: Record<string, string | null> | null = null) => ({ step, cause, set_values })
  const path = [
    entry('a', 'start'),
    entry('a', 'answered', { x: '1', y: '1' }),
    entry('b', 'went_on'),
    entry('b', 'answered', { x: null }),
    entry('a', 'went_on', { z: '3' }),
  ]
  assert.deepEqual([knownAt(path, 'b'), knownAt(path, 'a'), knownAt(path, 'never')], [{ x: '1', y: '1' }, { y: '1' }, { y: '1', z: '3' }])
  assert.deepEqual(knownAt([entry('a', 'start', { given: 'x' })], 'a'), { given: 'x' })
})

test('a flow that goes into another tells of each in its own steps, and is lost in both', () => {
  const inner = flow({
    ask: { type: 'input', text: '¿Correo?', expect: 'email', saveAs: 'email', retries: 0, next: 'noted' },
    noted: { type: 'message', text: 'Anotado', next: null },
  })
  const id = '0198c0de-0000-7000-8000-000000000001'
  const outer = flow(
    {
      into: { type: 'subflow', flow: id, output: [{ name: 'address', from: 'email' }], next: 'thanks' },
      thanks: { type: 'message', text: 'Gracias {{address}}', next: null },
    },
    { always: { human: ['persona'] } },
  )
  const found = { version: 'v', definition: inner }
  const world = context({ subflows: { published: (asked) => (asked === id ? found : null), version: () => inner } })
  const goes = (before: Talk['state'], happening: Happening): Told => {
    const talk = turn(outer, before, happening, world)
    return { talk, rows: pathOf({ definition: outer, before, after: talk.state, trace: talk.trace, since: ago(30), now }) }
  }
  const where = (row: PathRow) => `${row.flow === null ? '' : '· '}${brief(row)}`
  const asked = goes(freshRun(), { type: 'start' })
  assert.deepEqual(asked.rows.map(where), ['into start', '· ask went_on'])
  const back = goes(asked.talk.state, says('ana@example.com'))
  assert.deepEqual(back.rows.map(where), [
    '· ask answered',
    '· noted went_on ask by next',
    'into returned',
    'thanks went_on into by next',
    'thanks ended thanks by next finished',
  ])
  assert.deepEqual(back.rows[2]!.set, { address: 'ana@example.com' })
  assert.deepEqual(goes(asked.talk.state, says('xyzzy')).rows.map(where), [
    '· ask invalid',
    '· ask ended ask by invalid not_understood transferred',
    'into ended into by invalid not_understood transferred',
  ])
})
