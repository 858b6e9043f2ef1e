import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { RunState } from '../index.ts'
import { freshRun, heard, step } from '../index.ts'
import { context, flow, photo, press, talk, text, textOnly, turn } from '../../test/world.ts'

const ask = (more: object = {}) => ({ type: 'input' as const, text: '¿Nombre?', expect: 'text' as const, saveAs: 'name', next: 'thanks', ...more })
const thanks = { type: 'message' as const, text: 'Gracias, {{name}}.', next: null }
const menu = (more: object = {}) => ({
  type: 'menu' as const,
  text: '¿Qué necesitás?',
  saveAs: 'topic',
  options: [
    { id: 'hours', label: 'Horarios', next: 'hours' },
    { id: 'none', label: 'Nada', next: null },
  ],
  ...more,
})
const hours = { type: 'message' as const, text: 'De 9 a 18.', next: null }

describe('walking', () => {
  test('a flow says its messages in order and ends', () => {
    const { said, state, effects, trace } = talk(flow({ a: { type: 'message', text: 'Uno', next: 'b' }, b: { type: 'message', text: 'Dos', next: null } }), [])
    assert.deepEqual(said, ['Uno', 'Dos'])
    assert.deepEqual(trace, [
      { step: 'a', cause: 'start' },
      { step: 'b', cause: 'went_on' },
    ])
    assert.equal(state.status, 'finished')
    assert.deepEqual(effects.at(-1), { type: 'ended', outcome: 'finished' })
  })
})

describe('asking', () => {
  test('an invalid answer is told with its own text, then the branch for it is taken', () => {
    const definition = flow({
      ask: ask({ expect: 'email', invalidText: 'Ese correo no va.', retries: 1, onInvalid: 'lost' }),
      thanks,
      lost: { type: 'message', text: 'Sigamos sin correo.', next: null },
    })
    assert.deepEqual(talk(definition, ['nada']).said, ['Ese correo no va.'])
    assert.deepEqual(talk(definition, ['nada', 'nada']).said, ['Sigamos sin correo.'])
    assert.deepEqual(talk(definition, ['nada', 'ana@ejemplo.com']).said, ['Gracias, ana@ejemplo.com.'])
  })

  test('without a branch, a person takes over after the last try', () => {
    const { effects, said } = talk(flow({ ask: ask({ expect: 'email', label: 'Correo', retries: 0 }), thanks }), ['nada'])
    assert.deepEqual(said, ['Enseguida continúa la conversación una persona del equipo.'])
    assert.deepEqual(effects.slice(1), [
      { type: 'transfer', note: 'El flujo no entendió la respuesta en «Correo».', summary: '' },
      { type: 'ended', outcome: 'transferred' },
    ])
  })

  test('a skip word goes on without a value, and forgets an earlier one', () => {
    const definition = flow({ first: { type: 'variable', set: [{ name: 'name', value: 'Luz' }], next: 'ask' }, ask: ask({ skipWords: ['saltar'] }), thanks })
    const { said, state } = talk(definition, ['¡Saltar!'])
    assert.deepEqual(said, ['Gracias.'])
    assert.deepEqual(state.variables, {})
  })

  test('an answer can be saved to the contact, and is known at once', () => {
    const definition = flow({ ask: ask({ saveToContact: 'name' }), thanks: { type: 'message', text: 'Hola {{contact.name}}', next: null } })
    const { effects, said } = talk(definition, ['me llamo Ana'])
    assert.deepEqual(effects[0], { type: 'set_contact', field: 'name', value: 'Ana' })
    assert.deepEqual(said, ['Hola Ana'])
  })

  test('a photo where text is expected is answered kindly', () =>
    assert.deepEqual(talk(flow({ ask: ask(), thanks }), [photo()]).said, ['Por ahora solo puedo leer texto. ¿Puede ser por escrito, en un mensaje?']))

  test('a chosen option is kept with label and id', () => {
    const definition = flow({ menu: menu(), hours: { ...hours, text: '{{topic}} {{topic.id}}' } })
    for (const answer of [press('hours', 'Horarios'), text('1'), text('horario')]) assert.deepEqual(talk(definition, [answer]).said, ['Horarios hours'])
  })

  test('a menu that is not answered is shown again under the text for it', () => {
    const { effects } = talk(flow({ menu: menu({ invalidText: 'Elegí una:' }), hours }), ['blablá'])
    assert.deepEqual(effects, [
      {
        type: 'say',
        content: {
          type: 'buttons',
          body: 'Elegí una:',
          buttons: [
            { id: 'hours', title: 'Horarios' },
            { id: 'none', title: 'Nada' },
          ],
        },
      },
    ])
  })

  test('a button of an older menu counts only if it names an option of this one', () => {
    const definition = flow({ menu: menu(), hours })
    assert.deepEqual(talk(definition, [press('older', 'Horarios')]).state.attempts, 1)
    assert.deepEqual(talk(definition, [press('hours', 'Cualquier cosa')]).said, ['De 9 a 18.'])
  })

  test('a button that is pressed where text is expected is no answer', () =>
    assert.equal(talk(flow({ ask: ask(), thanks }), [press('hours', 'Horarios')]).state.attempts, 1))

  test('on a channel without buttons the same flow is answered by number', () => {
    const world = context({ abilities: textOnly })
    const definition = flow({ menu: menu(), hours })
    assert.match(talk(definition, [], world).said[0]!, /1\. Horarios\n2\. Nada/)
    assert.deepEqual(talk(definition, ['1️⃣'], world).said, ['De 9 a 18.'])
  })
})

