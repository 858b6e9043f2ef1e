import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ChannelAbilities } from '@chasqui/contracts/channel'
import type { MessageContent } from '@chasqui/contracts/content'
import { unfit } from '@chasqui/contracts/abilities-check'
import { OutboundContent } from '@chasqui/contracts/content'
import { FlowDefinition } from '../definition.ts'
import fc from 'fast-check'
import type { Context, Happening, RunState } from '../index.ts'
import { freshRun, heard, problemsIn, step } from '../index.ts'
import { context, photo, press, rich, textOnly } from '../../test/world.ts'

/** Any definition that passes its schema (steps that do not exist, loops and odd names included), any channel, any customer. */

const ids = ['a', 'b', 'c', 'd', 'e', 'constructor']
const id = fc.constantFrom(...ids)
const next = fc.oneof({ weight: 8, arbitrary: fc.option(id, { nil: null, freq: 8 }) }, { weight: 1, arbitrary: fc.constant('nowhere') })
const names = fc.constantFrom('name', 'topic', 'topic.id', '__proto__', 'toString', 'contact.name', 'message.text')
const words = fc.oneof(
  fc.constantFrom(
    'Hola {{name}}, ¿qué tal?',
    ' ',
    '{{topic}}',
    'turno',
    'Sí',
    'Turno 2',
    '{{name}}{{name}}{{name}}',
    '👨‍👩‍👧‍👦 familia',
    'Pedir un turno con la doctora',
    'x'.repeat(3000),
    '👍'.repeat(2040),
    'línea\n'.repeat(300),
  ),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
)
const label = fc
  .oneof(
    fc.constantFrom('Turno', 'Turno 2', 'Horarios', '👍', ' ', '{{name}}', 'Hablar con una persona del equipo'),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
  )
  .filter((text) => text.length <= 100)
const seconds = fc.integer({ min: 5, max: 1000 })
const timeout = fc.option(fc.record({ seconds, next }), { nil: undefined })
const shortWords = fc.array(fc.constantFrom('turno', 'saltar', 'persona', 'menú', 'hablar con alguien', '👍', ''), { maxLength: 2 })
const asks = {
  text: words,
  retries: fc.integer({ min: 0, max: 2 }),
  onInvalid: next,
  timeout,
  invalidText: fc.option(
    words.map((text) => text.slice(0, 1000).toWellFormed()),
    { nil: undefined },
  ),
}
const comparison = fc.record({
  variable: names,
  operator: fc.constantFrom(
    'equals',
    'not_equals',
    'contains',
    'has_words',
    'starts_with',
    'is_set',
    'is_not_set',
    'greater_than',
    'less_than',
    'matches',
    'one_of',
  ),
  value: fc.oneof(fc.constantFrom('turno', '{{name}}', '(', '[a-z]+', '3'), fc.integer(), fc.boolean(), fc.constant(undefined), fc.constant(['a', '{{name}}'])),
})
const option = fc.record({
  id: fc.oneof(fc.constantFrom('1', 'hours', ' odd '), fc.string({ minLength: 1, maxLength: 40 })),
  label,
  description: fc.option(label, { nil: undefined }),
  words: shortWords,
  next,
})
const node = fc.oneof(
  fc.record({ type: fc.constant('message'), text: words, next }),
  fc.record({
    type: fc.constant('menu'),
    style: fc.constantFrom('auto', 'buttons', 'list', 'numbers'),
    options: fc.array(option, { minLength: 1, maxLength: 13 }),
    saveAs: fc.option(names, { nil: undefined }),
    ...asks,
  }),
  fc.record({
    type: fc.constant('input'),
    expect: fc.constantFrom('text', 'email', 'phone', 'number', 'any', 'date', 'time', 'datetime', 'yes_no', 'document'),
    hours: fc.constantFrom(undefined, { from: '08:00', to: '20:00' }),
    documents: fc.constantFrom(undefined, ['cpf', 'cuit'], ['dni']),
    pattern: fc.constantFrom(undefined, undefined, '(', '^a'),
    saveAs: names,
    skipWords: shortWords,
    saveToContact: fc.constantFrom(undefined, 'name', 'email'),
    next,
    ...asks,
  }),
  fc.record({
    type: fc.constant('condition'),
    all: fc.array(comparison, { maxLength: 2 }),
    any: fc.array(comparison, { maxLength: 2 }),
    then: next,
    otherwise: next,
  }),
  fc.record({ type: fc.constant('variable'), set: fc.array(fc.record({ name: names, value: words }), { minLength: 1, maxLength: 2 }), next }),
  fc.record({ type: fc.constant('delay'), seconds, next }),
  fc.record({ type: fc.constant('go_to'), node: id }),
  fc.record({ type: fc.constant('transfer_to_agent'), text: fc.option(words, { nil: undefined }), note: fc.constant('Es {{name}}') }),
  fc.record({ type: fc.constant('close'), text: fc.option(words, { nil: undefined }), reason: fc.constant('{{name}}') }),
)
const definitions = fc
  .record({
    nodes: fc.dictionary(id, node, { minKeys: 1, maxKeys: 6 }),
    start: id,
    onError: next,
    always: fc.record({ human: shortWords, restart: shortWords, stop: shortWords, humanNode: next, stopNode: next }),
  })
  .map((draft) => FlowDefinition.parse({ schema: 1, ...draft }))

