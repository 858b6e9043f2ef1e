import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { FlowDraft } from '../definition.ts'
import { isOptOut } from './opt-out.ts'
import { problemsIn } from '../index.ts'
import { flow, photo, talk, turn } from '../../test/world.ts'

const nodes: FlowDraft['nodes'] = {
  ask: { type: 'input', text: '¿Nombre?', expect: 'text', saveAs: 'name', retries: 1, next: 'end' },
  end: { type: 'message', text: 'Gracias', next: null },
  menu: { type: 'message', text: 'El menú', next: null },
  left: { type: 'message', text: 'Cancelado', next: null },
  lost: { type: 'message', text: 'No nos entendemos', next: null },
  late: { type: 'message', text: '¿Sigues ahí?', next: null },
  seen: { type: 'message', text: 'Linda foto', next: null },
}
const kinds = (effects: { type: string }[]) => effects.map(({ type }) => type)

describe('words that work at every step', () => {
  const words = { menu: ['menú'], cancel: ['cancelar'], stop: ['baja', 'chau'] }
  test('lead to the steps that the author chose for them', () => {
    const always = { ...words, menuNode: 'menu', cancelNode: 'left' }
    assert.deepEqual(talk(flow(nodes, { always }), ['menu, por favor']).said, ['El menú'])
    assert.deepEqual(talk(flow(nodes, { always }), ['Cancelar']).said, ['Cancelado'])
  })
  test('begin anew, or leave what was under way without ending the conversation, where none was chosen', () => {
    assert.deepEqual(talk(flow(nodes, { always: words }), ['menú']).said, ['¿Nombre?'])
    const { said, effects, state } = talk(flow(nodes, { always: words }), ['cancelar'])
    assert.deepEqual(said, ['De acuerdo, queda cancelado. ¿En qué más podemos ayudar?'])
    assert.deepEqual([kinds(effects), state.outcome], [['say', 'ended'], 'stopped'])
  })
  test('for stopping are the wish not to be written to, when they say so', () => {
    assert.deepEqual(kinds(talk(flow(nodes, { always: words }), ['BAJA']).effects), ['opt_out', 'say', 'close', 'ended'])
    assert.deepEqual(kinds(talk(flow(nodes, { always: words }), ['chau']).effects), ['say', 'close', 'ended'])
    assert.deepEqual([isOptOut('No me escriban más, por favor'), isOptOut('Não quero mais mensagens'), isOptOut('salir')], [true, true, false])
  })
  test('that stand for two things are told', () => {
    const twice = problemsIn(flow(nodes, { always: { menu: ['volver'], cancel: ['Volver'] } }))
    assert.ok(twice.some(({ code, message }) => code === 'flow.word_twice' && message.includes('volver')))
  })
})

describe('what a flow does where a step does not say it', () => {
  test('after the last try', () => {
    assert.deepEqual(talk(flow(nodes, { handlers: { onInvalid: 'lost' } }), [photo(), photo()]).said, ['No nos entendemos'])
    assert.deepEqual(kinds(talk(flow(nodes), [photo(), photo()]).effects), ['say', 'transfer', 'ended'])
  })
  test('when nobody answers', () => {
    const definition = flow(nodes, { handlers: { onSilence: { seconds: 60, next: 'late' } } })
    const asked = talk(definition, [])
    const wake = asked.effects.find((effect) => effect.type === 'wake')!
    assert.equal(wake.at, '2026-03-02T12:01:00.000Z')
    assert.deepEqual(turn(definition, asked.state, { type: 'due', token: wake.token }).said, ['¿Sigues ahí?'])
    assert.ok(!problemsIn(definition).some(({ code }) => code === 'flow.timeout_missing'))
  })
  test('a step’s own time-out comes before it', () => {
    const own = { ...nodes, ask: { ...nodes['ask']!, timeout: { seconds: 30, next: 'end' } } } as FlowDraft['nodes']
    const asked = talk(flow(own, { handlers: { onSilence: { seconds: 60, next: 'late' } } }), [])
    assert.equal(asked.state.wait?.dueAt, '2026-03-02T12:00:30.000Z')
  })
  test('with a picture where words were expected: own words, another step, or a person', () => {
    const on = (onMedia: NonNullable<FlowDraft['handlers']>['onMedia'], messages = [photo()]) => talk(flow(nodes, { handlers: { onMedia } }), messages)
    const said = on({ do: 'say', text: 'Escríbelo, por favor' })
    assert.deepEqual([said.said, said.state.status, said.state.attempts], [['Escríbelo, por favor'], 'waiting', 1])
    assert.equal(on({ do: 'say', text: 'x' }, [photo(), photo()]).state.outcome, 'transferred')
    assert.deepEqual(on({ do: 'go', next: 'seen' }).said, ['Linda foto'])
    const handed = on({ do: 'hand_over' })
    assert.deepEqual([kinds(handed.effects), handed.state.outcome], [['say', 'transfer', 'ended'], 'transferred'])
  })
  test('a picture that a step takes is no surprise', () => {
    const any = { ...nodes, ask: { ...nodes['ask']!, expect: 'any' } } as FlowDraft['nodes']
    assert.deepEqual(talk(flow(any, { handlers: { onMedia: { do: 'hand_over' } } }), [photo('mi foto')]).said, ['Gracias'])
  })
  test('leads only to steps that exist, which count as reached', () => {
    const codes = problemsIn(flow(nodes, { handlers: { onInvalid: 'nowhere', onMedia: { do: 'go', next: 'seen' } } }))
    assert.ok(codes.some(({ code, message }) => code === 'flow.next_missing' && message.includes('on invalid answers')))
    assert.ok(!codes.some(({ code, nodeId }) => code === 'flow.unreachable' && nodeId === 'seen'))
  })
})
