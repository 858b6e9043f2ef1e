import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { MessageContent } from '@chasqui/contracts/content'
import type { FlowDraft } from '../definition.ts'
import { context, flow, press, talk, textOnly } from '../../test/world.ts'

/** The customer's side of a step that asks: what is offered, read back, confirmed and kept. The clock shows Monday, 2 March 2026, nine in the morning. */

type Ask = Partial<Extract<FlowDraft['nodes'][string], { type: 'input' }>>
const asking = (more: Ask) =>
  flow({ ask: { type: 'input', text: '¿?', expect: 'text', saveAs: 'x', next: 'done', ...more }, done: { type: 'message', text: 'Va {{x}}.', next: null } })
const told = (more: Ask, messages: (string | MessageContent)[], world = context()) => talk(asking(more), messages, world)
const kept = (more: Ask, messages: (string | MessageContent)[], world = context()) => told(more, messages, world).state.variables['x']
const titles = ({ effects }: ReturnType<typeof talk>): string[] =>
  effects.flatMap((effect) =>
    effect.type !== 'say'
      ? []
      : effect.content.type === 'buttons'
        ? effect.content.buttons.map(({ title }) => title)
        : effect.content.type === 'list'
          ? effect.content.sections.flatMap(({ rows }) => rows.map(({ title }) => title))
          : [],
  )
const buttonIds = ({ effects }: ReturnType<typeof talk>): string[] =>
  effects.flatMap((effect) => (effect.type === 'say' && effect.content.type === 'buttons' ? effect.content.buttons.map(({ id }) => id) : []))

describe('a day and time', () => {
  const when = { expect: 'datetime' } as const

  test('is read back, and kept only when the customer confirms it', () => {
    const asked = told(when, ['mañana a las 5 de la tarde'])
    assert.deepEqual(asked.said, ['¿Es correcto: martes 3 de marzo de 2026 a las 17:00 h?'])
    assert.deepEqual(titles(asked), ['Sí', 'No'])
    assert.equal(asked.state.variables['x'], undefined)
    const done = told(when, ['mañana a las 5 de la tarde', 'dale'])
    assert.deepEqual(done.said, ['Va 2026-03-03T17:00:00-03:00.'])
    assert.equal(done.state.variables['x.text'], 'martes 3 de marzo de 2026 a las 17:00 h')
    assert.equal(done.state.answers[0]?.answer, 'martes 3 de marzo de 2026 a las 17:00 h')
    assert.equal(done.state.offer, undefined)
  })

  test('is taken by its button, and not by one of an older question', () => {
    const [yes = '', no = ''] = buttonIds(told(when, ['mañana 17hs']))
    assert.equal(kept(when, ['mañana 17hs', press(yes, 'Sí')]), '2026-03-03T17:00:00-03:00')
    assert.deepEqual(told(when, ['mañana 17hs', press(no, 'No')]).said, ['De acuerdo. ¿Cómo sería entonces?'])
    assert.equal(kept(when, ['mañana 17hs', 'el jueves 10hs', press(yes, 'Sí')]), undefined)
  })

  test('can be put right in place of a yes', () => {
    for (const words of ['no, mejor a las 18hs del martes', 'el martes 18hs'])
      assert.equal(kept(when, ['mañana 17hs', words, 'sí']), '2026-03-03T18:00:00-03:00', words)
    assert.equal(kept(when, ['mañana 17hs', 'no', 'el martes 18hs', 'sí']), '2026-03-03T18:00:00-03:00')
  })

  test('that may be twelve hours off is offered both ways', () => {
    const asked = told(when, ['mañana a las 8'])
    assert.deepEqual(asked.said, ['Martes 3 de marzo de 2026.\n¿Cuál de estas opciones es?'])
    assert.deepEqual(titles(asked), ['08:00 h', '20:00 h', 'Ninguna de estas'])
    assert.deepEqual(titles(told(when, ['el lunes 10hs'])), ['lun 02/03 10:00 h', 'lun 09/03 10:00 h', 'Ninguna de estas'])
    assert.equal(kept(when, ['mañana a las 8', 'la segunda', 'sí']), '2026-03-03T20:00:00-03:00')
    assert.deepEqual(told(when, ['mañana a las 8', 'ninguna de estas']).said, ['De acuerdo. ¿Cómo sería entonces?'])
    assert.equal(kept({ ...when, hours: { from: '07:00', to: '19:00' } }, ['mañana a las 8', 'sí']), '2026-03-03T08:00:00-03:00')
  })

  test('that is in the night or in the afternoon is read back as one of the afternoon', () => {
    assert.deepEqual(told(when, ['mañana a las 5']).said, ['¿Es correcto: martes 3 de marzo de 2026 a las 17:00 h?'])
    assert.equal(kept(when, ['mañana a las 5', 'sí']), '2026-03-03T17:00:00-03:00')
    assert.equal(kept(when, ['mañana a las 5', 'no, de la mañana', 'sí']), '2026-03-03T05:00:00-03:00')
  })

  test('is asked for in parts', () => {
    assert.deepEqual(told(when, ['mañana']).said, ['Martes 3 de marzo de 2026. ¿A qué hora?'])
    assert.equal(kept(when, ['mañana', '17hs', 'sí']), '2026-03-03T17:00:00-03:00')
    assert.equal(kept(when, ['mañana por la tarde', 'a las 5', 'sí']), '2026-03-03T17:00:00-03:00')
    assert.deepEqual(told(when, ['a las 17hs']).said, ['A esa hora (17:00 h), ¿qué día?'])
    assert.equal(kept(when, ['a las 17hs', 'el jueves', 'sí']), '2026-03-05T17:00:00-03:00')
    assert.equal(kept(when, ['el lunes', 'el 9', '10hs', 'sí']), '2026-03-09T10:00:00-03:00')
    assert.equal(kept(when, ['el lunes', 'la segunda', '10hs', 'sí']), '2026-03-09T10:00:00-03:00')
  })

  test('that has passed is told so', () => assert.match(told(when, ['ayer a las 17hs']).said[0]!, /^Eso ya pasó \(domingo 1 de marzo de 2026 a las 17:00 h\)/))

  test('asks no one for ever', () => {
    assert.equal(told({ ...when, retries: 1 }, ['mañana 17hs', 'blablá', 'blablá']).state.outcome, 'transferred')
    assert.equal(told({ ...when, retries: 1 }, ['mañana 17hs', 'no', 'mañana 17hs', 'no']).state.outcome, 'transferred')
    assert.equal(told({ ...when, retries: 1 }, ['mañana', 'mañana', 'mañana']).state.outcome, 'transferred')
  })

  test('is numbered text where the channel has no buttons', () => {
    const world = context({ abilities: textOnly })
    assert.match(told(when, ['mañana a las 8'], world).said.at(-1)!, /1\. 08:00 h\n2\. 20:00 h\n3\. /)
    assert.equal(kept(when, ['mañana a las 8', '2'], world), '2026-03-03T20:00:00-03:00')
    assert.equal(kept(when, ['mañana 17hs', '1'], world), '2026-03-03T17:00:00-03:00')
  })

  test('is spoken of in the language of the contact', () => {
    const world = context({ contact: { name: null, phone: null, email: null, language: 'pt-BR' } })
    assert.deepEqual(told(when, ['amanhã às 15h'], world).said, ['Está correto: terça-feira, 3 de março de 2026 às 15:00?'])
    assert.equal(kept(when, ['amanhã às 15h', 'pode ser'], world), '2026-03-03T15:00:00-03:00')
  })

  test('in the zone of the business', () =>
    assert.equal(kept(when, ['mañana 17hs', 'sí'], context({ timeZone: 'America/Mexico_City' })), '2026-03-03T17:00:00-06:00'))
})