describe('time', () => {
  const definition = flow({ ask: ask({ timeout: { seconds: 60, next: 'quiet' } }), thanks, quiet: { type: 'message', text: '¿Seguís ahí?', next: 'ask' } })

  test('a question with a time-out asks to be woken, and silence takes its branch', () => {
    const asked = talk(definition, [])
    assert.deepEqual(asked.effects.at(-1), { type: 'wake', at: '2026-03-02T12:01:00.000Z', token: 1 })
    assert.deepEqual(turn(definition, asked.state, { type: 'due', token: 1 }).said, ['¿Seguís ahí?', '¿Nombre?'])
  })

  test('a timer that was overtaken by an answer changes nothing', () => {
    const retried = talk(flow({ ask: ask({ expect: 'email', timeout: { seconds: 60, next: null } }), thanks }), ['nada'])
    const { state, effects } = step(definition, retried.state, { type: 'due', token: 1 }, context())
    assert.deepEqual([state, effects], [retried.state, []])
    assert.equal(retried.state.wait?.token, 2)
  })

  test('a question without a time-out does not heed timers', () => {
    const asked = talk(flow({ ask: ask(), thanks }), [])
    assert.deepEqual(step(definition, asked.state, { type: 'due', token: asked.state.token }, context()).effects, [])
  })

  test('a time-out that leads nowhere ends the run in silence', () => {
    const silent = flow({ ask: ask({ timeout: { seconds: 60, next: null } }), thanks })
    assert.deepEqual(turn(silent, talk(silent, []).state, { type: 'due', token: 1 }).effects, [{ type: 'ended', outcome: 'silent' }])
  })

  test('a flow that keeps asking into the silence gives up by itself', () => {
    let state: RunState = talk(definition, []).state
    let asked = 0
    while (state.status === 'waiting' && asked < 100) {
      state = turn(definition, state, { type: 'due', token: state.token }).state
      asked++
    }
    assert.deepEqual([state.outcome, asked], ['silent', 21])
  })

  test('but not on a customer who answers now and then', () => {
    const asking = flow({
      ask: ask({ expect: 'email', retries: 1, onInvalid: 'quiet', timeout: { seconds: 60, next: 'quiet' } }),
      thanks,
      quiet: { type: 'message', text: '¿Seguís ahí?', next: 'ask' },
    })
    let state: RunState = talk(asking, []).state
    for (let round = 0; round < 30; round++) {
      state = turn(asking, state, { type: 'due', token: state.token }).state
      state = turn(asking, state, { type: 'message', message: heard(text('no sé')) }).state
    }
    assert.equal(state.status, 'waiting')
  })
})

