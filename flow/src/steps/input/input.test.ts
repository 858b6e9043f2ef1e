import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { MessageContent } from '@chasqui/contracts/content'
import type { FlowDraft } from '../../definition.ts'
import { context, flow, photo, rich, talk } from '../../../test/world.ts'

type Draft = Extract<FlowDraft['nodes'][string], { type: 'input' }>
const ask = (more: Partial<Draft>) =>
  flow({ ask: { type: 'input', text: '¿Qué?', expect: 'text', saveAs: 'it', timeout: { seconds: 60, next: null }, next: null, ...more } })
const keeps = (more: Partial<Draft>, ...messages: (string | MessageContent)[]) => talk(ask(more), messages).state.variables

describe('what is sent and not written', () => {
  test('a place is asked for by the channel’s own means, and kept with its parts', () => {
    const able = context({ abilities: { ...rich, extras: ['location_request'] } })
    const [first] = talk(ask({ expect: 'location' }), [], able).effects
    assert.ok(first?.type === 'say' && first.content.type === 'location_request')
    const place = { type: 'location' as const, latitude: -32.9, longitude: -60.6, name: 'Casa' }
    assert.deepEqual(keeps({ expect: 'location' }, place), { it: '-32.9,-60.6', 'it.text': 'Casa', 'it.latitude': -32.9, 'it.longitude': -60.6 })
    assert.deepEqual(keeps({ expect: 'location' }, 'en casa'), {})
  })

  test('a photo is a photo; a file may be one too', () => {
    assert.deepEqual(keeps({ expect: 'photo' }, photo()), { it: '2.jpg', 'it.mime': 'image/jpeg' })
    assert.deepEqual(keeps({ expect: 'file' }, photo()), { it: '2.jpg', 'it.mime': 'image/jpeg' })
    assert.deepEqual(keeps({ expect: 'photo' }, 'no tengo'), {})
  })
})

describe('marks and consent', () => {
  for (const [said, mark] of [
    ['4', 4],
    ['cinco', 5],
    ['⭐⭐⭐', 3],
    ['4/5', 4],
    ['9', undefined],
    ['0', undefined],
    ['2,5', undefined],
  ] as const)
    test(`«${said}» is ${mark ?? 'no mark'}`, () => assert.equal(keeps({ expect: 'rating' }, said)['it'], mark))

  test('a higher scale takes higher marks', () => assert.equal(keeps({ expect: 'rating', scale: 10 }, '9')['it'], 9))

  test('consent keeps what was said and when', () => {
    assert.deepEqual(keeps({ expect: 'consent' }, 'dale'), { it: true, 'it.text': 'Sí', 'it.at': '2026-03-02T12:00:00.000Z' })
    assert.equal(keeps({ expect: 'consent' }, 'no')['it'], false)
    assert.deepEqual(keeps({ expect: 'consent' }, 'puede ser que sí, puede ser que no'), {})
    assert.deepEqual(keeps({ expect: 'consent' }, 'creo que sí', 'creo que sí'), {})
  })
})

describe('a yes with a hedge', () => {
  const wanted = { expect: 'yes_no', text: '¿Quiere que le agende un turno?' } as const

  test('is read back, and kept once it is confirmed', () => {
    assert.deepEqual(keeps(wanted, 'creo que sí'), {})
    assert.deepEqual(talk(ask(wanted), ['creo que sí']).said, ['¿Lo tomo como un sí?'])
    assert.deepEqual(keeps(wanted, 'creo que sí', 'sí'), { it: true, 'it.text': 'Sí' })
  })

  test('is a no for who does not confirm it', () => assert.deepEqual(keeps(wanted, 'supongo que sí', 'no'), { it: false, 'it.text': 'No' }))

  test('is none where another time is named, or the question is about undoing what the answer keeps', () => {
    assert.deepEqual(talk(ask({ ...wanted, text: '¿El lunes a las 9?' }), ['creo que sí, a las 11']).said, ['Perdón, no quedó claro. ¿Sí o no?'])
    assert.deepEqual(talk(ask({ ...wanted, text: '¿Quiere cancelar su turno?' }), ['creo que voy a ir']).said, ['Perdón, no quedó claro. ¿Sí o no?'])
  })

  test('is no hedge for a no', () => assert.deepEqual(keeps(wanted, 'creo que no'), { it: false, 'it.text': 'No' }))
})

test('a please alone takes what is offered, and answers nothing about how things are', () => {
  assert.equal(keeps({ expect: 'yes_no', text: '¿Quiere que le agende?' }, 'por favor')['it'], true)
  assert.deepEqual(keeps({ expect: 'yes_no', text: '¿Tiene obra social?' }, 'por favor'), {})
})

test('what is to be confirmed is kept once the customer says so', () => {
  assert.deepEqual(keeps({ confirm: true }, 'Ana'), {})
  assert.deepEqual(keeps({ confirm: true }, 'Ana', 'sí'), { it: 'Ana' })
  assert.deepEqual(keeps({ confirm: true }, 'Ana', 'no', 'Eva', 'sí'), { it: 'Eva' })
})

test('each try may have a text of its own', () => {
  const definition = ask({ expect: 'number', retries: 3, invalidText: 'Un número.', invalidTexts: ['¿Cuántos, en números?'] })
  assert.deepEqual(talk(definition, ['x']).said, ['¿Cuántos, en números?'])
  assert.deepEqual(talk(definition, ['x', 'y']).said, ['Un número.'])
})