test('a date and a time by themselves', () => {
  assert.equal(kept({ expect: 'date' }, ['el jueves que viene', 'sí']), '2026-03-05')
  assert.equal(kept({ expect: 'date' }, ['25', 'sí']), '2026-03-25')
  assert.equal(kept({ expect: 'time' }, ['a las 5 de la tarde', 'ok']), '17:00')
})

test('yes and no', () => {
  assert.equal(kept({ expect: 'yes_no' }, ['dale']), true)
  assert.equal(kept({ expect: 'yes_no' }, ['👎']), false)
  assert.equal(told({ expect: 'yes_no' }, ['nel']).state.variables['x.text'], 'No')
  assert.deepEqual(told({ expect: 'yes_no' }, ['sí pero no']).said, ['Perdón, no quedó claro. ¿Sí o no?'])
})

describe('a yes that says more', () => {
  const asked = (question: string, words: string, before?: string) =>
    talk(
      flow({
        ...(before !== undefined && { before: { type: 'message', text: before, next: 'ask' } }),
        ask: { type: 'input', text: question, expect: 'yes_no', saveAs: 'x', next: null },
      }),
      [words],
    ).state.variables['x']

  test('agrees where it names the time that was asked about, or where none was', () => {
    const thursday = '¿Confirmás el turno del jueves 5 de marzo a las 10:00?'
    for (const words of ['sí, a las 10', 'si a las 10', 'sí, el jueves', 'sí, tipo 10', 'confirmo el turno del jueves'])
      assert.equal(asked(thursday, words), true, words)
    for (const words of ['sí, a las 11', 'sí, el viernes', 'sí, el 6', 'sí, mañana', 'sí a las 10:30']) assert.equal(asked(thursday, words), undefined, words)
    assert.equal(asked('¿Querés sacar un turno?', 'sí, mañana a las 10'), true)
  })

  test('heeds what was told right before, and what is kept', () => {
    assert.equal(asked('¿Te sirve?', 'sí, a las 9', 'Hay lugar el martes a las 9:00.'), true)
    assert.equal(asked('¿Te sirve?', 'sí, a las 10', 'Hay lugar el martes a las 9:00.'), undefined)
    assert.equal(asked('¿Te sirve 2026-03-05T13:00:00Z?', 'sí, a las 10'), true)
    assert.equal(asked('¿Te sirve 2026-13-45T99:99:00Z?', 'sí, el jueves'), true)
    const kept = flow({
      when: { type: 'input', text: '¿?', expect: 'datetime', saveAs: 'when', next: 'ask' },
      ask: { type: 'input', text: '¿Confirmás?', expect: 'yes_no', saveAs: 'x', next: null },
    })
    assert.equal(talk(kept, ['mañana 17hs', 'sí', 'sí, mañana a las 5']).state.variables['x'], true)
    assert.equal(talk(kept, ['mañana 17hs', 'sí', 'sí, mañana a las 6']).state.variables['x'], undefined)
  })

  test('may say the question back', () => {
    assert.equal(asked('¿Querés cancelar tu turno?', 'sí, cancelar'), true)
    assert.equal(asked('¿Querés cancelar tu turno?', 'no lo canceles'), false)
    assert.equal(asked('¿Querés recibir recordatorios?', 'no quiero recibir recordatorios'), false)
    assert.equal(asked('¿Querés confirmar o cancelar?', 'cancelar'), undefined)
    assert.equal(asked('¿Podés venir mañana?', 'si puedo venir'), undefined)
  })

  test('is told by the thing that was asked about, and by no other', () => {
    assert.equal(asked('¿Es tu primera vez?', 'es mi primera vez'), true)
    assert.equal(asked('¿Tenés obra social?', 'no tengo obra social'), false)
    assert.equal(asked('¿Tenés obra social?', 'tengo obra social'), true)
    assert.equal(asked('¿Este es tu correo?', 'ese no es mi correo'), false)
    assert.equal(asked('¿Confirmás tu turno?', 'no puedo'), false)
    for (const words of ['no tengo la dirección', 'no recibí nada', 'no es mi correo']) assert.equal(asked('¿Confirmás tu turno?', words), undefined, words)
  })

  test('cancels nothing that is meant to be kept', () => {
    const question = '¿Querés cancelar tu turno?'
    for (const words of ['voy a ir', 'quiero mi turno', 'no puedo ir', 'confirmo', 'ahí estaré']) assert.equal(asked(question, words), undefined, words)
    for (const words of ['sí', 'sí, cancelar', 'cancelalo por favor']) assert.equal(asked(question, words), true, words)
    for (const words of ['no', 'no, voy a ir', 'no lo canceles']) assert.equal(asked(question, words), false, words)
    assert.equal(asked('¿Querés que te llamemos?', 'llamame'), true)
    assert.equal(asked('¿Confirmás tu turno?', 'llamame'), undefined)
  })

  test('that there is no problem is none where problems are asked about', () => {
    assert.equal(asked('¿Lo pasamos al martes?', 'no hay problema'), true)
    assert.equal(asked('¿Tuviste algún problema?', 'no hay problema'), undefined)
  })
})