describe('words that work at every step', () => {
  const words = { human: ['humano', 'hablar con una persona'], restart: ['menú'], stop: ['cancelar'] }
  const definition = flow({ menu: menu(), hours, ask: ask(), thanks }, { always: words })
  const asking = flow({ ask: ask(), thanks }, { always: words })

  for (const said of ['humano', '¡HUMANO!', 'Humano, por favor', 'hola, quiero hablar con una persona ya', 'Hablar con una persona'])
    test(`«${said}» calls a person`, () => {
      for (const start of [definition, asking])
        assert.deepEqual(talk(start, [said]).effects.at(-2), { type: 'transfer', note: 'Pidió hablar con una persona.', summary: '' })
    })

  test('a word inside a sentence is no command', () => assert.equal(talk(asking, ['Soy humano']).state.variables.name, 'Soy humano'))
  test('a person is called by the very first message', () =>
    assert.equal(turn(definition, freshRun(), { type: 'start', message: heard(text('humano')) }).state.outcome, 'transferred'))
  test('an old button whose title asks for a person does so', () =>
    assert.equal(talk(asking, [press('old', 'Hablar con una persona')]).state.outcome, 'transferred'))
  test('restart shows the first step again', () => assert.deepEqual(talk(definition, ['blablá', 'Menu']).said, ['¿Qué necesitás?']))
  test('stop says good-bye and closes', () =>
    assert.deepEqual(talk(asking, ['Cancelar']).effects.slice(1), [
      { type: 'close', reason: 'stopped_by_customer' },
      { type: 'ended', outcome: 'stopped' },
    ]))

  test('an option with the same word comes first', () => {
    const own = flow({ menu: menu({ options: [{ id: 'c', label: 'Cancelar', next: 'hours' }] }), hours }, { always: words })
    assert.deepEqual(talk(own, ['cancelar']).said, ['De 9 a 18.'])
  })

  test('they work during a delay', () =>
    assert.equal(talk(flow({ d: { type: 'delay', seconds: 5, next: null } }, { always: words }), ['humano']).state.outcome, 'transferred'))

  test('their own steps are taken where the flow has them', () => {
    const own = flow(
      { ask: ask(), thanks, person: { type: 'transfer_to_agent', text: 'Va Lucía', note: 'n' }, bye: { type: 'close', text: 'Chau' } },
      { always: { ...words, humanNode: 'person', stopNode: 'bye' } },
    )
    assert.deepEqual(talk(own, ['humano']).said, ['Va Lucía'])
    assert.deepEqual(talk(own, ['cancelar']).said, ['Chau'])
  })
})

describe('when a flow is broken', () => {
  const loop = { a: { type: 'message' as const, text: 'A', next: 'b' }, b: { type: 'go_to' as const, node: 'a' } }

  test('steps that go round are left after one round, for a person', () => {
    const { said, effects } = talk(flow(loop), [])
    assert.deepEqual(said, ['A', 'Enseguida continúa la conversación una persona del equipo.'])
    assert.deepEqual(
      effects.filter((effect) => effect.type !== 'say').map((effect) => effect.type),
      ['fault', 'transfer', 'ended'],
    )
  })

  test('the error branch is taken first, and only once a turn', () => {
    assert.deepEqual(talk(flow({ ...loop, sorry: { type: 'message', text: 'Perdón', next: null } }, { onError: 'sorry' }), []).said, ['A', 'Perdón'])
    const twice = talk(flow({ ...loop, sorry: { type: 'message', text: 'Perdón', next: 'a' } }, { onError: 'sorry' }), [])
    assert.deepEqual(twice.said, ['A', 'Perdón', 'Enseguida continúa la conversación una persona del equipo.'])
  })

  test('a loop that changes a variable each time is stopped too', () => {
    const growing = flow({ a: { type: 'variable', set: [{ name: 'x', value: '{{x}}.' }], next: 'b' }, b: { type: 'go_to', node: 'a' } })
    assert.deepEqual(talk(growing, []).effects[0], { type: 'fault', code: 'endless_loop', node: 'a' })
  })

  test('a step that does not exist is a fault, also one with an odd name', () => {
    for (const to of ['nowhere', 'constructor', '__proto__'])
      assert.deepEqual(talk(flow({ a: { type: 'message', text: 'A', next: to } }), []).effects[1], { type: 'fault', code: 'missing_step', node: to })
  })
})

test('what does not concern a run leaves it as it is', () => {
  const definition = flow({ ask: ask(), thanks })
  const { state } = talk(definition, [])
  assert.deepEqual(step(definition, state, { type: 'start' }, context()), { state, effects: [], trace: [] })
  assert.deepEqual(step(definition, state, { type: 'message', message: heard({ type: 'system', event: 'number_changed' }) }, context()), {
    state,
    effects: [],
    trace: [],
  })
  const finished = talk(definition, ['Ana']).state
  assert.deepEqual(step(definition, finished, { type: 'message', message: heard(text('hola')) }, context()), { state: finished, effects: [], trace: [] })
})