const limit = fc.oneof(fc.integer({ min: 1, max: 30 }), fc.constantFrom(72, 1024, 4096))
const channels: fc.Arbitrary<ChannelAbilities> = fc.oneof(
  fc.constantFrom(rich, textOnly),
  fc.record({
    ...Object.fromEntries(Object.entries(rich).map(([key, value]) => [key, fc.constant(value)])),
    text: fc.record({ max: fc.oneof(fc.integer({ min: 20, max: 200 }), fc.constant(70_000)) }),
    buttons: fc.option(fc.record({ max: fc.integer({ min: 0, max: 12 }), title: limit, id: limit, body: limit }), { nil: null }),
    list: fc.option(
      fc.record({
        rows: fc.integer({ min: 0, max: 40 }),
        sections: fc.integer({ min: 0, max: 2 }),
        title: limit,
        description: limit,
        button: limit,
        body: limit,
      }),
      { nil: null },
    ),
  }) as unknown as fc.Arbitrary<ChannelAbilities>,
)
const worlds = fc
  .record({
    abilities: channels,
    locale: fc.constantFrom('es-AR', 'es-MX', 'pt-BR', 'en', ''),
    language: fc.constantFrom(null, 'pt', 'xx'),
    name: fc.option(words, { nil: null }),
  })
  .map(({ abilities, locale, language, name }): Context => context({ abilities, locale, contact: { name, phone: null, email: null, language } }))

const contents: fc.Arbitrary<MessageContent> = fc.oneof(
  fc
    .oneof(
      fc.constantFrom(
        'mañana',
        'mañana a las 5',
        'el lunes',
        '17hs',
        'ayer',
        'sí',
        'no',
        'ninguna',
        'no, a las 6',
        '12.345.678',
        'ana@gmial.com',
        'unos 20',
        'Sim',
        'tomorrow at noon',
        '1',
        'dos',
        'turno',
        'Turno 2',
        'persona',
        'menu',
        'saltar',
        'ana@ejemplo.com',
        '3,5',
        '\u0000',
        '\ud800',
        'y'.repeat(70_000),
      ),
      fc.string({ unit: 'binary', maxLength: 20 }),
    )
    .map((text): MessageContent => ({ type: 'text', text })),
  fc.constantFrom<MessageContent>(
    press('1', 'Sí'),
    press('hours', 'Horarios'),
    press('old', 'persona'),
    photo(),
    photo('turno'),
    { type: 'system', event: 'x' },
    { type: 'unsupported', providerType: 'poll' },
    { type: 'location', latitude: 1, longitude: 2 },
  ),
)
const happenings: fc.Arbitrary<Happening | 'timer'> = fc.oneof(
  { weight: 6, arbitrary: contents.map((content): Happening => ({ type: 'message', message: heard(content) })) },
  { weight: 2, arbitrary: fc.constant('timer' as const) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 9 }).map((token): Happening => ({ type: 'due', token })) },
  { weight: 1, arbitrary: fc.constant<Happening>({ type: 'start' }) },
)