test('a document, with its check digit', () => {
  const cuit: Ask = { expect: 'document', documents: ['cuit'] }
  assert.deepEqual(
    ['x', 'x.text', 'x.kind'].map((name) => told(cuit, ['20 12345678 6']).state.variables[name]),
    ['20123456786', '20-12345678-6', 'cuit'],
  )
  assert.deepEqual(told(cuit, ['20-12345678-5']).said, ['Ese número de CUIT no coincide con su dígito verificador. ¿Puede ser de nuevo?'])
})

test('a document that may be of two kinds is kept with the one that was chosen', () => {
  const { variables } = told({ expect: 'document' }, ['30123468', 'la segunda']).state
  assert.deepEqual([variables['x'], variables['x.text'], variables['x.kind']], ['30123468', '30.123.468', 'dni'])
  assert.equal(told({ expect: 'document' }, ['30123468'], context({ business: { name: 'Vet', country: 'AR' } })).state.variables['x.kind'], 'dni')
})

test('an address with a slip is asked about, and a number that is only about right', () => {
  assert.deepEqual(titles(told({ expect: 'email' }, ['ana@gmial.com'])), ['ana@gmail.com', 'ana@gmial.com', 'Ninguna de estas'])
  assert.equal(kept({ expect: 'email' }, ['ana@gmial.com', 'la primera']), 'ana@gmail.com')
  assert.equal(kept({ expect: 'email', skipWords: ['no'] }, ['ana@gmial.com', 'ninguna de estas', 'ana@gmail.com']), 'ana@gmail.com')
  assert.deepEqual(told({ expect: 'number' }, ['unos 20']).said, ['¿Es correcto: 20?'])
  assert.equal(kept({ expect: 'number' }, ['unos 20', 'sí']), 20)
  assert.equal(kept({ expect: 'number', max: 10 }, ['unos 20', 'sí']), undefined)
})

test('an always-on word still works while something is offered', () =>
  assert.equal(
    talk(flow({ ask: { type: 'input', text: '¿?', expect: 'datetime', saveAs: 'x', next: null } }, { always: { human: ['humano'] } }), [
      'mañana 17hs',
      'humano',
    ]).state.outcome,
    'transferred',
  ))
