import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { MessageContent } from '@chasqui/contracts/content'
import { FlowDefinition } from '../definition.ts'
import { problemsIn } from '../index.ts'
import { context, press, rich, talk, textOnly } from '../../test/world.ts'
import { gallery, galleryLocales } from './gallery.ts'
import { needsOf, outlineOf } from './outline.ts'

/** What nobody can know who makes flows for others. */
const leftToWrite: Record<string, string[]> = {
  welcome: ['flow.placeholder_left hours'],
  faq: ['flow.placeholder_left hours', 'flow.placeholder_left where', 'flow.placeholder_left pay'],
  reactivation: ['flow.opening_missing'],
}

for (const { id, words, make } of gallery)
  for (const locale of galleryLocales)
    test(`${id} in ${locale} has nothing wrong with it but what only its business knows, and shows every choice whole`, () => {
      const definition = FlowDefinition.parse(make(locale))
      assert.ok(words[locale].name && words[locale].about)
      for (const abilities of [rich, textOnly, null])
        assert.deepEqual(
          problemsIn(definition, abilities).map(({ code, nodeId }) => `${code} ${nodeId ?? ''}`.trim()),
          leftToWrite[id] ?? [],
        )
      for (const node of Object.values(definition.nodes)) {
        assert.ok(node.position, node.type)
        if (node.type === 'menu') assert.ok(node.options.every(({ label }) => label.length <= 20))
      }
    })

test('a small picture shows how a flow goes, from its first step to its end', () => {
  const picture = (id: string) => outlineOf(FlowDefinition.parse(gallery.find((one) => one.id === id)!.make('es')))
  assert.deepEqual(picture('survey'), ['csat', 'input', 'note', 'close'])
  assert.deepEqual(picture('booking'), ['input', 'input', 'condition', 'variable', 'transfer_to_agent'])
  assert.deepEqual(picture('faq'), ['menu', 'message', 'menu'])
})

test('what a flow needs beside a channel is told', () => {
  const needs = (id: string) => needsOf(FlowDefinition.parse(gallery.find((one) => one.id === id)!.make('es')))
  assert.deepEqual([needs('faq'), needs('order_status'), needs('reactivation')], [[], ['hours'], ['template']])
})

describe('a customer goes through', () => {
  const ends = (id: string, messages: (string | MessageContent)[], world = context()) => {
    const { state, effects } = talk(FlowDefinition.parse(gallery.find((one) => one.id === id)!.make('es')), messages, world)
    const transfer = effects.find((effect) => effect.type === 'transfer')
    return { outcome: state.outcome, at: state.node, note: transfer?.note, effects }
  }

  test('a booking, read back and confirmed', () => {
    const { outcome, note } = ends('booking', ['limpieza dental', 'el jueves a las 5 de la tarde', 'sí', 'Ana Pérez', 'dale'])
    assert.equal(outcome, 'transferred')
    assert.match(note!, /limpieza dental, .*jueves.*, a nombre de Ana Pérez/)
  })

  test('a booking that is changed begins again', () => assert.equal(ends('booking', ['corte', 'mañana a las 10', 'sí', 'Ana', 'cambiar']).at, 'service'))

  test('two questions and a good-bye', () => {
    assert.equal(ends('faq', ['horarios', press('pay', 'Formas de pago'), 'no']).outcome, 'closed')
  })

  test('a lead with an address and one without', () => {
    assert.equal(ends('lead', ['un plan anual', 'Ana', 'ana@ejemplo.com']).note, 'Interesado: Ana ana@ejemplo.com. Busca: un plan anual')
    const { effects, outcome } = ends('lead', ['un plan anual', 'Ana', 'saltar'])
    assert.equal(outcome, 'transferred')
    assert.ok(effects.some((effect) => effect.type === 'event' && effect.name === 'lead.new'))
  })

  test('an order, by day and by night', () => {
    assert.equal(ends('order_status', ['nº 104512']).at, 'number')
    assert.equal(ends('order_status', ['104512']).at, 'open')
    assert.equal(ends('order_status', ['104512'], context({ isOpen: false })).at, 'closed')
  })

  test('marks, good and bad', () => {
    assert.equal(ends('survey', ['5', 'no']).outcome, 'closed')
    assert.equal(ends('survey', ['1', 'esperé una hora']).note, 'Nota 1 de 5: esperé una hora')
  })

  test('somebody who comes back, and somebody who does not want to', () => {
    assert.equal(ends('reactivation', ['dale']).at, 'done')
    assert.equal(ends('reactivation', ['no gracias']).at, 'never')
  })
})