/** What must hold after every step, whatever came before. */
const checkStep = (definition: FlowDefinition, before: RunState, happening: Happening, world: Context): RunState => {
  const frozen = JSON.stringify([definition, before])
  const { state, effects } = step(definition, before, happening, world)
  assert.equal(JSON.stringify([definition, before]), frozen, 'arguments are left alone')
  assert.deepEqual(
    step(definition, structuredClone(before), happening, world),
    { ...step(definition, before, happening, world) },
    'the same again gives the same',
  )
  assert.deepEqual(JSON.parse(JSON.stringify(state)), state, 'the state is plain JSON')
  for (const effect of effects) {
    if (effect.type !== 'say') continue
    assert.equal(unfit(effect.content, world.abilities), null, JSON.stringify(effect.content).slice(0, 300))
    assert.ok(OutboundContent.safeParse(effect.content).success, JSON.stringify(effect.content).slice(0, 300))
  }
  if (before.status === 'finished') assert.deepEqual([state, effects], [before, []], 'a finished run stays so')
  if (happening.type === 'due' && happening.token !== before.wait?.token) assert.deepEqual([state, effects], [before, []], 'a stale timer changes nothing')
  checkRest(definition, state)
  assert.equal(effects.filter((effect) => effect.type === 'ended').length, before.status !== 'finished' && state.status === 'finished' ? 1 : 0)
  if (state.token !== before.token && state.wait?.dueAt)
    assert.ok(effects.some((effect) => effect.type === 'wake' && effect.token === state.token && effect.at === state.wait?.dueAt))
  return state
}

/** After a turn that did something the run waits at a step that can be left, or is over with an outcome. */
const checkRest = (definition: FlowDefinition, state: RunState): void => {
  if (state.status === 'waiting') {
    const at = definition.nodes[state.node!]!
    assert.ok(state.wait && (state.wait.kind === 'delay' ? at.type === 'delay' && state.wait.dueAt : at.type === 'menu' || at.type === 'input'))
  } else if (state.status === 'finished') assert.ok(state.outcome && state.wait === null)
  else assert.equal(state.steps, 0, 'a run that has begun never stays in the middle')
}

test('no definition and no customer make a step throw, overstep a channel, hang or forget', () => {
  let steps = 0
  fc.assert(
    fc.property(definitions, worlds, fc.array(happenings, { minLength: 5, maxLength: 25 }), (definition, world, events) => {
      let state = checkStep(definition, freshRun(), { type: 'start' }, world)
      for (const event of events) {
        const happening: Happening = event === 'timer' ? { type: 'due', token: state.token } : event
        state = checkStep(definition, state, happening, world)
        steps++
      }
    }),
    { numRuns: 400 },
  )
  assert.ok(steps > 2000)
})

test('the checks look at any definition without throwing', () => {
  fc.assert(
    fc.property(definitions, fc.option(channels, { nil: undefined }), (definition, abilities) => assert.ok(Array.isArray(problemsIn(definition, abilities)))),
    { numRuns: 300 },
  )
})

test('a definition without errors never runs into a fault', () => {
  fc.assert(
    fc.property(definitions, worlds, fc.array(happenings, { maxLength: 15 }), (definition, world, events) => {
      fc.pre(
        problemsIn(definition).every(
          (problem) => problem.severity !== 'error' || !['flow.next_missing', 'flow.start_missing', 'flow.loop_without_wait'].includes(problem.code),
        ),
      )
      let state = freshRun()
      for (const event of [{ type: 'start' } as const, ...events]) {
        const turn = step(definition, state, event === 'timer' ? { type: 'due', token: state.token } : event, world)
        assert.ok(turn.effects.every((effect) => effect.type !== 'fault'))
        state = turn.state
      }
    }),
    { numRuns: 100 },
  )
})
